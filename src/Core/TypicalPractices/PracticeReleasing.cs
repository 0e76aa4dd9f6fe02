using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.TypicalPractices;

/// <summary>What a release does, whether the leader pressed, wrote it, or it was entered for them.</summary>
internal static class PracticeReleasing
{
    public static Task SendToOfficeAsync(TypicalPractice record, Work work, CancellationToken cancel)
    {
        record.ReleasedAt ??= work.Now;
        return AskOfficeAsync(record, work, cancel);
    }

    /// <summary>Everybody in the office is asked for a review, with fresh buttons.</summary>
    public static async Task AskOfficeAsync(TypicalPractice record, Work work, CancellationToken cancel) =>
        await Releasing.TellOfficeAsync(await PracticeNotices.PleaseReviewAsync(work.Db, record, cancel), work, cancel);

    public static void RememberRelease(TypicalPractice record, Work work) =>
        work.Remember(
            RecordNumber.TypicalPractice,
            record.Id,
            nameof(PracticeAction.Release),
            Texts.HistoryReleased,
            onBehalfOf: work.Person.StandsInFor(Role.UnitLeader, record.UnitId)
        );

    /// <summary>The answer to whoever released.</summary>
    public static async Task<PracticeReleased> AnswerAsync(TypicalPractice record, string leaderName, Work work, CancellationToken cancel) =>
        new(record.Number, record.Title, leaderName, work.Person.Person.Name, work.Now, await Addressees.OfficeLineAsync(work.Db, cancel));
}

/// <summary>
/// The answer to who released it. <paramref name="LeaderName"/> agreed, <paramref name="EnteredBy"/> pressed or entered it at <paramref name="At"/>;
/// <paramref name="OfficeLine"/> is whom to call at the office.
/// </summary>
public sealed record PracticeReleased(string Number, string Title, string LeaderName, string EnteredBy, DateTimeOffset At, string OfficeLine);
