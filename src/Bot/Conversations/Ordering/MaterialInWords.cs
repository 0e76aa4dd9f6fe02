using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Conversations.Talks;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core.AssistanceOrders;

namespace SupervisionBot.Bot.Conversations.Ordering;

/// <summary>
/// 请您补材料……发来文字、照片、文件都行: and so what the township sends next is taken as that, where the request is what was shown last, or where the words or the number
/// say so. A question or a new matter is not.
/// </summary>
internal sealed class MaterialInWords(OrderTownshipTalk township, OrderReading reading) : IInWords
{
    private static readonly OrderState[] Addable =
    [
        OrderState.AwaitingMaterial,
        OrderState.AwaitingDispatch,
        OrderState.AwaitingAcceptance,
        OrderState.AwaitingRuling,
        OrderState.InHand,
    ];

    public async Task<bool> TryAsync(TurnContext turn, CancellationToken cancel)
    {
        if (turn.Text.Length == 0 || MaterialSentence.IsSomethingElse(turn.Text))
        {
            return false;
        }

        var units = turn.Work.Person.UnitIds;
        var waiting = await turn
            .Work.Db.AssistanceOrders.AsNoTracking()
            .Where(o => units.Contains(o.UnitId) && Addable.Contains(o.State))
            .ToListAsync(cancel);
        // 28号拍的 is a day, and 8号楼 no order of theirs.
        var typed =
            RecordNumbers.FindCertain(turn.Text)?.Typed ?? RecordNumbers.FindBare(turn.Text, reading.DatesIn(turn.Text, turn.Work.Now))?.Typed;
        var number = typed is not null && waiting.Exists(o => RecordNumbers.Means(typed, o.Number)) ? typed : null;
        var asked = waiting.FindAll(o => o.State == OrderState.AwaitingMaterial);
        var meant =
            asked.Find(order => IsMeant(turn, order, number, asked.Count))
            // 13号补充一句: nobody asked, but it says itself to what it belongs.
            ?? (number is not null && MaterialSentence.SaysSo(turn.Text) ? waiting.Find(o => RecordNumbers.Means(number, o.Number)) : null);
        if (meant is null)
        {
            return false;
        }

        var files = turn.FileIds.Union(await FilesTalk.WaitingAsync(turn, turn.Work.Now - Drafts.Open, cancel)).ToList();
        var wasAsked = meant.State == OrderState.AwaitingMaterial;
        var action = wasAsked ? OrderAction.SupplyMaterial : OrderAction.AddMaterial;
        var press = Press.Of(OrderChoices.VerbPrefix + action, OrderChoices.Of(action, meant).Arguments);
        await township.SupplyAsync(turn, press with { Sentence = MaterialSentence.WordsOf(turn.Text), FileIds = files }, wasAsked, cancel);
        return true;
    }

    private static bool IsMeant(TurnContext turn, AssistanceOrder order, string? number, int waiting) =>
        number is not null
            ? RecordNumbers.Means(number, order.Number)
            : (waiting == 1 && MaterialSentence.SaysSo(turn.Text)) || OrderMeant.Shown(turn).SetEquals([order.Id.ToString()]);
}
