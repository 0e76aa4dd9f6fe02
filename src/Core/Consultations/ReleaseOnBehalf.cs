using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.History;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations;

/// <summary>领导电话同意，代录: staff enter what their leader said. The leader is told once and can take it back.</summary>
/// <param name="Words">What was said, in the words of whoever enters it.</param>
public sealed record ReleaseOnBehalf(Guid RecordId, int? Step, string Words) : IRecordRequest<ConsultationReleased>
{
    internal sealed class Handler(DeadlineRules rules) : ConsultationHandler<ReleaseOnBehalf, ConsultationReleased>
    {
        protected override ConsultationAction ActionOf(ReleaseOnBehalf request) => ConsultationAction.ReleaseOnBehalf;

        protected override async Task<Refusal?> CheckAsync(ReleaseOnBehalf request, Consultation record, Work work, CancellationToken cancel)
        {
            if (FreeText.Check(Texts.FieldWords, request.Words, FreeText.ReasonLength) is { } refusal)
            {
                return refusal;
            }

            return await Addressees.LeaderOfAsync(work.Db, record.UnitId, cancel) is null ? new Refusal(Refusal.Invalid, Texts.NoLeader) : null;
        }

        protected override async Task<ConsultationReleased> ApplyAsync(
            ReleaseOnBehalf request,
            Consultation record,
            ConsultationState from,
            Work work,
            CancellationToken cancel
        )
        {
            var leader = (await Addressees.LeaderOfAsync(work.Db, record.UnitId, cancel))!;
            record.ReleasedOnBehalf = true;
            await Releasing.SendToOfficeAsync(record, work, rules, cancel);
            work.Remember(
                RecordNumber.Consultation,
                record.Id,
                nameof(ConsultationAction.ReleaseOnBehalf),
                Texts.HistoryReleasedOnBehalf.With(leader.Name),
                Means.Phone,
                leader.Id,
                after: FreeText.Kept(request.Words)
            );
            work.Tell(leader.Id, ConsultationNotices.ReleasedForYou(record, work.Person.Person, work.Now));
            return await Releasing.AnswerAsync(record, leader.Name, work, cancel);
        }
    }
}
