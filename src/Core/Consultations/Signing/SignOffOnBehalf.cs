using SupervisionBot.Core.Directory;
using SupervisionBot.Core.History;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Signing;

/// <summary>领导已在纸上签发，代录: the office enters it. The chair is told once and can take it back until the paper is issued.</summary>
/// <param name="ChairId">Who signed; whoever presided, else the first task-force leader, where nothing is said.</param>
/// <param name="Words">What stands beside the signature, where there is anything.</param>
public sealed record SignOffOnBehalf(Guid RecordId, int? Step, Guid? ChairId = null, string? Words = null) : IRecordRequest<MinutesSigned>
{
    internal sealed class Handler : MinutesHandler<SignOffOnBehalf, MinutesSigned>
    {
        protected override MinutesAction ActionOf(SignOffOnBehalf request) => MinutesAction.SignOffOnBehalf;

        protected override async Task<Refusal?> CheckAsync(SignOffOnBehalf request, Minutes record, Work work, CancellationToken cancel) =>
            FreeText.Check(Texts.FieldSignOffWords, request.Words, FreeText.ReasonLength)
            ?? (await SignerAsync(request, record, work, cancel) is null ? new Refusal(Refusal.Invalid, Texts.NoSuchChair) : null);

        protected override async Task<MinutesSigned> ApplyAsync(
            SignOffOnBehalf request,
            Minutes record,
            MinutesState from,
            Work work,
            CancellationToken cancel
        )
        {
            var chair = (await SignerAsync(request, record, work, cancel))!;
            var me = work.Person.Person;
            await SigningOff.ApplyAsync(record, chair.Id, onBehalf: true, work, cancel);
            MinutesHistory.Remember(
                work,
                record,
                MinutesAction.SignOffOnBehalf,
                Texts.HistorySignedOnBehalf.With(chair.Name),
                Means.Paper,
                chair.Id,
                after: FreeText.Kept(request.Words)
            );
            work.Tell(chair.Id, MinutesNotices.SignedForYou(record, me, work.Now));
            return new MinutesSigned(record.Id, record.Number, MinutesNames.Of(record), chair.Name, me.Name, work.Now);
        }

        private static async Task<Person?> SignerAsync(SignOffOnBehalf request, Minutes record, Work work, CancellationToken cancel)
        {
            var chairs = await Chairs.OfAsync(record, work.Db, cancel);
            return chairs.Find(p => p.Id == (request.ChairId ?? record.PresiderId)) ?? (request.ChairId is null ? chairs.FirstOrDefault() : null);
        }
    }
}
