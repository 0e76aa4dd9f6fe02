using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.AssistanceOrders.Queries;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Documents.Spreadsheets;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.AssistanceOrders.Exported;

/// <summary>An order as a row; both sides may read all of it.</summary>
public sealed record OrderRow(
    string Number,
    string Title,
    OrderKind Kind,
    string Unit,
    string Requester,
    string? Department,
    UrgentGround? Urgent,
    DateTimeOffset PlacedAt,
    DateTimeOffset? DispatchedAt,
    DateTimeOffset? AcceptedAt,
    string? AssignedTo,
    DateTimeOffset? CompleteDue,
    DateTimeOffset? CompletedAt,
    int HandBacks,
    string? Result,
    OrderRating? Rating,
    OrderState State,
    string Account
);

/// <summary>协助单清单.</summary>
internal sealed class OrderExport()
    : ExportList<OrderRow>([
        new(Texts.Number, Texts.NumberMeaning, 15, r => SheetCell.Of(r.Number)),
        new(Texts.Title, Texts.TitleMeaning, 36, r => SheetCell.Of(r.Title)),
        new(Texts.Kind, Texts.KindMeaning, 18, r => SheetCell.Of(OrderWords.KindName(r.Kind))),
        new(Texts.Unit, Texts.UnitMeaning, 14, r => SheetCell.Of(r.Unit)),
        new(Texts.Requester, Texts.RequesterMeaning, 10, r => SheetCell.Of(r.Requester)),
        new(Texts.Department, Texts.DepartmentMeaning, 18, r => SheetCell.Of(r.Department)),
        new(Texts.Urgent, Texts.UrgentMeaning, 20, r => SheetCell.Of(r.Urgent is { } ground ? OrderWords.GroundName(ground) : null)),
        new(Texts.Placed, Texts.PlacedMeaning, 17, r => SheetCell.Of(r.PlacedAt)),
        new(Texts.Dispatched, Texts.DispatchedMeaning, 17, r => SheetCell.Of(r.DispatchedAt)),
        new(Texts.Accepted, Texts.AcceptedMeaning, 17, r => SheetCell.Of(r.AcceptedAt)),
        new(Texts.AssignedTo, Texts.AssignedToMeaning, 18, r => SheetCell.Of(r.AssignedTo)),
        new(Texts.Due, Texts.DueMeaning, 17, r => SheetCell.Of(r.CompleteDue)),
        new(Texts.Completed, Texts.CompletedMeaning, 17, r => SheetCell.Of(r.CompletedAt)),
        new(Texts.HandBacks, Texts.HandBacksMeaning, 8, r => SheetCell.Of(r.HandBacks)),
        new(Texts.Result, Texts.ResultMeaning, 50, r => SheetCell.Of(r.Result)),
        new(Texts.Rating, Texts.RatingMeaning, 10, r => SheetCell.Of(r.Rating is { } rating ? OrderWords.RatingName(rating) : null)),
        new(Texts.State, Texts.StateMeaning, 18, r => SheetCell.Of(OrderWords.StateName(r.State))),
        new(Texts.Account, Texts.AccountMeaning, 60, r => SheetCell.Of(r.Account)),
    ])
{
    public override string Kind => RecordNumber.AssistanceOrder;
    public override string Title => Texts.ListTitle;

    protected override IAsyncEnumerable<OrderRow> Query(WorkDb db, Actor actor, ExportFilter filter)
    {
        var (begin, end) = (filter.Begin, filter.End);
        var orders = db.AssistanceOrders.VisibleTo(actor).Where(o => o.PlacedAt >= begin && o.PlacedAt < end);
        if (filter.OpenOnly)
        {
            var open = OrderStatus.Open;
            orders = orders.Where(o => open.Contains(o.State));
        }

        return orders
            .OrderBy(o => o.Unit!.Order)
            .ThenBy(o => o.PlacedAt)
            .ThenBy(o => o.Number)
            .Select(o => new OrderRow(
                o.Number,
                o.Title,
                o.Kind,
                o.Unit!.ShortName,
                o.Requester!.Name,
                o.LeadUnit!.ShortName,
                o.Urgent,
                o.PlacedAt,
                o.DispatchedAt,
                o.AcceptedAt,
                o.AssignedTo,
                o.CompleteDue,
                o.CompletedAt,
                o.HandBacks.Count,
                o.Result,
                o.Rating,
                o.State,
                o.Account
            ))
            .AsAsyncEnumerable();
    }
}
