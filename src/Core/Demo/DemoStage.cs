using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Demo;

/// <summary>
/// Where the invented half year is played: in memory, on a context that never opens a connection. So it can be under way while the tables are made.
/// </summary>
public sealed class DemoStage(
    WorkDbFactory factory,
    WorkingCalendar calendar,
    OutboxWriter outbox,
    DeadlineRules rules,
    Ladder ladder,
    OrderLimits limits
)
{
    /// <summary>Plays it up to <paramref name="today"/>, a day in Shanghai, in the order of time, so that numbers and history come out as they would have.</summary>
    public DemoHalfYear Play(DateOnly today)
    {
        using var db = factory.Open();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var county = new DemoDirectory();
        county.AddTo(db);
        var scene = new DemoScene(db, calendar, county, today, outbox, rules, ladder, limits);
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
        return new DemoHalfYear(today, [.. db.ChangeTracker.Entries().Select(entry => entry.Entity)]);
    }

    private sealed record Played(DateTimeOffset At, Action Play);
}

/// <summary>A county with half a year behind it, not yet stored.</summary>
/// <param name="Today">The day in Shanghai up to which it was played.</param>
/// <param name="Records">Its records in the order in which they came about.</param>
public sealed record DemoHalfYear(DateOnly Today, IReadOnlyList<object> Records);
