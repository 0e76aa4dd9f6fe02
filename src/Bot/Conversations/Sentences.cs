using System.Text.Json;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Bot.Conversations;

/// <summary>A choice that needs one more sentence: it is asked for, and the next thing the person says answers it.</summary>
internal sealed class Sentences(IServiceProvider services) : IDraftTalk
{
    /// <summary>先不办: the question is dropped.</summary>
    public const string Drop = "sentence.drop";

    public string DraftKind => "sentence";

    public IEnumerable<(string Verb, Answer Answer)> Verbs => [(Drop, DropAsync)];

    /// <summary>Asks for the sentence that <paramref name="press"/> needs. Whatever was asked before is dropped.</summary>
    public async Task AskAsync(TurnContext turn, Press press, string question, string? more, CancellationToken cancel)
    {
        while (await Drafts.LatestOfAsync(turn, [DraftKind], cancel) is { } earlier)
        {
            Drafts.Close(turn, earlier);
            await turn.Work.Db.SaveChangesAsync(cancel);
        }

        var asked = new Asked(press.Verb, press.Arguments.ToDictionary(), question);
        var draft = Drafts.Begin(turn, DraftKind, JsonSerializer.Serialize(asked, AskedJson.Default.Asked));
        draft.FileIds.AddRange(press.FileIds ?? []);
        turn.Reply(Question(draft, question, more));
    }

    public async Task SayAsync(TurnContext turn, Draft draft, CancellationToken cancel)
    {
        if (turn.Text.Length == 0)
        {
            draft.FileIds.AddRange(turn.FileIds);
            draft.TouchedAt = turn.Work.Now;
            await turn.ReplyWhenQuietAsync(Question(draft, Read(draft).Question, Texts.FilesKept), $"draft-{draft.Id:N}", cancel);
            return;
        }

        Drafts.Close(turn, draft);
        var asked = Read(draft);
        var press = Press.Of(asked.Verb, asked.Arguments) with { Sentence = turn.Text, FileIds = [.. draft.FileIds, .. turn.FileIds] };
        await services.GetRequiredService<VerbTable>().AnswerAsync(turn, press, cancel);
    }

    public Task ShowAsync(TurnContext turn, Draft draft, CancellationToken cancel)
    {
        turn.Reply(Question(draft, Read(draft).Question, null));
        return Task.CompletedTask;
    }

    private async Task DropAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await Drafts.FindAsync(turn, press.Id, cancel) is { ClosedAt: null } draft)
        {
            Drafts.Close(turn, draft);
        }

        turn.Reply(Texts.NotNowDone);
    }

    private static Message Question(Draft draft, string question, string? more) =>
        new()
        {
            Title = question,
            Text = more,
            Choices = [new Choice(Texts.NotNow, Drop, new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = draft.Id.ToString() })],
        };

    private static Asked Read(Draft draft) => JsonSerializer.Deserialize(draft.Values, AskedJson.Default.Asked)!;
}
