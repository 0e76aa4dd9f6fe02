using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Tests.Consultations;

/// <summary>Every action of the lifecycle that a person presses, as a request with sensible words.</summary>
internal static class Deeds
{
    public static IReadOnlyList<ConsultationAction> All { get; } =
    [
        ConsultationAction.Release,
        ConsultationAction.ReleaseOnBehalf,
        ConsultationAction.RevokeRelease,
        ConsultationAction.SendBack,
        ConsultationAction.Amend,
        ConsultationAction.AddMaterial,
        ConsultationAction.AdmitForViews,
        ConsultationAction.AdmitForRegularSession,
        ConsultationAction.AdmitForOwnSession,
        ConsultationAction.ConvertToOrder,
        ConsultationAction.ReturnForCompletion,
        ConsultationAction.Complete,
        ConsultationAction.GiveView,
        ConsultationAction.Cancel,
    ];

    /// <summary>Who of the county does it in the ordinary course.</summary>
    public static string ActorOf(ConsultationAction action) =>
        action switch
        {
            ConsultationAction.Release or ConsultationAction.SendBack or ConsultationAction.RevokeRelease => County.Leader,
            ConsultationAction.AdmitForViews
            or ConsultationAction.AdmitForRegularSession
            or ConsultationAction.AdmitForOwnSession
            or ConsultationAction.ConvertToOrder
            or ConsultationAction.ReturnForCompletion => County.Office,
            ConsultationAction.EnterView => County.Office,
            ConsultationAction.GiveView => County.Water,
            _ => County.Clerk,
        };

    /// <summary>Runs the request behind an action.</summary>
    /// <returns>Null when it was done.</returns>
    public static Task<Refusal?> DoAsync(County county, string login, ConsultationAction action, Guid id, int? step, CancellationToken cancel)
    {
        return action switch
        {
            ConsultationAction.Release => Run(new ReleaseConsultation(id, step)),
            ConsultationAction.ReleaseOnBehalf => Run(new ReleaseOnBehalf(id, step, "电话同意")),
            ConsultationAction.RevokeRelease => Run(new RevokeRelease(id, step)),
            ConsultationAction.SendBack => Run(new SendBackConsultation(id, step, "请改")),
            ConsultationAction.Amend => Run(new AmendConsultation(id, step, county.Content("改过的情况"), [])),
            ConsultationAction.AddMaterial => Run(new AddMaterial(id, step, "补充一句", [])),
            ConsultationAction.AdmitForViews => Run(new AdmitConsultation(id, step, AdmissionRoute.WrittenViews)),
            ConsultationAction.AdmitForRegularSession => Run(new AdmitConsultation(id, step, AdmissionRoute.RegularSession)),
            ConsultationAction.AdmitForOwnSession => Run(new AdmitConsultation(id, step, AdmissionRoute.OwnSession)),
            ConsultationAction.ConvertToOrder => Run(new ConvertToOrder(id, step, null)),
            ConsultationAction.ReturnForCompletion => Run(new ReturnForCompletion(id, step, "缺照片")),
            ConsultationAction.Complete => Run(new CompleteConsultation(id, step, "已补", [])),
            ConsultationAction.GiveView => Run(new GiveView(id, null, ViewKind.Own, "我局意见", "三定规定")),
            ConsultationAction.EnterView => Run(new EnterView(id, county.Unit("ziran"), ViewKind.Own, "电话里答复由水务局查处", null)),
            ConsultationAction.Cancel => Run(new CancelConsultation(id, step, null)),
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, message: null),
        };

        async Task<Refusal?> Run<T>(IRequest<T> request) => (await county.RunAsync(login, request, cancel)).Refusal;
    }
}
