using System.Globalization;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.History;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Demo;

/// <summary>Where the invented past is played: the open transaction, the county, and the day from which the past counts back.</summary>
internal sealed class DemoScene(WorkDb db, WorkingCalendar calendar, DemoDirectory county, DateOnly today)
{
    public WorkDb Db => db;
    public WorkingCalendar Calendar => calendar;
    public DemoDirectory County => county;

    /// <summary>The working day that many working days from today.</summary>
    public DateOnly DayOf(int workingDays) => calendar.AddWorkingDays(today, workingDays);

    public DateTimeOffset MomentOf(DemoStep step) => ChinaTime.FromLocal(DayOf(step.Day), step.At);

    /// <summary>Moves a record by the lifecycle table, as its use case would.</summary>
    /// <exception cref="InvalidDataException">The table does not allow it: the demo's data are wrong.</exception>
    public void Move<TRecord, TState, TAction>(Lifecycle<TRecord, TState, TAction> lifecycle, TRecord record, TAction action, DemoStep step)
        where TRecord : ILifecycleRecord<TState>
        where TState : struct, Enum
        where TAction : struct, Enum
    {
        var actor = step.By is null ? null : new Actor(county.PersonOf(step.By), []);
        var (verdict, row) = lifecycle.Find(actor, action, record);
        if (verdict != Verdict.Allowed)
        {
            throw new InvalidDataException($"Demo data: {action} by {step.By ?? "worker"} from {record.State}: {verdict}.");
        }

        MoveTo(record, row!.To);
    }

    public static void MoveTo<TState>(ILifecycleRecord<TState> record, TState to)
        where TState : struct, Enum
    {
        record.Step += record.State.Equals(to) ? 0 : 1;
        record.State = to;
        record.Version++;
    }

    /// <summary>Writes the history of a step, worded as in <c>Texts.resx</c> under <c>Did…</c>.</summary>
    public void Remember(string kind, Guid recordId, string action, DemoStep step)
    {
        var person = step.By is null ? null : county.PersonOf(step.By);
        var behalf = step.OnBehalfOf is null ? null : county.PersonOf(step.OnBehalfOf);
        var did = Texts.ResourceManager.GetString($"Did{action}", CultureInfo.InvariantCulture)!.With(behalf?.Name ?? person?.Unit!.ShortName);
        // What was said with it; a view and a leave stand on the record itself.
        var said = step.Kind is null && !step.Leave ? step.Text : null;
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
                Text = said is null ? did : Texts.DidSaying.With(did, said),
            }
        );
    }
}
