using SupervisionBot.Core.Deadlines;

namespace SupervisionBot.Bot.Pages.Desk;

/// <summary>Buttons of the desk.</summary>
internal static class DeskWords
{
    public static string Label(DeadlineAction action) =>
        action switch
        {
            DeadlineAction.TakeCharge => Texts.TakeCharge,
            DeadlineAction.Resume => Texts.Resume,
            DeadlineAction.Grant => Texts.Grant,
            DeadlineAction.Refuse => Texts.Refuse,
            DeadlineAction.Hold => Texts.Hold,
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, "There is no such button on the desk."),
        };
}
