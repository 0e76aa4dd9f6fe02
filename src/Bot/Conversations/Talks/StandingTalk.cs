using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Core;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Conversations.Talks;

/// <summary>
/// How every talk about a record answers, whichever kind of record it is: what was done, or why not; after a stale press the present state with fresh
/// buttons.
/// </summary>
internal static class StandingTalk
{
    /// <summary>Runs what the person asked for. A refusal is answered here.</summary>
    /// <returns>What to tell the person; null where it was refused.</returns>
    public static async Task<T?> DoAsync<T>(this UseCases useCases, TurnContext turn, IRecordRequest<T> request, CancellationToken cancel)
        where T : class
    {
        var outcome = await useCases.RunInAsync(turn.Work, request, cancel);
        if (outcome.Refusal is not { } refusal)
        {
            return outcome.Value;
        }

        await RefuseAsync(turn, refusal, request.RecordId, cancel);
        return null;
    }

    /// <summary>Answers a refusal. A stale press gets the sentence and the record as it is now.</summary>
    public static async Task RefuseAsync(TurnContext turn, Refusal refusal, Guid recordId, CancellationToken cancel)
    {
        var present =
            refusal.Code == Refusal.Stale ? await RecordStatus.OfAsync(turn.Work.Db, turn.Work.Person, recordId, turn.Work.Now, cancel) : null;
        turn.Reply(
            present is null
                ? Message.Say(refusal.Sentence)
                : present with
                {
                    Title = refusal.Sentence,
                    Text = string.Join('\n', new[] { present.Title, present.Text }.OfType<string>()),
                }
        );
    }

    /// <summary>会商12号 · HS-2026-0012.</summary>
    public static string Footer(string number) => Texts.FooterConsultation.With(Core.Persistence.RecordNumber.Sequence(number), number);

    /// <summary>The units that could not be written to, for a telephone call; null where all were reached.</summary>
    public static string? Unreached(IReadOnlyList<string> units) => units.Count == 0 ? null : Texts.Unreached.With(string.Join('、', units));

    /// <summary>Lines of an answer, those that are there.</summary>
    public static string Lines(params IEnumerable<string?> lines) => string.Join('\n', lines.OfType<string>());
}
