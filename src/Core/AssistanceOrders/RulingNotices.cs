using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;
using static SupervisionBot.Core.AssistanceOrders.OrderChoices;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>What is said around a hand-back: to those who rule, and afterwards to the department (conversation.md 2.4).</summary>
internal static class RulingNotices
{
    /// <summary>待裁定: both sides' words, and three exits.</summary>
    public static async Task TellRulersAsync(AssistanceOrder order, Work work, CancellationToken cancel)
    {
        var message = new Message
        {
            Title = Texts.NoticeRuleTitle.With(order.Title, order.LeadUnit!.ShortName, order.HandBacks.Count),
            Facts =
            [
                .. order.HandBacks.Select(h => new Fact(h.Unit!.ShortName, OrderWords.Whole(h))),
                new Fact(Texts.FactAccount, OrderWords.Excerpt(order.Account)),
                new Fact(Texts.FactTownship, Texts.UnitAndContact.With(order.Unit!.ShortName, Addressees.Line(order.Requester!))),
            ],
            Choices =
            [
                .. Known(order, OrderLifecycle.Ruler, OrderAction.Redispatch, OrderAction.RefuseHandBack, OrderAction.Convert, OrderAction.Decline),
                Full(order),
            ],
            Footer = Footer(order),
        };
        foreach (var person in await RulersAsync(order, OrderState.AwaitingRuling, work, cancel))
        {
            work.Tell(person.Id, message);
        }
    }

    /// <summary>Those with whom an order waits in that state: the office, or for a second hand-back the task-force leaders.</summary>
    public static Task<List<Person>> RulersAsync(AssistanceOrder order, OrderState state, Work work, CancellationToken cancel) =>
        state == OrderState.AwaitingRuling && OrderLifecycle.IsForLeaders(order)
            ? Addressees.TaskForceLeadersAsync(work.Db, cancel)
            : Addressees.OfficeAsync(work.Db, cancel);

    /// <summary>To the department whose hand-back was granted.</summary>
    public static Task TellGrantedAsync(AssistanceOrder order, Unit department, string what, Work work, CancellationToken cancel) =>
        TellAsync(
            department.Id,
            new Message
            {
                Title = Texts.NoticeGrantedTitle.With(order.Title),
                Text = what,
                Choices = [Full(order)],
                Footer = Footer(order),
            },
            work,
            cancel
        );

    /// <summary>To the department whose hand-back was refused: it is theirs, and until when.</summary>
    public static Task TellRefusedAsync(AssistanceOrder order, string reason, Work work, CancellationToken cancel) =>
        TellAsync(
            order.LeadUnitId!.Value,
            new Message
            {
                Title = Texts.NoticeRefusedTitle.With(order.Title),
                Facts =
                [
                    new Fact(Texts.FieldReason, reason),
                    new Fact(Texts.FactAcceptDue, Calendars.ChinaTime.Moment(order.AcceptDue!.Value)),
                    new Fact(Texts.FactRequester, Addressees.Line(order.Requester!)),
                ],
                Choices = [.. Known(order, OrderLifecycle.Department, OrderAction.Accept, OrderAction.AskMaterial), Full(order)],
                Footer = Footer(order),
            },
            work,
            cancel
        );

    /// <summary>To everybody who had to do with it: it goes on as a consultation.</summary>
    public static Message Converted(AssistanceOrder order, Consultation consultation) =>
        new()
        {
            Title = Texts.NoticeConvertedTitle.With(order.Title),
            Text = Texts.NoticeConvertedText,
            Choices = [ConsultationChoices.Full(consultation)],
            Footer = ConsultationChoices.Footer(consultation),
        };

    private static async Task TellAsync(Guid unitId, Message message, Work work, CancellationToken cancel)
    {
        if ((await Addressees.ContactsOfAsync(work.Db, [unitId], cancel)).GetValueOrDefault(unitId) is { } contact)
        {
            work.Tell(contact.Id, message);
        }
    }
}
