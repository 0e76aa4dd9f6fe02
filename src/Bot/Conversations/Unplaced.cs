using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Bot.Conversations;

/// <summary>
/// What was said last and understood by nobody. Many tell a matter in several messages, and only the third says what is wanted: what stands right before
/// it belongs to it. Kept in one row per person that is never open, so that nothing typed goes to it.
/// </summary>
internal static class Unplaced
{
    /// <summary>What the answer to such words is about: it waits for quiet, and what is understood after it takes its place.</summary>
    public const string About = "unplaced";

    private const string Kind = "unplaced";
    private const int Longest = 2_000;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(3);

    /// <summary>The words that stand right before this message; null where there are none, or something else was said or pressed in between.</summary>
    public static async Task<string?> BeforeAsync(TurnContext turn, CancellationToken cancel)
    {
        if (await FindAsync(turn, cancel) is not { } kept || kept.TouchedAt <= turn.Work.Now - Life)
        {
            return null;
        }

        var said = JsonSerializer.Deserialize(kept.Values, UnplacedJson.Default.UnplacedWords)!;
        var between = await turn.Work.Db.Inbox.AnyAsync(
            i => i.ConversationId == turn.Conversation.Id && i.Id > said.InboxId && i.Id < turn.InboxId,
            cancel
        );
        return between || said.InboxId >= turn.InboxId || NoAccount.IsMeant(said.Words) || IsSaidAgain(said.Words, turn.Text) ? null : said.Words;
    }

    /// <summary>Keeps the words for what may follow.</summary>
    public static async Task KeepAsync(TurnContext turn, string words, CancellationToken cancel)
    {
        var kept = await FindAsync(turn, cancel) ?? Drafts.Begin(turn, Kind, "");
        Drafts.Close(turn, kept);
        var told = words.Length <= Longest ? words : turn.Text;
        Drafts.Change(turn, kept, JsonSerializer.Serialize(new UnplacedWords(told, turn.InboxId), UnplacedJson.Default.UnplacedWords));
    }

    /// <summary>One account out of what was said in several messages.</summary>
    public static string Joined(string? before, string text) =>
        before is null ? text
        : text.Length == 0 ? before
        : char.IsPunctuation(before[^1]) ? before + text
        : $"{before}，{text}";

    private static Task<Draft?> FindAsync(TurnContext turn, CancellationToken cancel) =>
        turn.Work.Db.Drafts.FirstOrDefaultAsync(d => d.PersonId == turn.Work.Person.Id && d.Kind == Kind && d.ClosedAt != null, cancel);

    // Who is told that nothing was understood says it once more in other words.
    private static bool IsSaidAgain(string before, string text)
    {
        var pairs = before.Zip(before.Skip(1), (a, b) => $"{a}{b}").ToList();
        return pairs.Count > 0 && pairs.Count(pair => text.Contains(pair, StringComparison.Ordinal)) * 2 >= pairs.Count;
    }
}
