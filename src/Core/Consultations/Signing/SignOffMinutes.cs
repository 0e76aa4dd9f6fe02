using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Signing;

/// <summary>签发: one tap of a task-force leader or of whoever presided.</summary>
public sealed record SignOffMinutes(Guid RecordId, int? Step) : IRecordRequest<MinutesSigned>
{
    internal sealed class Handler : MinutesHandler<SignOffMinutes, MinutesSigned>
    {
        protected override MinutesAction ActionOf(SignOffMinutes request) => MinutesAction.SignOff;

        protected override async Task<MinutesSigned> ApplyAsync(
            SignOffMinutes request,
            Minutes record,
            MinutesState from,
            Work work,
            CancellationToken cancel
        )
        {
            await SigningOff.ApplyAsync(record, work.Person.Id, onBehalf: false, work, cancel);
            MinutesHistory.Remember(work, record, MinutesAction.SignOff, Texts.HistorySignedOff, onBehalfOf: Chairs.StoodInFor(record, work.Person));
            await Releasing.TellOfficeAsync(MinutesOfficeNotices.SignedOff(record, work.Person.Person.Name), work, cancel);
            return new MinutesSigned(record.Id, record.Number, MinutesNames.Of(record), work.Person.Person.Name, EnteredBy: null, work.Now);
        }
    }
}

/// <summary>
/// The answer to who signed or entered it. <paramref name="SignedBy"/> signed; <paramref name="EnteredBy"/> entered it, where it was signed on paper.
/// </summary>
public sealed record MinutesSigned(Guid Id, string Number, string Name, string SignedBy, string? EnteredBy, DateTimeOffset At)
{
    /// <summary>王秀英同志已在纸质稿上签发，刘洋代录，11月23日 09:14; null where it was signed here.</summary>
    public string? EnteredAs => EnteredBy is null ? null : Texts.SignedOnBehalfAs.With(SignedBy, EnteredBy, ChinaTime.Stamp(At));
}

/// <summary>What a signature does to the paper.</summary>
internal static class SigningOff
{
    public static async Task ApplyAsync(Minutes record, Guid signerId, bool onBehalf, Work work, CancellationToken cancel)
    {
        Sign(record, signerId, onBehalf, work.Now);
        await MinutesVersions.KeepAsync(record, work, cancel);
        await AskingAfresh.WithdrawAsync(record, work, cancel);
    }

    public static void Sign(Minutes record, Guid signerId, bool onBehalf, DateTimeOffset now) =>
        (record.SignedById, record.SignedAt, record.SignedOnBehalf) = (signerId, now, onBehalf);
}
