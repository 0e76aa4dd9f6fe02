using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.TypicalPractices;

/// <summary>撤回 by the unit, until the office has decided. Whoever was still to do something about it hears so, once.</summary>
public sealed record CancelPractice(Guid RecordId, int? Step, string? Reason) : IRecordRequest<PracticeCancelled>
{
    internal sealed class Handler : PracticeHandler<CancelPractice, PracticeCancelled>
    {
        protected override PracticeAction ActionOf(CancelPractice request) => PracticeAction.Cancel;

        protected override Task<Refusal?> CheckAsync(CancelPractice request, TypicalPractice record, Work work, CancellationToken cancel) =>
            Task.FromResult(FreeText.Check(Consultations.Texts.FieldReason, request.Reason, FreeText.ReasonLength));

        protected override async Task<PracticeCancelled> ApplyAsync(
            CancelPractice request,
            TypicalPractice record,
            PracticeState from,
            Work work,
            CancellationToken cancel
        )
        {
            var reason = FreeText.Kept(request.Reason);
            work.Remember(
                RecordNumber.TypicalPractice,
                record.Id,
                nameof(PracticeAction.Cancel),
                reason is null ? Texts.HistoryCancelled : Texts.HistoryCancelledWhy.With(reason)
            );
            var notice = PracticeNotices.Cancelled(record, reason);
            foreach (var id in await ConcernedAsync(record, from, work, cancel))
            {
                work.Tell(id, notice);
            }

            return new PracticeCancelled(record.Number, record.Title);
        }

        private static async Task<HashSet<Guid>> ConcernedAsync(TypicalPractice record, PracticeState from, Work work, CancellationToken cancel)
        {
            var people = new HashSet<Guid> { record.DrafterId };
            if (from == PracticeState.AwaitingRelease && await Addressees.LeaderOfAsync(work.Db, record.UnitId, cancel) is { } leader)
            {
                people.Add(leader.Id);
            }

            if (from is PracticeState.AwaitingReview or PracticeState.ReturnedForRevision)
            {
                people.UnionWith((await Addressees.OfficeAsync(work.Db, cancel)).ConvertAll(p => p.Id));
            }

            return people;
        }
    }
}

/// <summary>The answer to who called it off.</summary>
public sealed record PracticeCancelled(string Number, string Title);
