using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Demo;

/// <summary>
/// Fills an empty database in demo mode: the county, its people and matter list, and half a year of invented consultations in every state, counted
/// back from today in working days. One transaction: a process killed in the middle leaves nothing behind. Nothing in it is due at once, and nobody
/// is written to about it.
/// </summary>
public sealed partial class DemoSeed(
    Database database,
    BusinessClock clock,
    WorkingCalendar calendar,
    DemoMode demo,
    OutboxWriter outbox,
    DeadlineRules rules,
    Ladder ladder,
    OrderLimits limits,
    DeadlineAudit audit,
    ILogger<DemoSeed> logger
) : IFirstContent
{
    public async Task EnsureAsync(CancellationToken cancel)
    {
        if (demo.Enabled && await database.WriteAsync(SeedAsync, cancel))
        {
            Log.Seeded(logger);
        }
    }

    public async Task CompleteAsync(CancellationToken cancel)
    {
        if (!await database.ReadAsync((db, token) => Pending(db).AnyAsync(token), cancel))
        {
            return;
        }

        await audit.MendAsync(cancel);
        await database.WriteAsync((db, token) => Pending(db).ExecuteDeleteAsync(token), cancel);
    }

    private static IQueryable<Setting> Pending(WorkDb db) => db.Settings.Where(s => s.Key == Setting.DeadlinesPending);

    private async Task<bool> SeedAsync(WorkDb db, CancellationToken cancel)
    {
        if (await db.Units.AnyAsync(cancel) || await db.Settings.AnyAsync(s => s.Key == Setting.DemoSeeded, cancel))
        {
            return false;
        }

        var today = ChinaTime.DateOf(clock.Now);
        db.Settings.Add(new Setting { Key = Setting.DemoSeeded, Value = today.ToString("O", CultureInfo.InvariantCulture) });
        db.Settings.Add(new Setting { Key = Setting.DeadlinesPending, Value = nameof(DemoSeed) });
        db.Settings.Add(new Setting { Key = Setting.SearchPending, Value = nameof(DemoSeed) });
        var county = new DemoDirectory();
        county.AddTo(db);
        Play(new DemoScene(db, calendar, county, today, outbox, rules, ladder, limits));
        await db.SaveChangesAsync(cancel);
        // A newcomer waits for this transaction; deadlines and index come while the host already serves.
        db.TakePromising();
        db.TakeSearchable();
        return true;
    }

    /// <summary>Plays the past in the order of time, so that numbers and history come out as they would have.</summary>
    private static void Play(DemoScene scene)
    {
        var past = DemoPast.Load();
        var consultations = new DemoConsultations(scene);
        var sessions = new DemoSessions(scene, consultations);
        var steps =
            from told in past.Consultations
            from step in told.Steps
            select new Played(scene.MomentOf(step), () => consultations.Play(told, step));
        var meetings = from told in past.Sessions from step in told.Steps select new Played(scene.MomentOf(step), () => sessions.Play(told, step));
        var papers = new DemoPapers(scene, sessions, consultations);
        var deeds =
            from told in past.Papers
            from step in told.Steps
            select new Played(scene.MomentOf(step.Day, step.At), () => papers.Play(told, step));
        var orders = new DemoOrders(scene, scene.Limits);
        var help =
            from told in past.Orders
            from step in told.Steps
            select new Played(scene.MomentOf(step.Day, step.At), () => orders.Play(told, step));
        var practices = new DemoPractices(scene);
        var experience =
            from told in past.Practices
            from step in told.Steps
            select new Played(scene.MomentOf(step), () => practices.Play(told, step));
        var bulletins = past.Bulletins.Select(told => new Played(scene.MomentOf(told.Day, told.At), () => practices.Issue(told)));
        foreach (var step in steps.Concat(meetings).Concat(deeds).Concat(help).Concat(experience).Concat(bulletins).OrderBy(s => s.At))
        {
            step.Play();
        }

        sessions.Plan(new SessionReminders(scene.Ladder, scene.Calendar));
        scene.Numbers.AddTo(scene.Db);
    }

    private sealed record Played(DateTimeOffset At, Action Play);

    private static partial class Log
    {
        [LoggerMessage(1701, LogLevel.Information, "The demo county stands")]
        public static partial void Seeded(ILogger logger);
    }
}
