using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Conversations.Ordering;

/// <summary>退单 (conversation.md 2.4): reason, unit and basis from one sentence; what is missing is asked for, one thing at a time.</summary>
internal sealed class OrderHandBackTalk(UseCases useCases, Sentences sentences, OrderReading reading) : ITalk
{
    private const string ReasonKey = "reason";
    private const string UnitKey = "suggested";
    private const string BasisKey = "basis";
    private const string OfficeKey = "office";

    public IEnumerable<(string Verb, Answer Answer)> Verbs => [(OrderChoices.VerbPrefix + OrderAction.HandBack, HandBackAsync)];

    public async Task HandBackAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        var asked = press.Sentence is null;
        press = press.Sentence is { } said ? await TakeInAsync(turn, press, said, cancel) : press;
        var request = new HandBackOrder(
            press.Id,
            press.Step,
            press.Named<HandBackReason>(ReasonKey),
            press.Arguments.GetValueOrDefault(BasisKey),
            Guid.TryParse(press.Arguments.GetValueOrDefault(UnitKey), out var unit) ? unit : null,
            press.Arguments.ContainsKey(OfficeKey)
        );
        // Tried even before a word was said: what cannot be handed back is refused before anybody writes a reason for nothing.
        var outcome = await useCases.RunInAsync(turn.Work, request, cancel);
        if (outcome.Refusal is { Code: Refusal.Invalid } missing)
        {
            var (question, more) = asked
                ? (Texts.AskHandBack, Texts.AskHandBackExample)
                : (missing.Sentence, await SoFarAsync(turn, request, cancel));
            await sentences.AskAsync(turn, press with { Sentence = null }, question, more, cancel);
        }
        else if (outcome.Refusal is { } refusal)
        {
            await Talks.StandingTalk.RefuseAsync(turn, refusal, press.Id, cancel);
        }
        else
        {
            Answer(turn, outcome.Value);
        }
    }

    /// <summary>Puts what a sentence says beside what was said before. After the basis was asked for, the whole sentence is the basis.</summary>
    private async Task<Press> TakeInAsync(TurnContext turn, Press press, string said, CancellationToken cancel)
    {
        var known = press.Arguments;
        var words = OrderSentence.WordsOf(said);
        if (known.ContainsKey(ReasonKey) && !known.ContainsKey(BasisKey))
        {
            press = press.With(BasisKey, words);
        }
        else if (!known.ContainsKey(BasisKey) && HandBackSentence.Basis(words) is { } basis)
        {
            press = press.With(BasisKey, basis);
        }

        if (!known.ContainsKey(ReasonKey) && HandBackSentence.Reason(words) is { } reason)
        {
            press = press.With(ReasonKey, reason.ToString());
        }

        if (await reading.UnitAsync(turn, words, cancel) is { } unit && !known.ContainsKey(UnitKey))
        {
            press = press.With(UnitKey, unit.ToString());
        }

        return HandBackSentence.LeavesToOffice(words) ? press.With(OfficeKey, "1") : press;
    }

    /// <summary>拟退单: what was understood so far, so that one look shows whether it is right.</summary>
    private static async Task<string> SoFarAsync(TurnContext turn, HandBackOrder request, CancellationToken cancel)
    {
        var title = (await OrderReplies.FindAsync(turn, request.RecordId, cancel))?.Title;
        if (request.Reason is not { } reason)
        {
            return Texts.HandBackSoFar.With(title);
        }

        var unit = await turn.Work.Db.Units.Where(u => u.Id == request.SuggestedUnitId).Select(u => u.ShortName).FirstOrDefaultAsync(cancel);
        var words = Texts.HandBackRead.With(title, OrderWords.ReasonName(reason));
        return unit is null ? words : Texts.HandBackSuggests.With(words, unit);
    }

    private static void Answer(TurnContext turn, OrderAnswer done) =>
        OrderReplies.Say(
            turn,
            done,
            Texts.HandedBack.With(done.Told[0], ChinaTime.Moment(done.Due!.Value)),
            Texts.HandedBackThen.With(done.Order.Unit!.ShortName)
        );
}
