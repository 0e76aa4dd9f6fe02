using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.History;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>
/// 办结: what was done, when, by how many, with which result and files. An answer to an order nobody had accepted yet counts as 接单 and 办结. An appraisal or a piece of
/// information needs its stamped paper: as a file, or handed over. The township is asked once to rate.
/// </summary>
/// <param name="DoneOn">The day on which it was done, Shanghai; null is today.</param>
/// <param name="HandedOver">原件已交: the paper was given to the township.</param>
/// <param name="OnBehalf">代录 by the office: it was reported on the telephone.</param>
public sealed record CompleteOrder(
    Guid RecordId,
    int? Step,
    string Result,
    IReadOnlyList<Guid> FileIds,
    DateOnly? DoneOn = null,
    int? PeopleSent = null,
    bool HandedOver = false,
    bool OnBehalf = false
) : IRecordRequest<OrderAnswer>
{
    internal const int ResultLength = 2000;

    internal sealed class Handler(OrderLimits limits) : OrderHandler<CompleteOrder>
    {
        protected override OrderAction ActionOf(CompleteOrder request) => request.OnBehalf ? OrderAction.EnterCompletion : OrderAction.Complete;

        protected override async Task<Refusal?> CheckAsync(CompleteOrder request, AssistanceOrder record, Work work, CancellationToken cancel)
        {
            if (FreeText.Check(Texts.FieldResult, request.Result, ResultLength, Texts.NoResult) is { } refusal)
            {
                return refusal;
            }

            if (request.DoneOn > work.Today)
            {
                return new Refusal(Refusal.Invalid, Texts.DoneInFuture.With(ChinaTime.FullDay(request.DoneOn.Value)));
            }

            if (request.DoneOn < ChinaTime.DateOf(record.PlacedAt))
            {
                return new Refusal(Refusal.Invalid, Texts.DoneBefore.With(ChinaTime.FullDay(request.DoneOn.Value)));
            }

            if (request.PeopleSent is < 1 or > OrderContent.MostPeople)
            {
                return new Refusal(Refusal.Invalid, Texts.PeopleOutOfRange.With(OrderContent.MostPeople));
            }

            return record.NeedsProof && !request.HandedOver && !await HasPaperAsync(request, record, work, cancel)
                ? new Refusal(Refusal.Invalid, Texts.NoProof)
                : null;
        }

        protected override async Task<OrderAnswer> ApplyAsync(
            CompleteOrder request,
            AssistanceOrder record,
            OrderState from,
            Work work,
            CancellationToken cancel
        )
        {
            var paper = await HasPaperAsync(request, record, work, cancel);
            var files = await Attachments.AddAsync(work.Db, record.Id, work.Person.Id, request.FileIds, cancel);
            record.AcceptedAt ??= work.Now;
            record.CompletedAt = work.Now;
            record.DoneOn = request.DoneOn ?? work.Today;
            record.Result = FreeText.Kept(request.Result);
            record.PeopleSent = request.PeopleSent;
            record.Proof =
                request.HandedOver ? WrittenProof.HandedOver
                : paper ? WrittenProof.Uploaded
                : null;
            (record.Rating, record.RatingText, record.RatedAt) = (null, null, null);
            record.RatableUntil = limits.RatableUntil(work.Now);
            await RatingEnd.PlanAsync(record, work, cancel);
            var contact = (await Addressees.ContactsOfAsync(work.Db, [record.LeadUnitId!.Value], cancel)).GetValueOrDefault(record.LeadUnitId.Value);
            work.Remember(
                RecordNumber.AssistanceOrder,
                record.Id,
                ActionOf(request).ToString(),
                from == OrderState.AwaitingAcceptance ? Texts.HistoryAnswered : Texts.HistoryCompleted,
                request.OnBehalf ? Means.Phone : null,
                request.OnBehalf ? contact?.Id : null,
                after: record.Result
            );
            work.Tell(record.RequesterId, TownshipNotices.PleaseRate(record, files));
            if (request.OnBehalf && contact is not null)
            {
                work.Tell(contact.Id, DepartmentNotices.Entered(record, work.Person.Person, OrderWords.Outcome(record)));
            }

            return OrderAnswer.Of(record, record.Requester!.Name) with
            {
                Files = files,
            };
        }

        // A paper that the department sent with an earlier progress report will do as well.
        private static async Task<bool> HasPaperAsync(CompleteOrder request, AssistanceOrder record, Work work, CancellationToken cancel) =>
            await Attachments.CountWaitingAsync(work.Db, work.Person.Id, request.FileIds, cancel) > 0
            || await work.Db.Files.AnyAsync(
                f => f.RecordId == record.Id && work.Db.People.Any(p => p.Id == f.OwnerId && p.UnitId == record.LeadUnitId),
                cancel
            );
    }
}
