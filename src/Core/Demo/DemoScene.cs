using System.Globalization;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.History;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Demo;

/// <summary>Where the invented past is played: the open transaction, the county, and the day from which the past counts back.</summary>
internal sealed class DemoScene(
    WorkDb db,
    WorkingCalendar calendar,
    DemoDirectory county,
    DateOnly today,
    OutboxWriter outbox,
    DeadlineRules rules,
    Ladder ladder,
    OrderLimits limits
)
{
    public WorkDb Db => db;
    public WorkingCalendar Calendar => calendar;
    public DemoDirectory County => county;
    public DeadlineRules Rules => rules;
    public Ladder Ladder => ladder;
    public OrderLimits Limits => limits;
    public DemoNumbers Numbers { get; } = new();
    public DemoOccurrences Occurrences { get; } = new(db);

    /// <summary>The working day that many working days from today.</summary>
    public DateOnly DayOf(int workingDays) => calendar.AddWorkingDays(today, workingDays);

    public DateTimeOffset MomentOf(DemoStep step) => MomentOf(step.Day, step.At);

    public DateTimeOffset MomentOf(int workingDays, TimeOnly at) => ChinaTime.FromLocal(DayOf(workingDays), at);

    /// <summary>The work of a person, or of the worker, at that moment. Nobody is told anything in the past.</summary>
    public Work WorkAt(string? login, int workingDays, TimeOnly at) => new(db, ActorOf(login), MomentOf(workingDays, at).ToUniversalTime(), outbox);

    /// <summary>Moves a record by the lifecycle table, as its use case would.</summary>
    /// <exception cref="InvalidOperationException">The table does not allow it: the demo's data are wrong.</exception>
    public void Move<TRecord, TState, TAction>(Lifecycle<TRecord, TState, TAction> lifecycle, TRecord record, TAction action, DemoStep step)
        where TRecord : ILifecycleRecord<TState>
        where TState : struct, Enum
        where TAction : struct, Enum
    {
        lifecycle.Follow(ActorOf(step.By), action, record);
    }

    private Actor? ActorOf(string? login) => login is null ? null : new Actor(county.PersonOf(login), []);

    /// <summary>Writes the history of a step: in the words given, or worded as in <c>Texts.resx</c> under <c>Did…</c>.</summary>
    public void Remember(string kind, Guid recordId, string action, DemoStep step, string? words = null)
    {
        var person = step.By is null ? null : county.PersonOf(step.By);
        var behalf = step.OnBehalfOf is null ? null : county.PersonOf(step.OnBehalfOf);
        db.History.Add(
            new HistoryEntry
            {
                RecordKind = kind,
                RecordId = recordId,
                At = MomentOf(step).ToUniversalTime(),
                Action = action,
                PersonId = person?.Id,
                UnitId = person?.UnitId,
                OnBehalfOfId = behalf?.Id,
                Means =
                    step.By is null ? Means.Worker
                    : behalf is null ? Means.Bot
                    : Means.Phone,
                Text = words ?? Words(action, step, behalf?.Name ?? person?.Unit!.ShortName),
            }
        );
    }

    private static string Words(string action, DemoStep step, string? who)
    {
        var did = Texts.ResourceManager.GetString($"Did{action}", CultureInfo.InvariantCulture)!.With(who);
        // A view stands on the record itself.
        return step.Text is null || step.Kind is not null ? did : Texts.DidSaying.With(did, step.Text);
    }
}
