using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Deadlines;

/// <summary>
/// 裁定 by the office. An extension granted moves the due date (the original one is kept for ever), refused leaves it. An answer that was given by telephone, once
/// confirmed, is entered by the office as the unit's view; what is not confirmed runs on. The unit hears, once, and of an
/// extension of an order the township, too.
/// </summary>
/// <param name="Reason">Needed where it is refused.</param>
public sealed record Rule(Guid RecordId, int? Step, bool Grant, string? Reason = null) : IRecordRequest<DeadlineAnswer>
{
    internal sealed class Handler(Rulings rulings) : DeadlineHandler<Rule>
    {
        protected override DeadlineAction ActionOf(Rule request) => request.Grant ? DeadlineAction.Grant : DeadlineAction.Refuse;

        protected override Task<Refusal?> CheckAsync(Rule request, Deadline record, Work work, CancellationToken cancel) =>
            Task.FromResult(
                FreeText.Check(Texts.FieldReason, request.Reason, FreeText.ReasonLength, request.Grant ? null : Texts.NoReason)
                    // What was said on the telephone must stand in the record; the entry itself ends the deadline.
                    ?? (request.Grant && record.Asked == RulingKind.AnsweredByPhone ? new Refusal(Refusal.Invalid, Texts.EnterTheAnswer) : null)
            );

        protected override async Task<DeadlineAnswer> ApplyAsync(
            Rule request,
            Deadline record,
            DeadlineState from,
            Work work,
            CancellationToken cancel
        )
        {
            var kind = record.Asked;
            record.Extended |= request.Grant && kind == RulingKind.Extension;
            await rulings.RuledAsync(record, request.Grant ? record.AskedDue ?? record.Due : record.Due, work, cancel);
            var text = (kind, request.Grant) switch
            {
                (RulingKind.Extension, true) => Texts.HistoryExtended.With(DueWords.Verb(record.Promise), DueWords.Date(record)),
                (RulingKind.Extension, _) => Texts.HistoryNotExtended.With(DueWords.Verb(record.Promise)),
                _ => Texts.HistoryNotAnswered.With(DueWords.Verb(record.Promise)),
            };
            Remember(work, record, request, text, FreeText.Kept(request.Reason));
            await TellUnitAsync(record, text, request.Reason, work, cancel);
            if (request.Grant && record.RecordKind == RecordNumber.AssistanceOrder)
            {
                await TellAskerAsync(record, work, cancel);
            }

            return Answer(record);
        }

        /// <summary>The township waits for it: it hears of the new limit, and why (domain: b3.5).</summary>
        private static async Task TellAskerAsync(Deadline record, Work work, CancellationToken cancel)
        {
            var order = await work.Db.AssistanceOrders.AsNoTracking().WithParties().FirstAsync(o => o.Id == record.RecordId, cancel);
            work.Tell(order.RequesterId, TownshipNotices.Extended(order, DueWords.Date(record), record.AskReason));
        }

        private static async Task TellUnitAsync(Deadline record, string text, string? reason, Work work, CancellationToken cancel)
        {
            foreach (var person in await DeadlineAddressees.OfAsync(work.Db, record, Audience.Owner, work.Today, cancel))
            {
                work.Tell(
                    person,
                    new Message
                    {
                        Title = Texts.RuledTitle.With(record.Title, text),
                        Facts = [new Fact(Texts.FactDue, DueWords.Date(record))],
                        Text = FreeText.Kept(reason),
                        Choices = [DeadlineChoices.Full(record)],
                        Footer = record.Number,
                    }
                );
            }
        }
    }
}
