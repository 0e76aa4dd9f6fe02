using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using static SupervisionBot.Core.AssistanceOrders.OrderChoices;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>What the office is told: only what is unclear, late at an urgent hour, or not satisfactory.</summary>
internal static class OfficeOrderNotices
{
    public static async Task<Message> PleaseDispatchAsync(WorkDb db, AssistanceOrder order, CancellationToken cancel)
    {
        await Parties.LoadCandidatesAsync(db, order, cancel);
        var files = await db.Files.CountAsync(f => f.RecordId == order.Id, cancel);
        return new Message
        {
            Title = (order.Urgent is null ? Texts.NoticeDispatchTitle : Texts.NoticeDispatchUrgentTitle).With(order.Title, order.Unit!.ShortName),
            Facts =
            [
                new Fact(Texts.FactWanted, OrderWords.Wanted(order)),
                new Fact(Texts.FactAccount, OrderWords.Excerpt(order.Account)),
                .. order.Candidates.Count == 0
                    ? Array.Empty<Fact>()
                    : [new Fact(Texts.FactNamed, string.Join('、', order.Candidates.Select(u => u.ShortName)))],
                .. files == 0 ? Array.Empty<Fact>() : [new Fact(Texts.FactFiles, Texts.FileCount.With(files))],
                new Fact(Texts.FactRequester, Addressees.Line(order.Requester!)),
            ],
            Choices = [.. Known(order, OrderLifecycle.Office, OrderAction.Dispatch, OrderAction.Convert), Full(order)],
            Footer = Footer(order),
        };
    }

    /// <summary>Urgent, and not accepted within its hours: somebody has to call.</summary>
    public static Message NotAcceptedInTime(AssistanceOrder order, Person? contact) =>
        new()
        {
            Title = Texts.NoticeUrgentOpenTitle.With(order.Title, order.LeadUnit!.ShortName),
            Facts =
            [
                new Fact(Texts.FactAcceptDue, ChinaTime.Moment(order.AcceptDue!.Value)),
                new Fact(Texts.FactContact, OrderWords.Contact(contact)),
                new Fact(Texts.FactRequester, Addressees.Line(order.Requester!)),
            ],
            Text = Texts.NoticeUrgentOpenText,
            Choices = [Full(order)],
            Footer = Footer(order),
        };

    /// <summary>不满意，待核实.</summary>
    public static Message PleaseCheck(AssistanceOrder order) =>
        new()
        {
            Title = Texts.NoticeCheckTitle.With(order.Title, order.Unit!.ShortName),
            Facts =
            [
                new Fact(Texts.FactRatingText, order.RatingText ?? ""),
                new Fact(Texts.FactDone, OrderWords.Excerpt(OrderWords.Outcome(order))),
                new Fact(Texts.FactLead, order.LeadUnit!.ShortName),
                new Fact(Texts.FactRequester, Addressees.Line(order.Requester!)),
            ],
            Choices = [.. Known(order, OrderLifecycle.Office, OrderAction.Reopen, OrderAction.UpholdRating, OrderAction.DismissRating), Full(order)],
            Footer = Footer(order),
        };
}
