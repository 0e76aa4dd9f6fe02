using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using static SupervisionBot.Core.AssistanceOrders.OrderChoices;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>What the township that asked is told: who comes, who has it now, what is wanted of it, what came of it. Progress alone is no message.</summary>
internal static class TownshipNotices
{
    /// <summary>The office gave it to a department.</summary>
    public static Message Dispatched(AssistanceOrder order) =>
        Say(
            order,
            Texts.NoticeDispatchedTitle.With(order.Title, order.LeadUnit!.ShortName),
            Texts.NoticeDispatchedText.With(ChinaTime.Moment(order.AcceptDue!.Value))
        );

    /// <summary>代录: the office entered what the township ordered by telephone; who has it now.</summary>
    public static Message EnteredFor(AssistanceOrder order, Person office) =>
        Say(
            order,
            Texts.NoticePlacedForTitle.With(order.Title),
            Texts.NoticePlacedForText.With(
                Addressees.Line(office),
                order.LeadUnit is { } lead
                    ? Texts.NoticePlacedForStraight.With(lead.ShortName, ChinaTime.Moment(order.AcceptDue!.Value))
                    : Texts.NoticePlacedForLater
            )
        );

    /// <summary>延期 was granted to the department.</summary>
    public static Message Extended(AssistanceOrder order, string due, string? reason) =>
        new()
        {
            Title = Texts.NoticeExtendedTitle.With(order.Title, order.LeadUnit!.ShortName, due),
            Facts = reason is null ? [] : [new Fact(Texts.FieldReason, reason)],
            Choices = [Full(order)],
            Footer = Footer(order),
        };

    /// <summary>接单: who comes and when, whom to call.</summary>
    public static Message Accepted(AssistanceOrder order, Person? contact) =>
        Arranged(order, Texts.NoticeAcceptedTitle.With(order.Title, order.LeadUnit!.ShortName), contact);

    /// <summary>改约: who comes and when, as it is now.</summary>
    public static Message Rearranged(AssistanceOrder order, Person contact) =>
        Arranged(order, Texts.NoticeRearrangedTitle.With(order.Title, order.LeadUnit!.ShortName), contact);

    /// <summary>退单: nothing to do, who decides until when.</summary>
    public static Message HandedBack(AssistanceOrder order, DateTimeOffset due)
    {
        var last = order.HandBacks[^1];
        var who = OrderLifecycle.IsForLeaders(order) ? Texts.PartyLeaders : Texts.PartyOffice;
        return Say(
            order,
            last.SuggestedUnit is { } unit
                ? Texts.NoticeHandedBackToTitle.With(order.Title, order.LeadUnit!.ShortName, unit.ShortName)
                : Texts.NoticeHandedBackTitle.With(order.Title, order.LeadUnit!.ShortName),
            Texts.NoticeHandedBackText.With(who, ChinaTime.Moment(due))
        );
    }

    /// <summary>The hand-back was refused.</summary>
    public static Message StaysWith(AssistanceOrder order) =>
        Say(
            order,
            Texts.NoticeStaysTitle.With(order.Title, order.LeadUnit!.ShortName),
            Texts.NoticeDispatchedText.With(ChinaTime.Moment(order.AcceptDue!.Value))
        );

    /// <summary>The hand-back was granted, and nobody else gets it.</summary>
    public static Message Declined(AssistanceOrder order, string reason, Person ruler) =>
        Say(order, Texts.NoticeDeclinedTitle.With(order.Title), Texts.NoticeDeclinedText.With(reason, Addressees.Line(ruler)));

    /// <summary>要补材料: all of it in one message.</summary>
    public static Message PleaseSupply(AssistanceOrder order, Person asker) =>
        new()
        {
            Title = Texts.NoticeMaterialTitle.With(order.Title, order.LeadUnit!.ShortName),
            Text = Texts.NoticeMaterialText.With(order.MaterialWanted, Addressees.Line(asker)),
            Choices = [.. Known(order, OrderLifecycle.Township, OrderAction.SupplyMaterial, OrderAction.Cancel), Full(order)],
            Footer = Footer(order),
        };

    /// <summary>办结: what came of it; the one time that a rating is asked for.</summary>
    public static Message PleaseRate(AssistanceOrder order, int files) =>
        new()
        {
            Title = Texts.NoticeCompletedTitle.With(order.Title, order.LeadUnit!.ShortName),
            Facts = files == 0 ? [] : [new Fact(Texts.FactFiles, Texts.FileCount.With(files))],
            Text = string.Join(
                '\n',
                new[]
                {
                    OrderWords.Outcome(order),
                    order.Proof is not null && order.Kind == OrderKind.Appraisal ? Texts.PaperDecides : null,
                    Texts.NoRatingNeeded.With(ChinaTime.Day(ChinaTime.DateOf(order.RatableUntil!.Value))),
                }.OfType<string>()
            ),
            Choices = [.. Known(order, OrderLifecycle.Township, OrderAction.Rate, OrderAction.RateDissatisfied), Full(order)],
            Footer = Footer(order),
        };

    /// <summary>What became of a dissatisfied rating.</summary>
    public static Message Settled(AssistanceOrder order, RatingVerdict verdict, string reason, Person office) =>
        Say(
            order,
            verdict switch
            {
                RatingVerdict.DoAgain => Texts.NoticeAgainTitle.With(order.Title, order.LeadUnit!.ShortName),
                RatingVerdict.Dismiss => Texts.NoticeDismissedTitle.With(order.Title),
                _ => Texts.NoticeUpheldTitle.With(order.Title),
            },
            Texts.NoticeVerdictText.With(reason, Addressees.Line(office))
        );

    private static Message Arranged(AssistanceOrder order, string title, Person? contact)
    {
        var appointment = OrderWords.Appointment(order);
        return new Message
        {
            Title = title,
            Facts =
            [
                .. appointment.Length == 0 ? Array.Empty<Fact>() : [new Fact(Texts.FactAppointment, appointment)],
                .. order.CompleteDue is { } due ? [new Fact(Texts.FactCompleteDue, ChinaTime.Moment(due))] : Array.Empty<Fact>(),
                new Fact(Texts.FactContact, OrderWords.Contact(contact)),
            ],
            Choices = [Full(order)],
            Footer = Footer(order),
        };
    }

    private static Message Say(AssistanceOrder order, string title, string text) =>
        new()
        {
            Title = title,
            Text = text,
            Choices = [Full(order)],
            Footer = Footer(order),
        };
}
