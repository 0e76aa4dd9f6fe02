using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Documents;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Resolutions;

/// <summary>上次议定事项落实情况: what a session opens with, everything still open from papers issued before (domain: a7).</summary>
public static class PreviousResolutions
{
    /// <summary>More than this is for the register, not for the opening of a session.</summary>
    public const int Most = 50;

    /// <summary>By due date, those without one last.</summary>
    public static Task<IReadOnlyList<ResolutionLine>> ForAsync(WorkDb db, Session session, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(session);
        var start = session.StartsAt;
        var open = db.Resolutions.Where(r =>
            (r.State == ResolutionState.Open || r.State == ResolutionState.Reported)
            && r.Minutes!.IssuedAt < start
            && r.Minutes.SessionId != session.Id
        );
        return ResolutionLines.OfAsync(db, ResolutionLines.ByDueDate(open).Take(Most), cancel);
    }

    /// <summary>As they stand on a paper: the state, and what was reported last.</summary>
    internal static IReadOnlyList<PreviousResolution> Facts(IReadOnlyList<ResolutionLine> lines) =>
        [
            .. lines.Select(line => new PreviousResolution(
                line.Text,
                new MinutesUnit(line.LeadUnit, line.LeadUnit),
                line.DueOn,
                line.LastReport is { } report ? Texts.PreviousStatus.With(line.StateName, report) : line.StateName
            )),
        ];
}
