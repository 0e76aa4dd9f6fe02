using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Bot.Conversations;

/// <summary>
/// The drafts of a person. The one touched last is open: free text goes to it. Left alone for two hours it is parked: nobody chases it, and it is
/// mentioned once the next time the person writes.
/// </summary>
internal static class Drafts
{
    /// <summary>How long a draft is open after the last word, and unasked files belong to what is said next.</summary>
    public static readonly TimeSpan Open = TimeSpan.FromHours(2);

    /// <summary>The draft that free text belongs to now; null when there is none.</summary>
    public static async Task<Draft?> OpenOfAsync(TurnContext turn, CancellationToken cancel)
    {
        var draft = await Latest(turn).FirstOrDefaultAsync(cancel);
        return draft is not null && draft.TouchedAt > turn.Work.Now - Open ? draft : null;
    }

    /// <summary>The latest draft of these kinds that was not sent off or dropped, open or parked.</summary>
    public static Task<Draft?> LatestOfAsync(TurnContext turn, IEnumerable<string> kinds, CancellationToken cancel) =>
        Latest(turn, [.. kinds]).FirstOrDefaultAsync(cancel);

    private static IQueryable<Draft> Latest(TurnContext turn, string[]? kinds = null) =>
        turn
            .Work.Db.Drafts.Where(d => d.PersonId == turn.Work.Person.Id && d.ClosedAt == null && (kinds == null || kinds.Contains(d.Kind)))
            .OrderByDescending(d => d.TouchedAt);

    /// <summary>A draft by its id, if it belongs to the person.</summary>
    public static Task<Draft?> FindAsync(TurnContext turn, Guid id, CancellationToken cancel) =>
        turn.Work.Db.Drafts.FirstOrDefaultAsync(d => d.Id == id && d.PersonId == turn.Work.Person.Id, cancel);

    /// <summary>The draft that a button stands on, while it can still be changed; else the person is told that the choice is gone.</summary>
    public static async Task<Draft?> OpenAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await FindAsync(turn, press.Id, cancel) is { ClosedAt: null } draft)
        {
            return draft;
        }

        turn.Reply(Texts.ChoiceGone);
        return null;
    }

    /// <summary>
    /// The draft that a sending button stands on: an open one, or one that was sent, whose answer is given once more. A draft that was dropped or became
    /// something else is sent by no card of it; the person is told that the choice is gone.
    /// </summary>
    public static async Task<Draft?> SendableAsync(TurnContext turn, Press press, Func<Draft, bool> wasSent, CancellationToken cancel)
    {
        if (await FindAsync(turn, press.Id, cancel) is { } draft && (draft.ClosedAt is null || wasSent(draft)))
        {
            return draft;
        }

        turn.Reply(Texts.ChoiceGone);
        return null;
    }

    /// <summary>A button on a draft; it says for which state of the draft it was drawn.</summary>
    public static Choice Choice(string label, string verb, Draft draft, string? name = null, string? value = null)
    {
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["id"] = draft.Id.ToString(),
            ["step"] = draft.Step.ToString(CultureInfo.InvariantCulture),
        };
        if (name is not null)
        {
            arguments[name] = value!;
        }

        return new Choice(label, verb, arguments);
    }

    public static Draft Begin(TurnContext turn, string kind, string values, Guid? recordId = null)
    {
        var draft = new Draft
        {
            Id = turn.Work.NewId(),
            PersonId = turn.Work.Person.Id,
            Kind = kind,
            RecordId = recordId,
            Values = values,
            StartedAt = turn.Work.Now,
            TouchedAt = turn.Work.Now,
        };
        turn.Work.Db.Drafts.Add(draft);
        return draft;
    }

    /// <summary>Notes a change: buttons drawn before it are stale.</summary>
    public static void Change(TurnContext turn, Draft draft, string values)
    {
        draft.Values = values;
        draft.Step++;
        draft.TouchedAt = turn.Work.Now;
    }

    public static void Close(TurnContext turn, Draft draft) => draft.ClosedAt = turn.Work.Now;
}
