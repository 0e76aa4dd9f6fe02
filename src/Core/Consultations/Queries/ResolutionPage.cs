using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Queries;

/// <summary>One tracked resolution with what was reported on it, oldest first; <paramref name="Choices"/> is what the actor may do now.</summary>
public sealed record ResolutionPage(
    ResolutionLine Resolution,
    string? SendBackReason,
    IReadOnlyList<PageReport> Reports,
    IReadOnlyList<PageFile> Files,
    IReadOnlyList<Choice> Choices
)
{
    /// <summary>Loads a resolution by its number, <c>RW-2026-0003</c>.</summary>
    /// <returns>Null where there is none, or the actor may not see it.</returns>
    public static async Task<ResolutionPage?> LoadAsync(WorkDb db, Actor actor, string number, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        var visible = db.Resolutions.VisibleTo(actor).Where(r => r.Number == number);
        if (await ResolutionLines.OfAsync(db, visible, cancel) is not [var line])
        {
            return null;
        }

        var record = await visible.AsNoTracking().FirstAsync(cancel);
        var reports = await db.Set<ProgressReport>()
            .AsNoTracking()
            .Where(r => r.ResolutionId == line.Id)
            .OrderBy(r => r.At)
            .Select(r => new PageReport(r.Unit!.ShortName, r.By!.Name, r.At, r.Text, r.Done))
            .ToListAsync(cancel);
        var files = await db
            .Files.AsNoTracking()
            .Where(f => f.RecordId == line.Id)
            .OrderBy(f => f.Number)
            .Select(f => new PageFile(f.Id, f.Number ?? 0, f.Name, f.ContentType, f.Size))
            .ToListAsync(cancel);
        return new ResolutionPage(line, record.SendBackReason, reports, files, [.. ResolutionChoices.Now(actor, record)]);
    }
}

/// <summary>What a unit reported; <paramref name="Done"/>: as done.</summary>
public sealed record PageReport(string UnitName, string PersonName, DateTimeOffset At, string Text, bool Done);
