using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Conversations.Talks;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Core;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Conversations.Starting;

/// <summary>
/// “王主任电话上同意了” while a draft is open: it may mean this draft, or one that was sent before and waits for the leader. Asked, never guessed; this
/// draft is then sent off with the leader's agreement entered in one step.
/// </summary>
internal sealed class AgreedDraft(UseCases useCases, ReleaseTalk release) : ITalk
{
    private const string SendAgreed = "draft.send-agreed";

    public IEnumerable<(string Verb, Answer Answer)> Verbs => [(SendAgreed, SendAsync)];

    /// <summary>Asks what the agreement is about.</summary>
    public static async Task AskAsync(TurnContext turn, Draft draft, CancellationToken cancel)
    {
        var values = StartDraft.Read(draft);
        var unitId = turn.Work.Person.UnitId;
        var waiting = await turn
            .Work.Db.Consultations.AsNoTracking()
            .Where(c => c.UnitId == unitId && c.State == ConsultationState.AwaitingRelease)
            .OrderByDescending(c => c.StartedAt)
            .ToListAsync(cancel);
        List<Choice> choices =
        [
            Drafts.Choice(Texts.ChoiceSendAgreed.With(values.Title), SendAgreed, draft, StartTalk.WordsKey, turn.Text),
            .. waiting
                .Where(c => c.Id != draft.RecordId)
                .Select(c => ConsultationChoices.Of(ConsultationAction.ReleaseOnBehalf, c, Texts.ChoiceAgreedEarlier.With(c.Title))),
            Drafts.Choice(Texts.ChoiceOnlyAdd, StartTalk.Add, draft, StartTalk.WordsKey, turn.Text),
        ];
        turn.Reply(new Message { Title = Texts.WhichAgreed, Choices = choices });
    }

    private async Task SendAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await Drafts.OpenAsync(turn, press, cancel) is not { } draft)
        {
            return;
        }

        var id = draft.RecordId ?? draft.Id;
        var content = StartDraft.Read(draft).Content;
        var refusal = draft.RecordId is { } amended
            ? (await useCases.RunInAsync(turn.Work, new AmendConsultation(amended, null, content, draft.FileIds), cancel)).Refusal
            : (await useCases.RunInAsync(turn.Work, new StartConsultation(draft.Id, content, draft.FileIds), cancel)).Refusal;
        if (refusal is not null)
        {
            turn.Reply(refusal.Sentence);
            return;
        }

        StartTalk.CloseAsSent(turn, draft);
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = id.ToString() };
        var words = press.Arguments.GetValueOrDefault(StartTalk.WordsKey);
        await release.ReleaseOnBehalfAsync(turn, Press.Of("", arguments) with { Sentence = words }, cancel);
    }
}
