using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.History;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.TypicalPractices;

/// <summary>领导电话同意，代录: staff enter what their leader said. The leader is told once and can take it back.</summary>
/// <param name="Words">What was said, in the words of whoever enters it.</param>
public sealed record ReleasePracticeOnBehalf(Guid RecordId, int? Step, string? Words) : IRecordRequest<PracticeReleased>
{
    internal sealed class Handler : PracticeHandler<ReleasePracticeOnBehalf, PracticeReleased>
    {
        protected override PracticeAction ActionOf(ReleasePracticeOnBehalf request) => PracticeAction.ReleaseOnBehalf;

        protected override async Task<Refusal?> CheckAsync(
            ReleasePracticeOnBehalf request,
            TypicalPractice record,
            Work work,
            CancellationToken cancel
        ) =>
            FreeText.Check(Consultations.Texts.FieldWords, request.Words, FreeText.ReasonLength)
            ?? (
                await Addressees.LeaderOfAsync(work.Db, record.UnitId, cancel) is null
                    ? new Refusal(Refusal.Invalid, Consultations.Texts.NoLeader)
                    : null
            );

        protected override async Task<PracticeReleased> ApplyAsync(
            ReleasePracticeOnBehalf request,
            TypicalPractice record,
            PracticeState from,
            Work work,
            CancellationToken cancel
        )
        {
            var leader = (await Addressees.LeaderOfAsync(work.Db, record.UnitId, cancel))!;
            record.ReleasedOnBehalf = true;
            work.Remember(
                RecordNumber.TypicalPractice,
                record.Id,
                nameof(PracticeAction.ReleaseOnBehalf),
                Texts.HistoryReleasedOnBehalf.With(leader.Name),
                Means.Phone,
                leader.Id,
                after: FreeText.Kept(request.Words)
            );
            await PracticeReleasing.SendToOfficeAsync(record, work, cancel);
            work.Tell(leader.Id, PracticeNotices.ReleasedForYou(record, work.Person.Person, work.Now));
            return await PracticeReleasing.AnswerAsync(record, leader.Name, work, cancel);
        }
    }
}
