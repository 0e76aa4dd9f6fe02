using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.TypicalPractices;

/// <summary>What the office decides about a practice.</summary>
public enum ReviewDecision
{
    Adopt,
    Reserve,
    ReturnForRevision,
    NotAdopt,
}

/// <summary>审阅: 采用, 备用, 退改 or 不采用, the reason always given (domain: c). Whoever sent it is told.</summary>
public sealed record ReviewPractice(Guid RecordId, int? Step, ReviewDecision Decision, string? Reason) : IRecordRequest<PracticeReviewed>
{
    /// <summary>Which action of the table a decision is.</summary>
    public static PracticeAction ActionFor(ReviewDecision decision) =>
        decision switch
        {
            ReviewDecision.Adopt => PracticeAction.Adopt,
            ReviewDecision.Reserve => PracticeAction.Reserve,
            ReviewDecision.ReturnForRevision => PracticeAction.ReturnForRevision,
            ReviewDecision.NotAdopt => PracticeAction.NotAdopt,
            _ => throw new ArgumentOutOfRangeException(nameof(decision), decision, message: null),
        };

    internal sealed class Handler : PracticeHandler<ReviewPractice, PracticeReviewed>
    {
        protected override PracticeAction ActionOf(ReviewPractice request) => ActionFor(request.Decision);

        protected override Task<Refusal?> CheckAsync(ReviewPractice request, TypicalPractice record, Work work, CancellationToken cancel) =>
            Task.FromResult(
                FreeText.Check(
                    Texts.FieldReviewReason,
                    request.Reason,
                    FreeText.ReasonLength,
                    request.Decision == ReviewDecision.ReturnForRevision ? Texts.NoRevision : Texts.NoReviewReason
                )
            );

        protected override Task<PracticeReviewed> ApplyAsync(
            ReviewPractice request,
            TypicalPractice record,
            PracticeState from,
            Work work,
            CancellationToken cancel
        )
        {
            record.Reason = FreeText.Kept(request.Reason);
            if (record.State == PracticeState.Adopted)
            {
                record.AdoptedAt = work.Now;
            }

            var action = ActionFor(request.Decision);
            work.Remember(
                RecordNumber.TypicalPractice,
                record.Id,
                action.ToString(),
                Texts.HistoryReviewed.With(PracticeChoices.Label(action), record.Reason)
            );
            work.Tell(record.DrafterId, PracticeDrafterNotices.Reviewed(record, work.Person.Person));
            return Task.FromResult(new PracticeReviewed(record.Number, record.Title, record.State, record.Unit!.ShortName, record.Drafter!.Name));
        }
    }
}

/// <summary>The answer to the office: where it stands now, and who was told.</summary>
public sealed record PracticeReviewed(string Number, string Title, PracticeState State, string UnitName, string DrafterName);
