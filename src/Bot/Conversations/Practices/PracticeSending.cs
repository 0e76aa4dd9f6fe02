using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.TypicalPractices;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Conversations.Practices;

/// <summary>Sends a draft off, from the chat and from the upload page alike: as a new practice, or as the amended text of one.</summary>
internal static class PracticeSending
{
    /// <summary>Closes the draft where it went.</summary>
    /// <returns>The refusal, or the number and who has to release it; nobody where it is with the office.</returns>
    public static async Task<(Refusal? Refusal, SentPractice? Sent)> SendAsync(UseCases useCases, Work work, Draft draft, CancellationToken cancel)
    {
        var content = PracticeDraft.Read(draft).Content;
        SentPractice sent;
        if (draft.RecordId is { } amended && draft.ClosedAt is null)
        {
            var again = await useCases.RunInAsync(work, new AmendPractice(amended, null, content, draft.FileIds), cancel);
            if (again.Refusal is { } refused)
            {
                return (refused, null);
            }

            sent = new SentPractice(again.Value.Number, again.Value.LeaderName);
        }
        else
        {
            var outcome = await useCases.RunInAsync(work, new SubmitPractice(draft.RecordId ?? draft.Id, content, draft.FileIds), cancel);
            if (outcome.Refusal is { } refused)
            {
                return (refused, null);
            }

            sent = new SentPractice(outcome.Value.Number, outcome.Value.LeaderName);
        }

        draft.ClosedAt ??= work.Now;
        return (null, sent);
    }
}

/// <summary>What was sent: its number, and who has to release it; null where it is with the office.</summary>
internal sealed record SentPractice(string Number, string? LeaderName);
