using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Forms;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>
/// 点单: a township orders assistance. Straight to the department where it is certain; otherwise the office dispatches. The draft's id becomes the record's id; sending
/// the same draft again answers with the order that it made.
/// </summary>
/// <param name="ForUnitId">代录 by the office: the township that ordered by telephone, which is told; null is the actor's own.</param>
/// <param name="ByPersonId">Who of it telephoned; null where the office did not note it.</param>
public sealed record PlaceOrder(Guid DraftId, OrderContent Content, IReadOnlyList<Guid> FileIds, Guid? ForUnitId = null, Guid? ByPersonId = null)
    : IRequest<OrderAnswer>
{
    internal sealed class Handler(OrderLimits limits) : IHandler<PlaceOrder, OrderAnswer>
    {
        public async Task<Outcome<OrderAnswer>> HandleAsync(PlaceOrder request, Work work, CancellationToken cancel)
        {
            var existing = await work.Db.AssistanceOrders.WithParties().FirstOrDefaultAsync(o => o.Id == request.DraftId, cancel);
            if (existing is not null)
            {
                return OrderVisibility.Sees(work.Person, existing)
                    ? OrderAnswer.Of(existing)
                    : new Refusal(Refusal.NotFound, UseCases.Texts.RecordNotFound);
            }

            var unitId = request.ForUnitId ?? work.Person.UnitId;
            if (await CheckAsync(request, unitId, work, cancel) is { } refusal)
            {
                return refusal;
            }

            var order = Make(request, unitId, await RequesterAsync(request, unitId, work, cancel), await NumberAsync(work, cancel), work.Now);
            work.Db.AssistanceOrders.Add(order);
            await Parties.LoadAsync(work.Db, order, cancel);
            var files = await Attachments.AddAsync(work.Db, order.Id, work.Person.Id, request.FileIds, cancel);
            work.Remember(
                RecordNumber.AssistanceOrder,
                order.Id,
                nameof(PlaceOrder),
                Texts.HistoryPlaced,
                request.ForUnitId is null ? null : History.Means.Phone,
                request.ForUnitId is null ? null : order.RequesterId
            );
            var answer = await SendAsync(order, work, cancel) with { Files = files };
            if (request.ForUnitId is not null && order.RequesterId != work.Person.Id)
            {
                work.Tell(order.RequesterId, TownshipNotices.EnteredFor(order, work.Person.Person));
            }

            return answer;
        }

        private async Task<OrderAnswer> SendAsync(AssistanceOrder order, Work work, CancellationToken cancel)
        {
            if (order.CandidateUnitIds is [var only])
            {
                order.State = OrderState.AwaitingAcceptance;
                return OrderAnswer.Of(order, await Dispatching.SendAsync(order, only, [], limits, work, cancel));
            }

            await Releasing.TellOfficeAsync(await OfficeOrderNotices.PleaseDispatchAsync(work.Db, order, cancel), work, cancel);
            return OrderAnswer.Of(order, Texts.PartyOffice);
        }

        private static async Task<Refusal?> CheckAsync(PlaceOrder request, Guid unitId, Work work, CancellationToken cancel)
        {
            var allowed = request.ForUnitId is null ? work.Person.WorksFor(unitId) : work.Person.IsOffice;
            var township = await work.Db.Units.AnyAsync(u => u.Id == unitId && u.Kind == UnitKind.Township, cancel);
            if (!allowed || !township)
            {
                return new Refusal(Refusal.Forbidden, Texts.OnlyTownships);
            }

            if (request.ByPersonId is { } caller && !await work.Db.People.AnyAsync(p => p.Active && p.Id == caller && p.UnitId == unitId, cancel))
            {
                return new Refusal(Refusal.Invalid, Texts.NotOfTownship);
            }

            return await request.Content.CheckAsync(work, unitId, cancel) is { } complaint ? new Refusal(Refusal.Invalid, complaint) : null;
        }

        /// <summary>Who placed it; by telephone who called, else those who place orders otherwise: the township's staff before anybody else of it.</summary>
        private static async Task<Guid> RequesterAsync(PlaceOrder request, Guid unitId, Work work, CancellationToken cancel)
        {
            if (request.ByPersonId is { } caller)
            {
                return caller;
            }

            if (work.Person.WorksFor(unitId))
            {
                return work.Person.Id;
            }

            var staff = work.Db.People.Where(p => p.Active && p.UnitId == unitId && p.Roles.Contains(Role.Staff)).OrderBy(p => p.Order);
            return (await staff.FirstOrDefaultAsync(cancel))?.Id
                ?? (await Addressees.ContactsOfAsync(work.Db, [unitId], cancel)).GetValueOrDefault(unitId)?.Id
                ?? work.Person.Id;
        }

        private static Task<string> NumberAsync(Work work, CancellationToken cancel) => work.TakeNumberAsync(RecordNumber.AssistanceOrder, cancel);

        private static AssistanceOrder Make(PlaceOrder request, Guid unitId, Guid requesterId, string number, DateTimeOffset now)
        {
            var content = request.Content;
            return new AssistanceOrder
            {
                Id = request.DraftId,
                Number = number,
                UnitId = unitId,
                RequesterId = requesterId,
                Title = ConsultationTitle.Of(content.Title) ?? ConsultationTitle.FirstClause(content.Account),
                Kind = content.Kind,
                Account = PlainText.Clean(content.Account),
                PeopleWanted = content.PeopleWanted,
                WishedOn = content.WishedOn,
                WishedTime = content.WishedTime,
                PeriodTo = content.PeriodTo,
                Trainees = FreeText.Kept(content.Trainees),
                Urgent = content.Urgent,
                CandidateUnitIds = [.. content.UnitIds.Distinct()],
                PlacedAt = now,
            };
        }
    }
}
