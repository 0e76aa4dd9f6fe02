using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Core;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.AssistanceOrders.Queries;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Bot.Conversations.Ordering;

/// <summary>菜单: what departments offer, by kind. Choosing never costs more than saying it: a sentence works at any moment.</summary>
internal sealed class OrderMenuTalk(Sentences sentences, OrderCard card) : ITalk
{
    public const string Menu = "ordermenu";

    /// <summary>A line of the menu was chosen; its sentence makes the draft.</summary>
    public const string Place = "ordermenu.place";

    /// <summary>Back to the draft.</summary>
    public const string Back = "ordermenu.back";
    private const string Offers = "ordermenu.offers";
    private const string KindKey = "kind";
    private const string UnitKey = "unit";
    private const string NameKey = "name";

    public IEnumerable<(string Verb, Answer Answer)> Verbs => [(Menu, (t, _, c) => ShowAsync(t, c)), (Offers, OffersAsync), (Back, BackAsync)];

    /// <summary>The kinds of which something is offered; the rest of the menu is a page.</summary>
    public async Task ShowAsync(TurnContext turn, CancellationToken cancel)
    {
        var offered = (await ServiceMenu.OfAsync(turn.Work.Db, null, cancel)).Select(m => m.Kind).ToHashSet();
        turn.Reply(
            new Message
            {
                Title = Texts.Prompt,
                Text = Texts.PromptExample,
                Choices =
                [
                    .. Enum.GetValues<OrderKind>()
                        .Where(offered.Contains)
                        .Select(k => Choice(OrderWords.KindName(k), Offers, (KindKey, k.ToString()))),
                    new Choice(Texts.ChoiceMenuPage, "open", Url: "/menu"),
                ],
            }
        );
    }

    /// <summary>What was chosen, as the beginning of a draft.</summary>
    public static OrderDraft Chosen(Press press) =>
        new()
        {
            OrderKind = KindOf(press) ?? OrderKind.OnSite,
            KindChosen = KindOf(press) is not null,
            UnitIds = Guid.TryParse(press.Arguments.GetValueOrDefault(UnitKey), out var unit) ? [unit] : [],
            MadeTitle = press.Arguments.GetValueOrDefault(NameKey) ?? "",
        };

    /// <summary>Asks for the sentence about what was chosen.</summary>
    public Task AskAsync(TurnContext turn, Press press, CancellationToken cancel) =>
        sentences.AskAsync(turn, press, Texts.AskChosen.With(press.Arguments.GetValueOrDefault(NameKey)), Texts.PromptExample, cancel);

    private static async Task OffersAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        var items = await ServiceMenu.OfAsync(turn.Work.Db, KindOf(press), cancel);
        turn.Reply(
            new Message
            {
                Title = Texts.WhichOffer,
                Choices =
                [
                    .. items.Select(m =>
                        Choice(
                            Texts.OfferLine.With(m.Unit!.ShortName, m.Name),
                            Place,
                            (KindKey, m.Kind.ToString()),
                            (UnitKey, m.UnitId.ToString()),
                            (NameKey, m.Name)
                        )
                    ),
                ],
            }
        );
    }

    private async Task BackAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await Drafts.FindAsync(turn, press.Id, cancel) is { ClosedAt: null } draft)
        {
            turn.Reply(await card.DrawAsync(turn, draft, Texts.Drafted, cancel));
            return;
        }

        turn.Reply(Conversations.Texts.ChoiceGone);
    }

    private static OrderKind? KindOf(Press press) => press.Named<OrderKind>(KindKey);

    private static Choice Choice(string label, string verb, params IEnumerable<(string Key, string Value)> arguments) =>
        new(label, verb, arguments.ToDictionary(a => a.Key, a => a.Value, StringComparer.Ordinal));
}
