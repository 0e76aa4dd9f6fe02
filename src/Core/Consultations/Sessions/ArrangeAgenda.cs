using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>调整议题顺序: the office sets the order in which the items are taken.</summary>
/// <param name="RecordId">The session.</param>
/// <param name="ItemIds">All items of the agenda, in the new order.</param>
public sealed record ArrangeAgenda(Guid RecordId, int? Step, IReadOnlyList<Guid> ItemIds) : IRecordRequest<AgendaArranged>
{
    internal sealed class Handler : SessionHandler<ArrangeAgenda, AgendaArranged>
    {
        protected override SessionAction ActionOf(ArrangeAgenda request) => SessionAction.ArrangeAgenda;

        protected override string GuardSentence(ArrangeAgenda request, Session record) => Texts.OnlyOneItem;

        protected override Task<Refusal?> CheckAsync(ArrangeAgenda request, Session record, Work work, CancellationToken cancel)
        {
            var complete = request.ItemIds.Order().SequenceEqual(record.AgendaItems.Select(i => i.Id).Order());
            return Task.FromResult(complete ? null : new Refusal(Refusal.Stale, Texts.AgendaChanged));
        }

        protected override Task<AgendaArranged> ApplyAsync(
            ArrangeAgenda request,
            Session record,
            SessionState from,
            Work work,
            CancellationToken cancel
        )
        {
            var moved = false;
            foreach (var (id, order) in request.ItemIds.Select((id, index) => (id, index + 1)))
            {
                var item = record.AgendaItems.Find(i => i.Id == id)!;
                moved |= item.Order != order;
                item.Order = order;
            }

            if (moved)
            {
                work.Remember(
                    Persistence.RecordNumber.Session,
                    record.Id,
                    nameof(SessionAction.ArrangeAgenda),
                    Texts.HistoryArranged,
                    after: SessionNames.Agenda(record)
                );
            }

            return Task.FromResult(new AgendaArranged(record.Id, record.Number, SessionNames.Agenda(record), SendAgenda.IsDue(record)));
        }
    }
}

/// <summary>The answer to the office; <paramref name="SendAgain"/>: the agenda was sent in another order before.</summary>
public sealed record AgendaArranged(Guid Id, string Number, string Agenda, bool SendAgain);
