using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using static SupervisionBot.Core.AssistanceOrders.OrderChoices;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>What departments are told about an order (conversation.md 2.3): each time something is wanted of them, with exactly what they can do.</summary>
internal static class DepartmentNotices
{
    /// <summary>新的协助单: accept, hand back, or ask for material.</summary>
    public static async Task<Message> PleaseAcceptAsync(WorkDb db, AssistanceOrder order, CancellationToken cancel)
    {
        var files = await db.Files.CountAsync(f => f.RecordId == order.Id, cancel);
        var facts = new List<Fact> { new(Texts.FactWanted, OrderWords.Wanted(order)), new(Texts.FactAccount, Account(order, files)) };
        if (order.Urgent is { } ground)
        {
            facts.Add(new Fact(Texts.FieldUrgent, OrderWords.GroundName(ground)));
        }

        if (order.Supporters.Count > 0)
        {
            facts.Add(new Fact(Texts.FactSupporters, string.Join('、', order.Supporters.OrderBy(s => s.Unit!.Order).Select(s => s.Unit!.ShortName))));
        }

        facts.Add(new Fact(Texts.FactAcceptDue, ChinaTime.Moment(order.AcceptDue!.Value)));
        if (order.CompleteDue is { } due)
        {
            facts.Add(new Fact(Texts.FactCompleteDue, ChinaTime.Moment(due)));
        }

        facts.Add(new Fact(Texts.FactRequester, Addressees.Line(order.Requester!)));
        return new Message
        {
            Title = (order.Urgent is null ? Texts.NoticeNewTitle : Texts.NoticeNewUrgentTitle).With(order.Unit!.ShortName, order.Title),
            Facts = facts,
            Text = Texts.NoticeNewText,
            Choices = [.. Known(order, OrderLifecycle.Department, OrderAction.Accept, OrderAction.HandBack, OrderAction.AskMaterial), Full(order)],
            Footer = Footer(order),
        };
    }

    /// <summary>协办: what is wanted, who leads.</summary>
    public static Message PleaseSupport(AssistanceOrder order) =>
        new()
        {
            Title = Texts.NoticeSupportTitle.With(order.Unit!.ShortName, order.Title),
            Facts =
            [
                new Fact(Texts.FactLead, order.LeadUnit!.ShortName),
                new Fact(Texts.FactWanted, OrderWords.Wanted(order)),
                new Fact(Texts.FactAccount, OrderWords.Excerpt(order.Account)),
                .. order.CompleteDue is { } due ? [new Fact(Texts.FactCompleteDue, ChinaTime.Moment(due))] : Array.Empty<Fact>(),
                new Fact(Texts.FactRequester, Addressees.Line(order.Requester!)),
            ],
            Choices = [.. Known(order, OrderLifecycle.Supporter, OrderAction.ReportPart), Full(order)],
            Footer = Footer(order),
        };

    /// <summary>The material has come: time runs again.</summary>
    public static Message Supplied(AssistanceOrder order, string? words, int files) =>
        new()
        {
            Title = Texts.NoticeSuppliedTitle.With(order.Title, order.Unit!.ShortName),
            Facts =
            [
                .. words is null ? Array.Empty<Fact>() : [new Fact(Texts.FactSupplied, OrderWords.Excerpt(words))],
                .. files == 0 ? Array.Empty<Fact>() : [new Fact(Texts.FactFiles, Texts.FileCount.With(files))],
                .. Due(order),
            ],
            Choices = [.. Actions(order), Full(order)],
            Footer = Footer(order),
        };

    /// <summary>The office asks the township for material on the department's behalf.</summary>
    public static Message MaterialAskedFor(AssistanceOrder order) =>
        new()
        {
            Title = Texts.NoticeMaterialForYouTitle.With(order.Title),
            Text = order.MaterialWanted,
            Choices = [Full(order)],
            Footer = Footer(order),
        };

    /// <summary>What a supporting department contributed, to the leading one.</summary>
    public static Message PartReported(AssistanceOrder order, SupportingUnit part) =>
        new()
        {
            Title = Texts.NoticePartTitle.With(order.Title, part.Unit!.ShortName),
            Text = OrderWords.Excerpt(part.Contribution!),
            Choices = [.. Actions(order), Full(order)],
            Footer = Footer(order),
        };

    /// <summary>重办: what is to be made good, until when.</summary>
    public static Message DoAgain(AssistanceOrder order, string reason) =>
        new()
        {
            Title = Texts.NoticeDoAgainTitle.With(order.Title, order.Unit!.ShortName),
            Facts =
            [
                new Fact(Texts.FactRatingText, order.RatingText ?? ""),
                new Fact(Texts.FactCheck, reason),
                .. Due(order),
                new Fact(Texts.FactRequester, Addressees.Line(order.Requester!)),
            ],
            Choices = [.. Actions(order), Full(order)],
            Footer = Footer(order),
        };

    /// <summary>The office entered it for the department, as told on the telephone.</summary>
    public static Message Entered(AssistanceOrder order, Person office, string what) =>
        new()
        {
            Title = Texts.NoticeEnteredTitle.With(order.Title),
            Text = Texts.NoticeEnteredText.With(Addressees.Line(office), what),
            Choices = [Full(order)],
            Footer = Footer(order),
        };

    /// <summary>撤回: nothing is to be done any more.</summary>
    public static Message Cancelled(AssistanceOrder order, string? reason) =>
        new()
        {
            Title = Texts.NoticeCancelledTitle.With(order.Title, order.Unit!.ShortName),
            Text = reason is null ? Texts.NoticeNothingToDo : Texts.NoticeCancelledWhy.With(reason),
            Footer = Footer(order),
        };

    private static IEnumerable<Choice> Actions(AssistanceOrder order) =>
        Known(order, OrderLifecycle.Department, OrderAction.Accept, OrderAction.HandBack, OrderAction.Complete, OrderAction.ReportProgress)
            .Where(c => order.State != OrderState.AwaitingAcceptance || c.Verb != VerbPrefix + OrderAction.Complete);

    private static IEnumerable<Fact> Due(AssistanceOrder order)
    {
        if (order.State == OrderState.AwaitingAcceptance)
        {
            yield return new Fact(Texts.FactAcceptDue, ChinaTime.Moment(order.AcceptDue!.Value));
        }
        else if (order.CompleteDue is { } due)
        {
            yield return new Fact(Texts.FactCompleteDue, ChinaTime.Moment(due));
        }
    }

    private static string Account(AssistanceOrder order, int files) =>
        files == 0 ? OrderWords.Excerpt(order.Account) : Texts.AccountWithFiles.With(OrderWords.Excerpt(order.Account), files);
}
