using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Tests.Consultations;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Tests.AssistanceOrders;

/// <summary>Every action of an order that a person presses, as a request with sensible words.</summary>
internal static class OrderDeeds
{
    public static IReadOnlyList<OrderAction> All { get; } = [.. Enum.GetValues<OrderAction>().Except([OrderAction.Close])];

    /// <summary>Actions that do not hang on a step.</summary>
    public static bool IsStepless(OrderAction action) => action is OrderAction.ReportPart or OrderAction.Share;

    /// <summary>Who of the county does it in the ordinary course, for an order of 樊村镇 that is with 市水务局.</summary>
    public static string ActorOf(OrderAction action) =>
        action switch
        {
            OrderAction.SupplyMaterial or OrderAction.AddMaterial or OrderAction.Rate or OrderAction.RateDissatisfied or OrderAction.Cancel =>
                Ordering.Asker,
            OrderAction.Dispatch
            or OrderAction.Redispatch
            or OrderAction.Decline
            or OrderAction.RefuseHandBack
            or OrderAction.Convert
            or OrderAction.EnterAcceptance
            or OrderAction.EnterCompletion
            or OrderAction.Reopen
            or OrderAction.DismissRating
            or OrderAction.UpholdRating => County.Office,
            OrderAction.ReportPart => Ordering.Land,
            _ => Ordering.Water,
        };

    /// <summary>The request behind an action.</summary>
    public static IRequest<OrderAnswer> Request(County county, OrderAction action, Guid id, int? step) =>
        action switch
        {
            OrderAction.Dispatch => new DispatchOrder(id, step, county.Unit("shuiwu")),
            OrderAction.Accept => new AcceptOrder(id, step, "水政大队老李", new DateOnly(2026, 11, 24)),
            OrderAction.EnterAcceptance => new AcceptOrder(id, step, "水政大队老李", new DateOnly(2026, 11, 24), OnBehalf: true),
            OrderAction.HandBack => new HandBackOrder(id, step, HandBackReason.NotCompetent, "三定规定第四条", county.Unit("yingji")),
            OrderAction.AskMaterial => new AskMaterial(id, step, "现场照片、位置图"),
            OrderAction.SupplyMaterial => new SupplyMaterial(id, step, "位置在桥东五十米", []),
            OrderAction.AddMaterial => new SupplyMaterial(id, step, "又堆了两车", [], WasAsked: false),
            OrderAction.ReceiveMaterial => new ReceiveMaterial(id, step),
            OrderAction.Redispatch => new RedispatchOrder(id, step, county.Unit("chengguan")),
            OrderAction.Decline => new DeclineOrder(id, step, "这项权力已经赋给乡镇"),
            OrderAction.RefuseHandBack => new RefuseHandBack(id, step, "河道管理条例写明由水务部门管"),
            OrderAction.Convert => new ConvertToConsultation(id, step),
            OrderAction.ReportProgress => new ReportOrderProgress(id, step, "约了当事人明天到场", []),
            OrderAction.Rearrange => new RearrangeOrder(id, step, "水政大队老王", new DateOnly(2026, 11, 25)),
            OrderAction.ReportPart => new ReportPart(id, null, "已出具红线图", []),
            OrderAction.Complete => new CompleteOrder(id, step, "现场清理完毕，责令改正", [], PeopleSent: 2),
            OrderAction.EnterCompletion => new CompleteOrder(id, step, "电话报告已清理", [], OnBehalf: true),
            OrderAction.Rate => new RateOrder(id, step, OrderRating.Satisfied, null),
            OrderAction.RateDissatisfied => new RateOrder(id, step, OrderRating.Dissatisfied, "人没到现场"),
            OrderAction.Reopen => new SettleRating(id, step, RatingVerdict.DoAgain, "核实确未到场"),
            OrderAction.DismissRating => new SettleRating(id, step, RatingVerdict.Dismiss, "照片显示已到场"),
            OrderAction.UpholdRating => new SettleRating(id, step, RatingVerdict.Uphold, "情况属实，已约谈承办人"),
            OrderAction.Share => new ShareAnswer(id),
            OrderAction.Cancel => new CancelOrder(id, step, null),
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, message: null),
        };
}
