using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Forms;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.TypicalPractices.Queries;

/// <summary>What a reader of the library asks for; null and empty mean everything.</summary>
/// <param name="Words">Found in title and text, all of them.</param>
/// <param name="Year">The Shanghai year of adoption.</param>
/// <param name="Page">From 1.</param>
public sealed record PracticeFilter(string? Words = null, Guid? UnitId = null, int? Year = null, AdoptionLevel? Level = null, int Page = 1);

/// <summary>One practice of the library. <paramref name="Levels"/> it was taken up at, from the nearest.</summary>
public sealed record PracticeLine(string Number, string Title, string UnitName, DateTimeOffset? AdoptedAt, IReadOnlyList<AdoptionLevel> Levels);

/// <summary>A practice that is not published, with where it stands; <see cref="PracticeLibrary.Own"/>.</summary>
public sealed record OwnPractice(string Number, string Title, string Where);

/// <summary>The library at <c>/practices</c>: what was adopted, the latest first, and what the reader's own unit has on its way.</summary>
/// <param name="Units">Units that have a published practice, in protocol order.</param>
/// <param name="Years">Years of adoption, the latest first.</param>
public sealed record PracticeLibrary(
    PracticeFilter Filter,
    IReadOnlyList<PracticeLine> Lines,
    int Total,
    int Pages,
    IReadOnlyList<Unit> Units,
    IReadOnlyList<int> Years,
    IReadOnlyList<OwnPractice> Own
)
{
    private const int PageSize = 20;
    private const int MostOwn = 20;
    private const int MostWords = 5;

    public static async Task<PracticeLibrary> LoadAsync(WorkDb db, Actor actor, PracticeFilter filter, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(filter);
        var adopted = db.TypicalPractices.AsNoTracking().Where(p => p.AdoptedAt != null);
        var found = Filtered(adopted, filter);
        var total = await found.CountAsync(cancel);
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(filter.Page, 1, pages);
        var rows = await found
            .OrderByDescending(p => p.AdoptedAt)
            .ThenByDescending(p => p.Number)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .Select(p => new
            {
                p.Number,
                p.Title,
                p.Unit!.ShortName,
                p.AdoptedAt,
                Levels = p.Adoptions.Select(a => a.Level).ToList(),
            })
            .ToListAsync(cancel);
        return new PracticeLibrary(
            filter with
            {
                Page = page,
            },
            rows.ConvertAll(r => new PracticeLine(r.Number, r.Title, r.ShortName, r.AdoptedAt, [.. r.Levels.Distinct().Order()])),
            total,
            pages,
            await db.Units.AsNoTracking().Where(u => adopted.Any(p => p.UnitId == u.Id)).OrderBy(u => u.Order).ToListAsync(cancel),
            await YearsAsync(adopted, cancel),
            await OwnAsync(db, actor, cancel)
        );
    }

    private static IQueryable<TypicalPractice> Filtered(IQueryable<TypicalPractice> practices, PracticeFilter filter)
    {
        foreach (var word in PlainText.Clean(filter.Words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            practices = practices.Where(p => p.Title.Contains(word) || p.Body.Contains(word) || p.Number == word);
        }

        if (filter.UnitId is { } unit)
        {
            practices = practices.Where(p => p.UnitId == unit);
        }

        if (filter.Year is >= 2000 and <= 9998)
        {
            var (start, end) = (StartOf(filter.Year.Value), StartOf(filter.Year.Value + 1));
            practices = practices.Where(p => p.AdoptedAt >= start && p.AdoptedAt < end);
        }

        return filter.Level is { } level ? practices.Where(p => p.Adoptions.Any(a => a.Level == level)) : practices;
    }

    private static async Task<IReadOnlyList<int>> YearsAsync(IQueryable<TypicalPractice> adopted, CancellationToken cancel)
    {
        var (first, last) = (await adopted.MinAsync(p => p.AdoptedAt, cancel), await adopted.MaxAsync(p => p.AdoptedAt, cancel));
        return first is null || last is null ? [] : [.. Enumerable.Range(Year(first.Value), Year(last.Value) - Year(first.Value) + 1).Reverse()];
    }

    /// <summary>What the reader's units have sent and what is not published, open ones and the office's answers alike.</summary>
    private static async Task<IReadOnlyList<OwnPractice>> OwnAsync(WorkDb db, Actor actor, CancellationToken cancel)
    {
        var units = actor.UnitIds;
        var own = await db
            .TypicalPractices.AsNoTracking()
            .Where(p => p.AdoptedAt == null && p.State != PracticeState.Cancelled && units.Contains(p.UnitId))
            .Include(p => p.Drafter)
            .OrderByDescending(p => p.SubmittedAt)
            .Take(MostOwn)
            .ToListAsync(cancel);
        var lines = new List<OwnPractice>(own.Count);
        foreach (var practice in own)
        {
            lines.Add(new OwnPractice(practice.Number, practice.Title, await PracticePosition.OfAsync(db, practice, cancel)));
        }

        return lines;
    }

    private static int Year(DateTimeOffset at) => ChinaTime.DateOf(at).Year;

    private static DateTimeOffset StartOf(int year) => ChinaTime.FromLocal(new DateOnly(year, 1, 1), TimeOnly.MinValue).ToUniversalTime();
}
