using SupervisionBot.Bot.Conversations.Starting;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Files;
using SupervisionBot.Core;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Forms;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.TypicalPractices;

namespace SupervisionBot.Bot.Conversations.Practices;

/// <summary>Draws the draft of a practice: the two ways to fill it, and, once there is a text, what was found in it and what can be done with it.</summary>
internal sealed class PracticeCard(SignedPaths paths)
{
    /// <summary>两种办法: a page without a second sign-in, or the text here.</summary>
    public Message TwoWays(TurnContext turn, Draft draft) =>
        new()
        {
            Title = Texts.TwoWays,
            Choices =
            [
                new Choice(Texts.ChoiceUpload, "open", Url: UploadPath(turn, draft)),
                Drafts.Choice(Texts.ChoicePaste, PracticeTalk.Paste, draft),
            ],
        };

    public async Task<Message> DrawAsync(TurnContext turn, Draft draft, string title, CancellationToken cancel)
    {
        var values = PracticeDraft.Read(draft);
        var facts = new List<Fact> { new(Texts.FactTitle, values.Title), new(Texts.FactShape, PracticeAdvice.Shape(values.Body, values.Title)) };
        if (draft.FileIds.Count > 0)
        {
            facts.Add(new Fact(Texts.FactFiles, Texts.FilesCount.With(draft.FileIds.Count)));
        }

        return new Message
        {
            Title = title,
            Facts = facts,
            Text = Lines(SensitiveText.NumberWarning(values.Body), PracticeAdvice.For(values.Body, values.Title)),
            Choices = await ChoicesAsync(turn, draft, cancel),
        };
    }

    /// <summary>收到{0}字: while pieces are coming.</summary>
    public static Message Received(Draft draft)
    {
        var values = PracticeDraft.Read(draft);
        return new Message
        {
            Title = Texts.Received.With(
                PracticeText.Count(values.Body),
                draft.FileIds.Count == 0 ? "" : Texts.ReceivedFiles.With(draft.FileIds.Count)
            ),
            Choices = [Drafts.Choice(Texts.ChoiceDone, PracticeTalk.Done, draft)],
        };
    }

    /// <summary>Where the draft can be filled and read in a browser; opens without the cookie, for this person.</summary>
    public string UploadPath(TurnContext turn, Draft draft) => paths.Sign($"/practices/drafts/{draft.Id}", turn.Work.Person.Id);

    /// <summary>报领导审签 · 补充 · 改标题 · 先不报.</summary>
    private async Task<IReadOnlyList<Choice>> ChoicesAsync(TurnContext turn, Draft draft, CancellationToken cancel)
    {
        var actor = turn.Work.Person;
        var leader = actor.Has(Role.UnitLeader, actor.UnitId) ? null : await StartCard.LeaderNameAsync(turn, cancel);
        return
        [
            .. draft.RecordId is null ? (Choice[])[] : [new Choice(Texts.ChoiceEdit, "open", Url: UploadPath(turn, draft))],
            Drafts.Choice(leader is null ? Texts.ChoiceSendToOffice : Texts.ChoiceSendToLeader.With(leader), PracticeTalk.Send, draft),
            Drafts.Choice(Texts.ChoiceMore, PracticeTalk.More, draft),
            Drafts.Choice(Texts.ChoiceRetitle, PracticeTalk.Retitle, draft),
            Drafts.Choice(Texts.ChoiceLater, PracticeTalk.Later, draft),
        ];
    }

    private static string? Lines(params string?[] lines) => string.Join('\n', lines.OfType<string>()) is { Length: > 0 } text ? text : null;
}
