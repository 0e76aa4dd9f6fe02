using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Conversations.Talks;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Bot.Conversations.Ordering;

/// <summary>
/// A department answers in free words: 可以，安排老李去，明天上午九点到 · 36号单不归我们管 · 去了，查了3家. Which order is meant: the number, the one shown last, the only one,
/// or the words of its matter; else it is asked. Accepting counts at once, as it can be changed; what ends something is shown first.
/// </summary>
internal sealed class OrderInWords(
    OrderDepartmentTalk department,
    OrderArrangementTalk arrangement,
    OrderHandBackTalk handBack,
    OrderCompletionTalk completion,
    OrderReading reading,
    IServiceProvider services
) : ITalk, IInWords
{
    private const string Which = "order.which";

    public IEnumerable<(string Verb, Answer Answer)> Verbs => [(Which, ChosenAsync)];

    public async Task<bool> TryAsync(TurnContext turn, CancellationToken cancel)
    {
        var units = turn.Work.Person.UnitIds.Where(turn.Work.Person.WorksFor).ToList();
        var certain = RecordNumbers.FindCertain(turn.Text)?.Typed;
        var bare = certain is null ? RecordNumbers.FindBare(turn.Text, reading.DatesIn(turn.Text, turn.Work.Now))?.Typed : null;
        var speech = OrderSentence.Read(turn.Text);
        // 收到 is politeness; it accepts only what has just been shown.
        var idle =
            speech == OrderSpeech.None ? (certain ?? bare) is null : OrderSentence.IsBareConsent(turn.Text) && OrderMeant.Shown(turn).Count == 0;
        if (units.Count == 0 || idle || !OrderSentence.MayAnswer(turn.Text))
        {
            return false;
        }

        if (speech is OrderSpeech.Accept && certain is null && await reading.AsksAnotherAsync(turn, turn.Text, cancel))
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
        // 12号 by itself is an order only where there is one; else it is a day or a house.
        var number = certain ?? (bare is not null && open.Exists(o => RecordNumbers.Means(bare, o.Number)) ? bare : null);
        if (number is null && bare is not null && await StandingStillAsync(turn, units, bare, speech, cancel) is { } stands)
        {
            turn.Reply(stands);
            return true;
        }

        if (number is null && speech == OrderSpeech.None)
        {
            return false;
        }

        var fitting = OrderMeant.Of(turn, open, number, speech, reading.Arranges(turn.Text, turn.Work.Now));
        switch (fitting)
        {
            case [] when await StandingStillAsync(turn, units, number, speech, cancel) is { } standing:
                turn.Reply(standing);
                return true;
            case []:
                return false;
            case [var only]:
                await TakeAsync(turn, only, OrderMeant.SpeechFor(only, speech), turn.Text, cancel);
                return true;
            default:
                turn.Reply(
                    new Message
                    {
                        Title = Texts.WhichOrder,
                        Choices =
                        [
                            .. fitting.Select(o =>
                                Carried.On(o, OrderAction.Accept, Texts.WhichLine.With(o.Title, o.Unit!.ShortName), turn.Text, []) with
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

    /// <summary>One that waits for the township's material, or named by its number for a ruling, cannot be answered meanwhile: where it stands.</summary>
    private static async Task<Message?> StandingStillAsync(
        TurnContext turn,
        List<Guid> units,
        string? number,
        OrderSpeech speech,
        CancellationToken cancel
    )
    {
        var waiting = await turn
            .Work.Db.AssistanceOrders.AsNoTracking()
            .Where(o =>
                (o.State == OrderState.AwaitingMaterial || (o.State == OrderState.AwaitingRuling && number != null))
                && o.LeadUnitId != null
                && units.Contains(o.LeadUnitId.Value)
            )
            .ToListAsync(cancel);
        var meant = waiting.FindAll(o =>
            number is null ? speech is OrderSpeech.Complete or OrderSpeech.Accept : RecordNumbers.Means(number, o.Number)
        );
        return meant is [var only] ? await RecordStatus.OfAsync(turn.Work.Db, turn.Work.Person, only.Id, turn.Work.Now, cancel) : null;
    }

    /// <summary>申请延期 of what the department has accepted.</summary>
    private async Task AskExtensionAsync(TurnContext turn, AssistanceOrder order, string text, CancellationToken cancel)
    {
        var owed = await turn
            .Work.Db.Deadlines.AsNoTracking()
            .Where(d => d.RecordId == order.Id && d.UnitId == order.LeadUnitId && d.Promise == Promise.Completion && d.ClosedAt == null)
            .Select(d => d.Id)
            .FirstOrDefaultAsync(cancel);
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = owed.ToString() };
        var press = Press.Of(DeadlineChoices.VerbPrefix + DeadlineAction.AskExtension, arguments) with { Sentence = OrderSentence.WordsOf(text) };
        await services.GetRequiredService<VerbTable>().AnswerAsync(turn, press, cancel);
    }

    private async Task ChosenAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        var text = Carried.Text(press) ?? "";
        if (await OrderReplies.FindAsync(turn, press.Id, cancel) is { } order)
        {
            await TakeAsync(turn, order, OrderMeant.SpeechFor(order, OrderSentence.Read(text)), text, cancel);
        }
    }

    private async Task TakeAsync(TurnContext turn, AssistanceOrder order, OrderSpeech speech, string text, CancellationToken cancel)
    {
        var files = turn.FileIds.Union(await FilesTalk.WaitingAsync(turn, turn.Work.Now - Drafts.Open, cancel)).ToList();
        Press Said(OrderAction action) =>
            Press.Of(OrderChoices.VerbPrefix + action, OrderChoices.Of(action, order).Arguments) with
            {
                Sentence = text,
                FileIds = files,
            };
        switch (speech)
        {
            case OrderSpeech.AskExtension when order.State == OrderState.AwaitingAcceptance:
            case OrderSpeech.Accept or OrderSpeech.Progress when order.State == OrderState.AwaitingAcceptance && OrderSentence.Hesitates(text):
                // Neither yes nor no, and only what was accepted has a limit to move: the order as it stands, with its buttons.
                turn.Reply(
                    await RecordStatus.OfAsync(turn.Work.Db, turn.Work.Person, order.Id, turn.Work.Now, cancel)
                        ?? Message.Say(Talks.Texts.NothingMoreToDo)
                );
                break;
            case OrderSpeech.AskExtension:
                await AskExtensionAsync(turn, order, text, cancel);
                break;
            case OrderSpeech.Accept when OrderSentence.IsBareConsent(text):
                await arrangement.AcceptAsync(turn, Said(OrderAction.Accept) with { Sentence = null }, cancel);
                break;
            case OrderSpeech.Accept:
                await arrangement.AcceptAsync(turn, Said(OrderAction.Accept), cancel);
                break;
            case OrderSpeech.Rearrange:
                await arrangement.RearrangeAsync(turn, Said(OrderAction.Rearrange), cancel);
                break;
            case OrderSpeech.HandBack:
                await handBack.HandBackAsync(turn, Said(OrderAction.HandBack), cancel);
                break;
            case OrderSpeech.AskMaterial:
                await department.AskMaterialAsync(turn, Said(OrderAction.AskMaterial), cancel);
                break;
            case OrderSpeech.Progress:
                await department.ProgressAsync(turn, Said(OrderAction.ReportProgress), cancel);
                break;
            default:
                await completion.ShowAsync(turn, order, text, files, cancel);
                break;
        }
    }
}
