using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Bot.Pages.Desk;

/// <summary>Buttons and links of the desk.</summary>
internal static class DeskWords
{
    /// <summary>Where an item is worked on: the page it names itself, else that of its number.</summary>
    public static string PageOf(TodoItem item) =>
        item.Choices.FirstOrDefault(c => c.Url is not null)?.Url
        ?? (item.Number.StartsWith(RecordNumber.Session, StringComparison.Ordinal) ? $"/sessions/{item.Number}" : $"/records/{item.Number}");

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
