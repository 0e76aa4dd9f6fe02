using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Deadlines;

/// <summary>
/// The lines of a digest that come from deadlines. What the owner reads is an item of their own 我的待办 (the same query): what does not wait for them is not
/// said to them.
/// </summary>
internal sealed class DeadlineLines(WorkingCalendar calendar) : IDigestLines
{
    /// <summary>The part of the step that leads here.</summary>
    public const string Kind = "deadline";

    string IDigestLines.Kind => Kind;

    public async Task<IReadOnlyDictionary<Occurrence, DigestLine>> LinesAsync(
        IReadOnlyList<Occurrence> occurrences,
        Actor reader,
        Work work,
        CancellationToken cancel
    )
    {
        var ids = occurrences.Select(o => o.ItemId).ToList();
        var deadlines = await work.Db.Deadlines.AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancel);
        // The dearest query of a morning: for those who owe something, and of what they owe.
        var owed = occurrences
            .Where(o => DigestStep.AudienceOf(o) == Audience.Owner)
            .Select(o => deadlines[o.ItemId].RecordKind)
            .ToHashSet(StringComparer.Ordinal);
        var todos = owed.Count == 0 ? [] : await Todos.AmongAsync(work.Db, reader, owed, work.Now, calendar, cancel);
        var lines = new Dictionary<Occurrence, DigestLine>();
        foreach (var about in occurrences.GroupBy(o => o.ItemId))
        {
            var deadline = deadlines[about.Key];
            var valid = about.Where(o => deadline.State == DeadlineState.Open && o.DueValue == deadline.DueValue).ToList();
            if (await LineAsync(deadline, valid, todos, reader, work, cancel) is { } line)
            {
                valid.ForEach(occurrence => lines.Add(occurrence, line));
            }
        }

        return lines;
    }

    // A matter stands in a message once, as what weighs most for the reader: their own duty, then what came last.
    private async Task<DigestLine?> LineAsync(
        Deadline deadline,
        IReadOnlyList<Occurrence> about,
        IReadOnlyList<TodoItem> todos,
        Actor reader,
        Work work,
        CancellationToken cancel
    )
    {
        var audiences = about
            .Select(o => (To: DigestStep.AudienceOf(o), Day: DigestStep.DayOf(o)))
            .OrderByDescending(o => o.To == Audience.Owner)
            .ThenByDescending(o => o.Day)
            .ThenByDescending(o => o.To == Audience.Preview)
            .Select(o => o.To);
        foreach (var audience in audiences)
        {
            var line =
                audience == Audience.Owner
                    ? await OwnerLineAsync(deadline, todos, reader, work, cancel)
                    : await DeadlineNotices.ForOthersAsync(audience, deadline, reader, work, calendar, cancel);
            if (line is not null)
            {
                return line;
            }
        }

        return null;
    }

    private async Task<DigestLine?> OwnerLineAsync(
        Deadline deadline,
        IReadOnlyList<TodoItem> todos,
        Actor reader,
        Work work,
        CancellationToken cancel
    ) =>
        todos.FirstOrDefault(t => t.Deadline?.Id == deadline.Id) is { } todo
            ? await DeadlineNotices.ForOwnerAsync(deadline, todo, reader, work, calendar, cancel)
            : null;
}
