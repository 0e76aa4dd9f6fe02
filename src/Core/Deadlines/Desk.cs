using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Deadlines;

/// <summary>A deadline on the desk: what, by whom, how much time is left, and who of the office has it in hand.</summary>
/// <param name="Actions">What the reader may do about it now.</param>
public sealed record DeskLine(
    Guid Id,
    int Step,
    string Number,
    string Title,
    string Verb,
    string OwedBy,
    Light Light,
    string Left,
    DateTimeOffset? LeaderHearsAt,
    string? Handler,
    string? Note,
    string Url,
    IReadOnlyList<DeadlineAction> Actions
);

/// <summary>A message that did not arrive, or of which nobody knows whether it did: whom to call, and a text ready to forward.</summary>
public sealed record Undelivered(long Id, string Person, string Unit, string Phone, DateTimeOffset At, bool IsUncertain, Message Message);

/// <summary>
/// The office's desk: what waits for it, most urgent first; which unit leaders will be told on the next working day; what is late or stands still; who could not be
/// reached.
/// </summary>
public sealed record Desk(
    IReadOnlyList<TodoItem> Waiting,
    IReadOnlyList<DeskLine> LeadersNext,
    IReadOnlyList<DeskLine> Late,
    IReadOnlyList<DeskLine> Still,
    IReadOnlyList<Undelivered> Undelivered
)
{
    private const int Most = 200;

    /// <summary>Null for whoever does not see everything.</summary>
    public static async Task<Desk?> LoadAsync(WorkDb db, Actor reader, DateTimeOffset now, WorkingCalendar calendar, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(reader);
        if (!reader.SeesEverything)
        {
            return null;
        }

        var owedByUnits = Enum.GetValues<Promise>().Where(p => LadderKind.Of(p) is { Debtor: Debtor.Unit, Escalates: true }).ToList();
        var open = db.Deadlines.AsNoTracking().Where(d => d.ClosedAt == null);
        var late = await open.Where(d => d.State == DeadlineState.Open && d.Due < now && owedByUnits.Contains(d.Promise))
            .OrderBy(d => d.Due)
            .Take(Most)
            .ToListAsync(cancel);
        var still = await open.Where(d => d.State != DeadlineState.Open).OrderBy(d => d.Due).Take(Most).ToListAsync(cancel);
        var names = await HandlersAsync(db, late.Concat(still), cancel);
        var owing = late.Select(d => d.UnitId).Distinct().ToList();
        var led = (
            await db
                .People.Where(p => p.Active && owing.Contains(p.UnitId) && p.Roles.Contains(Role.UnitLeader))
                .Select(p => p.UnitId)
                .ToListAsync(cancel)
        ).ToHashSet();
        bool LeaderHears(Deadline deadline) => deadline.NextRung == LadderRung.LeaderDay && led.Contains(deadline.UnitId);
        var lines = new Dictionary<Guid, DeskLine>();
        foreach (var deadline in late.Concat(still))
        {
            lines[deadline.Id] = await LineAsync(db, deadline, reader, now, calendar, names, LeaderHears(deadline), cancel);
        }

        return new Desk(
            await Todos.OfAsync(db, reader, now, calendar, cancel),
            [.. late.Where(LeaderHears).Select(d => lines[d.Id])],
            [.. late.Where(d => !LeaderHears(d)).Select(d => lines[d.Id])],
            [.. still.Select(d => lines[d.Id])],
            await UndeliveredAsync(db, cancel)
        );
    }

    private static async Task<DeskLine> LineAsync(
        WorkDb db,
        Deadline deadline,
        Actor reader,
        DateTimeOffset now,
        WorkingCalendar calendar,
        Dictionary<Guid, string> names,
        bool leaderHears,
        CancellationToken cancel
    ) =>
        new(
            deadline.Id,
            deadline.Step,
            deadline.Number,
            deadline.Title,
            DueWords.Verb(deadline.Promise),
            await DeadlineNotices.OwedByAsync(db, deadline, cancel),
            DueWords.LightOf(deadline, now, calendar),
            DueWords.Left(deadline, now, calendar),
            leaderHears ? deadline.NextStepAt : null,
            deadline.HandlerId is { } handler ? names.GetValueOrDefault(handler) : null,
            deadline.PauseReason ?? (deadline.State == DeadlineState.AwaitingRuling ? deadline.AskReason : deadline.Explanation),
            DeadlineChoices.PageOf(deadline),
            [.. DeadlineLifecycle.Table.ActionsOf(reader, deadline).Where(action => leaderHears || action != DeadlineAction.Hold)]
        );

    private static Task<Dictionary<Guid, string>> HandlersAsync(WorkDb db, IEnumerable<Deadline> deadlines, CancellationToken cancel)
    {
        var ids = deadlines.Select(d => d.HandlerId).OfType<Guid>().Distinct().ToList();
        return db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
    }

    private static async Task<IReadOnlyList<Undelivered>> UndeliveredAsync(WorkDb db, CancellationToken cancel)
    {
        var rows = await db
            .Outbox.AsNoTracking()
            .Where(o => o.PersonId != null && (o.State == OutboxState.SetAside || o.State == OutboxState.Uncertain))
            .OrderByDescending(o => o.Id)
            .Take(Most)
            .ToListAsync(cancel);
        var ids = rows.ConvertAll(r => r.PersonId!.Value);
        var people = await db.People.AsNoTracking().Include(p => p.Unit).Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, cancel);
        return
        [
            .. rows.Select(r =>
            {
                var person = people[r.PersonId!.Value];
                var uncertain = r.State == OutboxState.Uncertain;
                return new Undelivered(
                    r.Id,
                    person.Name,
                    person.Unit!.ShortName,
                    person.Phone,
                    r.CreatedAt,
                    uncertain,
                    MessageJson.ReadMessage(r.Message)
                );
            }),
        ];
    }
}
