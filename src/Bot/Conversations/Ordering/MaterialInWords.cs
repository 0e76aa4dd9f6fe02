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
internal sealed class MaterialInWords(OrderTownshipTalk township) : IInWords
{
    public async Task<bool> TryAsync(TurnContext turn, CancellationToken cancel)
    {
        if (turn.Text.Length == 0 || MaterialSentence.IsSomethingElse(turn.Text))
        {
            return false;
        }

        var units = turn.Work.Person.UnitIds;
        var waiting = await turn
            .Work.Db.AssistanceOrders.AsNoTracking()
            .Where(o => units.Contains(o.UnitId) && o.State == OrderState.AwaitingMaterial)
            .ToListAsync(cancel);
        if (waiting.Find(order => IsMeant(turn, order, waiting.Count)) is not { } meant)
        {
            return false;
        }

        var files = turn.FileIds.Union(await FilesTalk.WaitingAsync(turn, turn.Work.Now - Drafts.Open, cancel)).ToList();
        var verb = OrderChoices.VerbPrefix + OrderAction.SupplyMaterial;
        var press = Press.Of(verb, OrderChoices.Of(OrderAction.SupplyMaterial, meant).Arguments);
        await township.SupplyAsync(turn, press with { Sentence = MaterialSentence.WordsOf(turn.Text), FileIds = files }, asked: true, cancel);
        return true;
    }

    private static bool IsMeant(TurnContext turn, AssistanceOrder order, int waiting) =>
        RecordNumbers.FindCertain(turn.Text) is { } number
            ? OrderMeant.IsNumbered(order, number.Typed)
            : (waiting == 1 && MaterialSentence.SaysSo(turn.Text)) || OrderMeant.Shown(turn).Contains(order.Id.ToString());
}
