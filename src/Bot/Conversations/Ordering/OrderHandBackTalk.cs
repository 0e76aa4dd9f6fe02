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
        if (await OrderReplies.FindAsync(turn, press.Id, cancel) is { } order && !IsPossible(turn, order))
        {
            // Said at once, before anybody writes a reason for nothing.
            await RunAsync(turn, press, new HandBackOrder(press.Id, press.Step, HandBackReason.NotCompetent, "", null), order.Title, cancel);
            return;
        }

        if (press.Sentence is not { } said)
        {
            await sentences.AskAsync(turn, press, Texts.AskHandBack, Texts.AskHandBackExample, cancel);
            return;
        }

        press = await TakeInAsync(turn, press, said, cancel);
        var request = new HandBackOrder(
            press.Id,
            press.Step,
            Enum.TryParse<HandBackReason>(press.Arguments.GetValueOrDefault(ReasonKey), out var reason) ? reason : (HandBackReason)(-1),
            press.Arguments.GetValueOrDefault(BasisKey) ?? "",
            Guid.TryParse(press.Arguments.GetValueOrDefault(UnitKey), out var unit) ? unit : null,
            press.Arguments.ContainsKey(OfficeKey)
        );
        var title = (await OrderReplies.FindAsync(turn, press.Id, cancel))?.Title ?? "";
        await RunAsync(turn, press, request, title, cancel);
    }

    private static bool IsPossible(TurnContext turn, AssistanceOrder order) =>
        OrderLifecycle.Table.Can(turn.Work.Person, OrderAction.HandBack, order);

    /// <summary>Puts what a sentence says beside what was said before. After the basis was asked for, the whole sentence is the basis.</summary>
    private async Task<Press> TakeInAsync(TurnContext turn, Press press, string said, CancellationToken cancel)
    {
        var known = press.Arguments;
        var words = OrderSentence.WordsOf(said);
        if (known.ContainsKey(ReasonKey) && !known.ContainsKey(BasisKey))
        {
            press = press.With(BasisKey, words);
        }
        else if (!known.ContainsKey(BasisKey) && OrderSentence.Basis(words) is { } basis)
        {
            press = press.With(BasisKey, basis);
        }

        if (!known.ContainsKey(ReasonKey) && OrderSentence.Reason(words) is { } reason)
        {
            press = press.With(ReasonKey, reason.ToString());
        }

        if (await reading.UnitAsync(turn, words, cancel) is { } unit && !known.ContainsKey(UnitKey))
        {
            press = press.With(UnitKey, unit.ToString());
        }

        return OrderSentence.LeavesToOffice(words) ? press.With(OfficeKey, "1") : press;
    }

    private async Task RunAsync(TurnContext turn, Press press, HandBackOrder request, string title, CancellationToken cancel)
    {
        var outcome = await useCases.RunInAsync(turn.Work, request, cancel);
        if (outcome.Refusal is { Code: Refusal.Invalid } missing)
        {
            await sentences.AskAsync(turn, press with { Sentence = null }, missing.Sentence, await SoFarAsync(turn, request, title, cancel), cancel);
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

    /// <summary>拟退单: what was understood so far, so that one look shows whether it is right.</summary>
    private static async Task<string?> SoFarAsync(TurnContext turn, HandBackOrder request, string title, CancellationToken cancel)
    {
        if (!Enum.IsDefined(request.Reason))
        {
            return Texts.HandBackSoFar.With(title);
        }

        var unit = await turn.Work.Db.Units.Where(u => u.Id == request.SuggestedUnitId).Select(u => u.ShortName).FirstOrDefaultAsync(cancel);
        var words = Texts.HandBackRead.With(title, OrderWords.ReasonName(request.Reason));
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
