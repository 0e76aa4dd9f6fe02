using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.TypicalPractices;

/// <summary>退回，说一句: the unit's leader wants something changed before it is sent.</summary>
public sealed record SendBackPractice(Guid RecordId, int? Step, string? Reason) : IRecordRequest<PracticeSentBack>
{
    internal sealed class Handler : PracticeHandler<SendBackPractice, PracticeSentBack>
    {
        protected override PracticeAction ActionOf(SendBackPractice request) => PracticeAction.SendBack;

        protected override Task<Refusal?> CheckAsync(SendBackPractice request, TypicalPractice record, Work work, CancellationToken cancel) =>
            Task.FromResult(
                FreeText.Check(Consultations.Texts.FieldReason, request.Reason, FreeText.ReasonLength, Consultations.Texts.NoSendBackReason)
            );

        protected override Task<PracticeSentBack> ApplyAsync(
            SendBackPractice request,
            TypicalPractice record,
            PracticeState from,
            Work work,
            CancellationToken cancel
        )
        {
            record.Reason = FreeText.Kept(request.Reason);
            RememberAsLeader(work, record, PracticeAction.SendBack, Texts.HistorySentBack.With(record.Reason));
            work.Tell(record.DrafterId, PracticeDrafterNotices.SentBack(record, work.Person.Person));
            return Task.FromResult(new PracticeSentBack(record.Number, record.Title, record.Drafter!.Name));
        }
    }
}

/// <summary>The answer to the leader.</summary>
public sealed record PracticeSentBack(string Number, string Title, string DrafterName);
