using SupervisionBot.Bot.Conversations.Ordering;
using SupervisionBot.Bot.Conversations.Practices;
using SupervisionBot.Bot.Conversations.Starting;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Bot.Conversations.Talks;

/// <summary>What can be done here, and what to say when nothing was understood: never "not recognised", always the two nearest things and a human.</summary>
internal sealed class HelpTalk : ITalk
{
    public const string Help = "help";
    public const string Never = "never";

    public IEnumerable<(string Verb, Answer Answer)> Verbs =>
        [
            (Help, (t, _, c) => HelpAsync(t, c)),
            (
                Never,
                (t, _, _) =>
                {
                    t.Reply(Conversations.Texts.NotNowDone);
                    return Task.CompletedTask;
                }
            ),
        ];

    public Task HelpAsync(TurnContext turn, CancellationToken cancel) => MenuAsync(turn, Texts.HelpTitle, Texts.HelpText, cancel);

    public Task GreetAsync(TurnContext turn, CancellationToken cancel) => MenuAsync(turn, Texts.GreetTitle, null, cancel);

    public async Task OutOfScopeAsync(TurnContext turn, CancellationToken cancel) =>
        turn.Reply(Texts.OutOfScope, await OfficeLine.GetAsync(turn.Work.Db, cancel));

    /// <summary>A thing the bot will do, but not yet.</summary>
    public async Task NotYetAsync(TurnContext turn, CancellationToken cancel) =>
        turn.Reply(
            new Message
            {
                Title = Texts.NotYet,
                Text = await OfficeLine.GetAsync(turn.Work.Db, cancel),
                Choices = [Choice(Texts.ChoiceStart, StartTalk.Start), Choice(Texts.ChoiceTodos, OverviewTalk.Todos)],
            }
        );

    /// <summary>Accepted, handed back, finished or rated what is not there.</summary>
    public async Task NoSuchOrderAsync(TurnContext turn, CancellationToken cancel) =>
        turn.Reply(
            new Message
            {
                Title = Texts.NoSuchOrder,
                Text = await OfficeLine.GetAsync(turn.Work.Db, cancel),
                Choices = [Choice(Texts.ChoiceTodos, OverviewTalk.Todos), Choice(Texts.ChoiceStatus, OverviewTalk.Status)],
            }
        );

    /// <summary>
    /// Not sure what was meant: the two nearest things, by number, once nothing more is said. Those that begin something carry the words, so that nobody
    /// has to type them again.
    /// </summary>
    public async Task UnsureAsync(TurnContext turn, Intent nearest, string words, CancellationToken cancel)
    {
        var consult = With(Texts.ChoiceStart, StartTalk.Start, words);
        var order = OrderTalk.MayOrder(turn.Work.Person) ? With(Texts.ChoiceOrder, OrderTalk.Begin, words) : null;
        var (todos, status) = (Choice(Texts.ChoiceTodos, OverviewTalk.Todos), Choice(Texts.ChoiceStatus, OverviewTalk.Status));
        Choice[] choices = nearest switch
        {
            Intent.QueryStatus => [status, todos],
            Intent.MyTodos => [todos, status],
            Intent.RequestAssistance when order is not null => [order, consult],
            Intent.ReportPractice => [Choice(Texts.ChoicePractice, PracticeTalk.Start), todos],
            _ => [consult, order ?? todos],
        };
        // What waits for the person stays what the numbers and words mean; what is offered beside it comes after.
        var waiting = Lists.Alive(turn) is { } alive && alive.Choices.Any(c => c.Arguments?.ContainsKey("step") == true) ? alive : null;
        var about = waiting?.Title == Texts.UnsureTitle ? null : waiting?.Title;
        var message = new Message
        {
            Title = Texts.UnsureTitle,
            Text = StandingTalk.Lines(about, await OfficeLine.GetAsync(turn.Work.Db, cancel)),
            Choices = [.. waiting?.Choices.Where(IsOfRecord) ?? [], .. choices],
        };
        await turn.ReplyWhenQuietAsync(message, Unplaced.About, cancel);
    }

    // What this answer itself offered before is not offered twice.
    private static bool IsOfRecord(Choice choice) => choice.Url is not null || choice.Arguments?.ContainsKey("id") == true;

    private static async Task MenuAsync(TurnContext turn, string title, string? text, CancellationToken cancel) =>
        turn.Reply(
            new Message
            {
                Title = title,
                Text = string.Join('\n', new[] { text, await OfficeLine.GetAsync(turn.Work.Db, cancel) }.OfType<string>()),
                Choices =
                [
                    Choice(Texts.ChoiceStart, StartTalk.Start),
                    Choice(Texts.ChoiceOrder, OrderMenuTalk.Menu),
                    Choice(Texts.ChoicePractice, PracticeTalk.Start),
                    Choice(Texts.ChoiceTodos, OverviewTalk.Todos),
                    Choice(Texts.ChoiceStatus, OverviewTalk.Status),
                    new Choice(Texts.ChoiceLibrary, "open", Url: "/practices"),
                ],
            }
        );

    private static Choice Choice(string label, string verb) => new(label, verb);

    private static Choice With(string label, string verb, string words) =>
        new(label, verb, new Dictionary<string, string>(StringComparer.Ordinal) { [StartTalk.WordsKey] = words });
}
