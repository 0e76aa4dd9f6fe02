using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.TypicalPractices;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Conversations.Practices;

/// <summary>Sends a draft off, from the chat and from the upload page alike: as a new practice, or as the amended text of one.</summary>
internal static class PracticeSending
{
    /// <summary>Closes the draft where it went; one that was sent before is answered as it was then.</summary>
    /// <returns>The refusal, or the number and who has to release it; nobody where it is with the office.</returns>
    public static async Task<(Refusal? Refusal, SentPractice? Sent)> SendAsync(UseCases useCases, Work work, Draft draft, CancellationToken cancel)
    {
        var values = PracticeDraft.Read(draft);
        if (values.Sent is { } before)
        {
            return (null, before);
        }

        var content = values.Content;
        SentPractice sent;
        if (draft.RecordId is { } amended)
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
            var outcome = await useCases.RunInAsync(work, new SubmitPractice(draft.Id, content, draft.FileIds), cancel);
            if (outcome.Refusal is { } refused)
            {
                return (refused, null);
            }

            sent = new SentPractice(outcome.Value.Number, outcome.Value.LeaderName);
        }

        draft.Values = (values with { Sent = sent }).Write();
        draft.ClosedAt = work.Now;
        return (null, sent);
    }
}
