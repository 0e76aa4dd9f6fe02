using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Core;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Conversations.Talks;

/// <summary>How every talk about a record answers: what was done, or why not; after a stale press the present state with fresh buttons.</summary>
internal static class StandingTalk
{
    /// <summary>Answers a refusal. A stale press gets the sentence and the record as it is now.</summary>
    public static async Task RefuseAsync(TurnContext turn, Refusal refusal, Guid recordId, CancellationToken cancel)
    {
        var present = refusal.Code == Refusal.Stale ? await ConsultationStatus.OfAsync(turn.Work.Db, turn.Work.Person, recordId, cancel) : null;
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
}
