using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Documents;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Resolutions;

/// <summary>议定事项 as the text of a paper says them; <paramref name="AgendaItemId"/> is null on a conclusion.</summary>
public sealed record WrittenResolution(Guid? AgendaItemId, string Text, Unit Lead, IReadOnlyList<Unit> Supporting, DateOnly? DueOn);

/// <summary>
/// What a text has of 议定事项, and what in it cannot be tracked, one sentence each: what is signed is what is tracked, so a text that leaves a resolution
/// open does not go out.
/// </summary>
public sealed record ResolutionsOnPaper(IReadOnlyList<WrittenResolution> Resolutions, IReadOnlyList<string> Complaints)
{
    /// <summary>Reads a text that the paper has or may get.</summary>
    /// <returns>Null where there is no such paper.</returns>
    public static async Task<ResolutionsOnPaper?> ReadAsync(WorkDb db, Guid minutesId, string markdown, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var minutes = await db.Minutes.AsNoTracking().WithParties().FirstOrDefaultAsync(m => m.Id == minutesId, cancel);
        return minutes is null ? null : await ReadAsync(db, minutes, markdown, cancel);
    }

    internal static async Task<ResolutionsOnPaper> ReadAsync(WorkDb db, Minutes minutes, string markdown, CancellationToken cancel)
    {
        var reading = new ResolutionReading(minutes, await db.Units.AsNoTracking().OrderBy(u => u.Order).ToListAsync(cancel));
        var (resolutions, complaints) = (new List<WrittenResolution>(), new List<string>());
        foreach (var written in PaperResolutions.In(markdown))
        {
            var (resolution, complaint) = reading.Read(written);
            if (resolution is not null)
            {
                resolutions.Add(resolution);
            }
            else
            {
                complaints.Add(complaint!);
            }
        }

        if (complaints.Count == 0)
        {
            complaints.AddRange(Dropped(minutes, resolutions).Select(r => Texts.PaperDropped.With(ResolutionReading.Short(r.Text), r.Number)));
        }

        return new ResolutionsOnPaper(resolutions, complaints);
    }

    /// <summary>Those under way for which the text has no place any more.</summary>
    private static IEnumerable<Resolution> Dropped(Minutes minutes, List<WrittenResolution> written) =>
        Tracking
            .On(minutes)
            .Where(r => r.Number is not null)
            .GroupBy(r => r.AgendaItemId)
            .SelectMany(item => item.Skip(written.Count(w => w.AgendaItemId == item.Key)));
}
