using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Deadlines;

/// <summary>What the auditor found. <paramref name="Worst"/> names the item that is latest, where one is.</summary>
public sealed record AuditReport(int Repaired, int Late, TimeSpan WorstLateness, string? Worst);

/// <summary>
/// The auditor: every open deadline has a next step ahead of it or an explained pause, and nothing planned is more than five minutes late. What can be mended is
/// mended; the rest stands in <c>/health</c>.
/// </summary>
public sealed class DeadlineAudit
{
    private const int Batch = 200;
    private static readonly TimeSpan Tolerated = TimeSpan.FromMinutes(5);
    private readonly Database database;
    private readonly BusinessClock clock;
    private readonly DeadlineFollower follower;
    private readonly Steps steps;
    private readonly IEnumerable<IPromiseSource> sources;

    internal DeadlineAudit(Database database, BusinessClock clock, DeadlineFollower follower, Steps steps, IEnumerable<IPromiseSource> sources) =>
        (this.database, this.clock, this.follower, this.steps, this.sources) = (database, clock, follower, steps, sources);

    /// <summary>Looks at what is late. Changes nothing; cheap enough for every health check.</summary>
    public Task<AuditReport> LookAsync(CancellationToken cancel) =>
        database.ReadAsync(
            async (db, token) =>
            {
                var now = clock.Now;
                var limit = now - Tolerated;
                var late = db.Occurrences.Where(o => o.State == OccurrenceState.Planned && o.At < limit);
                var count = await late.CountAsync(token);
                if (count == 0)
                {
                    return new AuditReport(0, 0, TimeSpan.Zero, null);
                }

                var worst = await late.OrderBy(o => o.At).FirstAsync(token);
                var number = await db.Deadlines.Where(d => d.Id == worst.ItemId).Select(d => d.Number).FirstOrDefaultAsync(token);
                return new AuditReport(0, count, now - worst.At, number is null ? worst.Step : $"{number} {worst.Step}");
            },
            cancel
        );

    /// <summary>Goes through everything that is open, and mends what has no next step or does not fit its record. Each record in a transaction of its own.</summary>
    public async Task<AuditReport> MendAsync(CancellationToken cancel)
    {
        var repaired = 0;
        foreach (var source in sources)
        {
            foreach (var id in await database.ReadAsync((db, token) => Unfit(source, db).ToListAsync(token), cancel))
            {
                repaired += await database.WriteAsync((db, token) => follower.FollowAsync(db, new PromisingRecord(source.Kind, id), token), cancel);
            }
        }

        foreach (var id in await database.ReadAsync((db, token) => Stuck(db).Take(Batch).ToListAsync(token), cancel))
        {
            repaired += await database.WriteAsync((db, token) => RestartAsync(db, id, token), cancel);
        }

        return await LookAsync(cancel) with
        {
            Repaired = repaired,
        };
    }

    /// <summary>Records that are open, or have open deadlines though they are not.</summary>
    private static IQueryable<Guid> Unfit(IPromiseSource source, WorkDb db) =>
        source
            .Open(db)
            .Union(db.Deadlines.Where(d => d.RecordKind == source.Kind && d.ClosedAt == null && d.Promise != Promise.Ruling).Select(d => d.RecordId));

    // Between the last rung and its end nothing is planned; before it something must be.
    private static IQueryable<Guid> Stuck(WorkDb db) =>
        db
            .Deadlines.Where(d =>
                d.ClosedAt == null
                && d.State == DeadlineState.Open
                && (d.NextRung != null || d.LastRung == null)
                && !db.Occurrences.Any(o => o.ItemId == d.Id && o.State == OccurrenceState.Planned)
            )
            .OrderBy(d => d.Id)
            .Select(d => d.Id);

    private async Task<int> RestartAsync(WorkDb db, Guid id, CancellationToken cancel)
    {
        var deadline = await db.Deadlines.FirstAsync(d => d.Id == id, cancel);
        await steps.BeginAsync(db, deadline, clock.Now, cancel);
        deadline.Version++;
        return 1;
    }

    /// <summary>Lateness in words, for operators.</summary>
    public static string Describe(AuditReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Late == 0
            ? "Nothing is late."
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{report.Late} planned steps are late, the worst ({report.Worst}) by {report.WorstLateness.TotalMinutes:F0} min."
            );
    }
}
