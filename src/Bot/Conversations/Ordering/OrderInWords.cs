using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Conversations.Talks;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Bot.Conversations.Ordering;

/// <summary>
/// A department answers in free words: 可以，安排老李去，明天上午九点到 · 36号单不归我们管 · 去了，查了3家. Which order is meant: the number, the one shown last, the only one,
/// or the words of its matter; else it is asked. Accepting counts at once, as it can be changed; what ends something is shown first.
/// </summary>
internal sealed class OrderInWords(OrderDepartmentTalk department, OrderHandBackTalk handBack, OrderCompletionTalk completion) : ITalk, IInWords
{
    private const string Which = "order.which";
    private const string TextKey = "words";

    public IEnumerable<(string Verb, Answer Answer)> Verbs => [(Which, ChosenAsync)];

    public async Task<bool> TryAsync(TurnContext turn, CancellationToken cancel)
    {
        var units = turn.Work.Person.UnitIds.Where(turn.Work.Person.WorksFor).ToList();
        var number = RecordNumbers.FindCertain(turn.Text)?.Typed ?? RecordNumbers.FindBare(turn.Text, [])?.Typed;
        var speech = OrderSentence.Read(turn.Text);
        // 收到 is politeness; it accepts only what has just been shown.
        var idle = speech == OrderSpeech.None ? number is null : OrderSentence.IsBareConsent(turn.Text) && Shown(turn).Count == 0;
        if (units.Count == 0 || idle || !OrderSentence.MayAnswer(turn.Text))
        {
            return false;
        }

        var open = await turn
            .Work.Db.AssistanceOrders.AsNoTracking()
            .WithParties()
            .Where(o =>
                (o.State == OrderState.AwaitingAcceptance || o.State == OrderState.InHand)
                && o.LeadUnitId != null
                && units.Contains(o.LeadUnitId.Value)
            )
            .OrderBy(o => o.Number)
            .AsSplitQuery()
            .ToListAsync(cancel);
        var fitting = Fitting(turn, open, number, speech);
        switch (fitting)
        {
            case []:
                return false;
            case [var only]:
                await TakeAsync(turn, only, SpeechFor(only, speech), turn.Text, cancel);
                return true;
            default:
                turn.Reply(
                    new Message
                    {
                        Title = Texts.WhichOrder,
                        Choices =
                        [
                            .. fitting.Select(o =>
                                OrderChoices.Of(OrderAction.Accept, o, Texts.WhichLine.With(o.Title, o.Unit!.ShortName), TextKey, turn.Text) with
                                {
                                    Verb = Which,
                                }
                            ),
                        ],
                    }
                );
                return true;
        }
    }

    private static List<AssistanceOrder> Fitting(TurnContext turn, List<AssistanceOrder> open, string? number, OrderSpeech speech)
    {
        var possible = open.FindAll(o => speech is not (OrderSpeech.Accept or OrderSpeech.HandBack) || o.State == OrderState.AwaitingAcceptance);
        if (number is not null)
        {
            var sequence = new string([.. number.Reverse().TakeWhile(char.IsAsciiDigit).Reverse()]);
            return possible.FindAll(o => o.Number.EndsWith("-" + sequence.PadLeft(4, '0'), StringComparison.Ordinal));
        }

        if (OrderSentence.IsBareConsent(turn.Text))
        {
            return possible.FindAll(o => Shown(turn).Contains(o.Id.ToString()));
        }

        if (possible.Count <= 1)
        {
            return possible;
        }

        var last = possible.FindAll(o => Shown(turn).Contains(o.Id.ToString()));
        if (last is [_])
        {
            return last;
        }

        var meant = MatterWords.Find(turn.Text, possible.ConvertAll(o => $"{o.Title}{o.Unit!.ShortName}{o.Account}"));
        return meant.Count == 0 ? possible : [.. meant.Select(i => possible[i])];
    }

    /// <summary>Ids of what the last list in the conversation was about, while it lives.</summary>
    private static HashSet<string> Shown(TurnContext turn) =>
        Lists.Alive(turn)?.Choices.Select(c => c.Arguments?.GetValueOrDefault("id")).OfType<string>().ToHashSet(StringComparer.Ordinal) ?? [];

    /// <summary>A statement about an order that a number names is its answer, whatever its words.</summary>
    private static OrderSpeech SpeechFor(AssistanceOrder order, OrderSpeech speech) =>
        (order.State, speech) switch
        {
            (_, OrderSpeech.None) => OrderSpeech.Complete,
            (OrderState.InHand, OrderSpeech.Accept or OrderSpeech.HandBack) => OrderSpeech.Complete,
            (OrderState.AwaitingAcceptance, OrderSpeech.Progress) => OrderSpeech.Accept,
            var (_, said) => said,
        };

    private async Task ChosenAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        var text = press.Arguments.GetValueOrDefault(TextKey) ?? "";
        if (await OrderReplies.FindAsync(turn, press.Id, cancel) is { } order)
        {
            await TakeAsync(turn, order, SpeechFor(order, OrderSentence.Read(text)), text, cancel);
        }
    }

    private async Task TakeAsync(TurnContext turn, AssistanceOrder order, OrderSpeech speech, string text, CancellationToken cancel)
    {
        var files = turn.FileIds.Union(await FilesTalk.WaitingAsync(turn, turn.Work.Now - Drafts.Open, cancel)).ToList();
        Press Said(OrderAction action) => Press.Of("", OrderChoices.Of(action, order).Arguments) with { Sentence = text, FileIds = files };
        switch (speech)
        {
            case OrderSpeech.Accept when OrderSentence.IsBareConsent(text):
                await department.AcceptAsync(turn, Verbed(Said(OrderAction.Accept), OrderAction.Accept) with { Sentence = null }, cancel);
                break;
            case OrderSpeech.Accept:
                await department.AcceptAsync(turn, Verbed(Said(OrderAction.Accept), OrderAction.Accept), cancel);
                break;
            case OrderSpeech.HandBack:
                await handBack.HandBackAsync(turn, Verbed(Said(OrderAction.HandBack), OrderAction.HandBack), cancel);
                break;
            case OrderSpeech.AskMaterial:
                await department.AskMaterialAsync(turn, Verbed(Said(OrderAction.AskMaterial), OrderAction.AskMaterial), cancel);
                break;
            case OrderSpeech.Progress:
                await department.ProgressAsync(turn, Verbed(Said(OrderAction.ReportProgress), OrderAction.ReportProgress), cancel);
                break;
            default:
                await completion.ShowAsync(turn, order, text, files, cancel);
                break;
        }
    }

    // A sentence that is asked for once more has to find its way back.
    private static Press Verbed(Press press, OrderAction action) => press with { Verb = OrderChoices.VerbPrefix + action };
}
