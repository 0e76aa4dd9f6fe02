using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Bot.Conversations;

/// <summary>Answers one verb: a button, a numbered choice, or the sentence that such a choice asked for.</summary>
internal delegate Task Answer(TurnContext turn, Press press, CancellationToken cancel);

/// <summary>A subject that people talk about; says which verbs it answers.</summary>
internal interface ITalk
{
    IEnumerable<(string Verb, Answer Answer)> Verbs { get; }

    /// <summary>Those that only show something: the list in which they stand is not answered by them.</summary>
    IEnumerable<string> OnlyShowing => [];

    /// <summary>Those that plain assent of the one who decides means, where they stand first in a list. Nothing that cannot be undone.</summary>
    IEnumerable<string> Releasing => [];
}

/// <summary>A talk with a draft that free text is added to while it is open.</summary>
internal interface IDraftTalk : ITalk
{
    string DraftKind { get; }

    /// <summary>Adds what was typed or sent to the open draft and shows it.</summary>
    Task SayAsync(TurnContext turn, Draft draft, CancellationToken cancel);

    /// <summary>Shows the draft as it stands.</summary>
    Task ShowAsync(TurnContext turn, Draft draft, CancellationToken cancel);
}

/// <summary>A talk whose draft becomes a record: it can be dropped, changed, and left alone to be finished another day.</summary>
internal interface ISendableTalk : IDraftTalk
{
    /// <summary>Sends it off: the first button of a draft that is ready.</summary>
    string SendVerb { get; }

    /// <summary>先不报, 不点了.</summary>
    string LeaveVerb { get; }

    /// <summary>What to say when the draft was dropped.</summary>
    string Dropped { get; }

    /// <summary>What to say, once, of a draft that lies unsent; null where it has been said.</summary>
    string? TakeMention(Draft draft);

    /// <summary>改: asks what is to be changed.</summary>
    Task ChangeAsync(TurnContext turn, Draft draft, CancellationToken cancel);
}

/// <summary>The one table from verb to talk.</summary>
internal sealed class VerbTable
{
    private readonly Dictionary<string, Answer> answers = new(StringComparer.Ordinal);
    private readonly HashSet<string> showing = new(StringComparer.Ordinal);
    private readonly HashSet<string> releasing = new(StringComparer.Ordinal);
    private readonly HashSet<string> sending = new(StringComparer.Ordinal);

    /// <summary>Which kind of draft the verbs with that beginning (<c>draft.</c>, <c>orderdraft.</c>) are about.</summary>
    private readonly Dictionary<string, string> kinds = new(StringComparer.Ordinal);

    public VerbTable(IEnumerable<ITalk> talks)
    {
        foreach (var talk in talks)
        {
            foreach (var (verb, answer) in talk.Verbs)
            {
                answers.Add(verb, answer);
            }

            showing.UnionWith(talk.OnlyShowing);
            releasing.UnionWith(talk.Releasing);
            if (talk is ISendableTalk { SendVerb: var send })
            {
                sending.Add(send);
            }
        }

        foreach (var talk in talks.OfType<ISendableTalk>())
        {
            foreach (var (verb, _) in talk.Verbs)
            {
                kinds[Beginning(verb)] = talk.DraftKind;
            }
        }
    }

    /// <summary>Whether it releases what waits for the reader.</summary>
    public bool Releases(Choice choice) => releasing.Contains(choice.Verb);

    /// <summary>Whether it sends a draft of the reader's own off.</summary>
    public bool SendsDraft(Choice choice) => sending.Contains(choice.Verb);

    /// <summary>
    /// Answers a choice; false when no talk knows the verb (a button of an older version), or it stands on a draft that is none of its talk. The
    /// numbers of the last list die with it, whether it was chosen there or on an older card: what is asked next brings its own.
    /// </summary>
    public async Task<bool> AnswerAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (!answers.TryGetValue(press.Verb, out var answer) || await IsOfOtherKindAsync(turn, press, cancel))
        {
            return false;
        }

        if (!showing.Contains(press.Verb))
        {
            Lists.MarkAnswered(turn);
        }

        await answer(turn, press, cancel);
        return true;
    }

    private async Task<bool> IsOfOtherKindAsync(TurnContext turn, Press press, CancellationToken cancel) =>
        press.Id != Guid.Empty
        && kinds.TryGetValue(Beginning(press.Verb), out var kind)
        && await Drafts.FindAsync(turn, press.Id, cancel) is { } draft
        && draft.Kind != kind;

    private static string Beginning(string verb) => verb[..(verb.IndexOf('.', StringComparison.Ordinal) + 1)];
}
