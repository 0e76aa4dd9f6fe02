using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Bot.Conversations.Ordering;

/// <summary>Which of a department's open orders a sentence is about, and what it says of that one.</summary>
internal static class OrderMeant
{
    /// <summary>The orders it may be about, the number, what was shown last and the words of the matter considered; one where it is certain.</summary>
    /// <param name="number">As typed; null where the sentence has none.</param>
    /// <param name="arranges">Whether it says who comes or when.</param>
    public static List<AssistanceOrder> Of(TurnContext turn, List<AssistanceOrder> open, string? number, OrderSpeech speech, bool arranges)
    {
        var possible = open.FindAll(o => Fits(o, speech, arranges));
        if (number is not null)
        {
            return possible.FindAll(o => RecordNumbers.Means(number, o.Number));
        }

        if (OrderSentence.IsBareConsent(turn.Text))
        {
            return possible.FindAll(o => o.State == OrderState.AwaitingAcceptance && Shown(turn).Contains(o.Id.ToString()));
        }

        // The matter that the words name goes before what was shown last, and before what would fit best.
        var named = open.Count < 2 ? [] : MatterWords.Find(turn.Text, open.ConvertAll(o => $"{o.Title}{o.Unit!.ShortName}"));
        if (named is [var only])
        {
            return [open[only]];
        }

        possible = Likelier(possible, speech);
        if (possible.Count <= 1)
        {
            return possible;
        }

        var about = IdsOf(Lists.LastShown(turn));
        var last = possible.FindAll(o => about.Contains(o.Id.ToString()));
        if (last is [_])
        {
            return last;
        }

        var meant = MatterWords.Find(turn.Text, possible.ConvertAll(o => $"{o.Title}{o.Unit!.ShortName}{o.Account}"));
        return meant.Count == 0 ? possible : [.. meant.Select(i => possible[i])];
    }

    /// <summary>Ids of what the last list in the conversation was about, while it lives.</summary>
    public static HashSet<string> Shown(TurnContext turn) => IdsOf(Lists.Alive(turn));

    private static HashSet<string> IdsOf(ChoiceList? list) =>
        list?.Choices.Select(c => c.Arguments?.GetValueOrDefault("id")).OfType<string>().ToHashSet(StringComparer.Ordinal) ?? [];

    /// <summary>A statement about an order that a number names is its answer, whatever its words; who comes and when is an acceptance first and a change later.</summary>
    public static OrderSpeech SpeechFor(AssistanceOrder order, OrderSpeech speech) =>
        (order.State, speech) switch
        {
            (_, OrderSpeech.None) => OrderSpeech.Complete,
            (OrderState.InHand, OrderSpeech.Accept) => OrderSpeech.Rearrange,
            (OrderState.InHand, OrderSpeech.HandBack) => OrderSpeech.Complete,
            (OrderState.AwaitingAcceptance, OrderSpeech.Progress or OrderSpeech.Rearrange) => OrderSpeech.Accept,
            var (_, said) => said,
        };

    private static bool Fits(AssistanceOrder order, OrderSpeech speech, bool arranges) =>
        speech switch
        {
            OrderSpeech.HandBack => order.State == OrderState.AwaitingAcceptance,
            OrderSpeech.Accept or OrderSpeech.Rearrange => order.State == OrderState.AwaitingAcceptance || arranges,
            _ => true,
        };

    // Consent is about what still waits for it, a change about what was agreed.
    private static List<AssistanceOrder> Likelier(List<AssistanceOrder> possible, OrderSpeech speech)
    {
        OrderState? first = speech switch
        {
            OrderSpeech.Accept => OrderState.AwaitingAcceptance,
            OrderSpeech.Rearrange => OrderState.InHand,
            _ => null,
        };
        var likelier = possible.FindAll(o => o.State == first);
        return likelier.Count > 0 ? likelier : possible;
    }
}
