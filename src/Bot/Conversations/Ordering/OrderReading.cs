using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Calendars.Expressions;

namespace SupervisionBot.Bot.Conversations.Ordering;

/// <summary>Reads the sentences of departments into requests: who comes when, why it is handed back, what came of it.</summary>
internal sealed class OrderReading(Names names, WorkingCalendar calendar)
{
    private readonly ChineseDates dates = new(calendar);

    /// <summary>可以，安排执法二中队老李去，明天上午九点到.</summary>
    public AcceptOrder Acceptance(Guid id, int? step, string text, DateTimeOffset now)
    {
        var day = DayMeant.Of(text, DatesIn(text, now), ChinaTime.DateOf(now));
        return new AcceptOrder(id, step, Assignee.In(text), day?.Date, day?.Time);
    }

    /// <summary>The days a sentence names, beside the number of a record.</summary>
    public IReadOnlyList<DateExpression> DatesIn(string text, DateTimeOffset now) => dates.Find(RecordNumbers.Masked(text), now);

    /// <summary>Whether the sentence says who comes, or on which day.</summary>
    public bool Arranges(string text, DateTimeOffset now) => Acceptance(Guid.Empty, null, text, now) is not { AssignedTo: null, AgreedOn: null };

    /// <summary>去了，查了3家，1家没办健康证，当场责令改正: the whole sentence is the result; a day that has passed is when it was done.</summary>
    public async Task<CompleteOrder> CompletionAsync(
        TurnContext turn,
        Guid id,
        int? step,
        string text,
        IReadOnlyList<Guid> files,
        CancellationToken cancel
    )
    {
        var said = new OrderReader(await names.GazetteerAsync(turn.Work.Db, cancel), calendar).Read(text, turn.Work.Now, null);
        var done = DatesIn(text, turn.Work.Now).FirstOrDefault(d => d.Date <= turn.Work.Today)?.Date;
        return new CompleteOrder(id, step, OrderSentence.WordsOf(text), files, done, said.People, OrderSentence.IsHandedOver(text));
    }

    /// <summary>请公安局周四来配合我们: another unit is asked for something.</summary>
    public async Task<bool> AsksAnotherAsync(TurnContext turn, string text, CancellationToken cancel)
    {
        var own = turn.Work.Person.UnitIds.Select(id => id.ToString()).ToHashSet(StringComparer.Ordinal);
        var units = (await names.GazetteerAsync(turn.Work.Db, cancel)).FindUnits(text);
        return units.Any(unit => !own.Contains(unit.Value.Key) && OrderSentence.AsksBefore(text[..unit.Start]));
    }

    /// <summary>The department that a sentence names, other than those of the speaker; null where none or several are.</summary>
    public async Task<Guid?> UnitAsync(TurnContext turn, string text, CancellationToken cancel)
    {
        var named = await names.UnitsInAsync(turn.Work.Db, text, cancel);
        return named.Except(turn.Work.Person.UnitIds).ToList() is [var only] ? only : null;
    }
}
