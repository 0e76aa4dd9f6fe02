using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Deadlines;

/// <summary>
/// Settles what is due. It asks the database and nobody else, one transaction per occurrence: a lost wake-up is made up by the next, a doubled one
/// finds nothing to do, and several workers share the work.
/// </summary>
public sealed partial class Sweep(
    Database database,
    UseCases.UseCases useCases,
    BusinessClock clock,
    TimeProvider machine,
    ClockWatch watch,
    IEnumerable<IOccurrenceStep> steps,
    ILogger<Sweep> logger
)
{
    /// <summary>Setting that holds when the last sweep ended well (machine clock, round-trip format).</summary>
    public const string Heartbeat = "sweep-heartbeat";

    private const int Attempts = 3;
    private const int Batch = 200;
    private readonly Dictionary<string, IOccurrenceStep> steps = steps.ToDictionary(s => s.Step);

    /// <summary>Settles everything that is due now.</summary>
    /// <returns>How many occurrences were settled.</returns>
    public async Task<int> RunAsync(CancellationToken cancel)
    {
        await database.WriteAsync((_, _) => Task.CompletedTask, cancel);
        var settled = 0;
        var tried = new HashSet<long>();
        while (true)
        {
            // What was settled may have planned something for this very moment; what failed or waits has had its turn.
            var due = (await DueAsync(cancel)).Where(tried.Add).ToList();
            if (due.Count == 0)
            {
                break;
            }

            foreach (var id in due)
            {
                settled += await SettleAsync(id, cancel) ? 1 : 0;
            }
        }

        await database.WriteAsync((db, token) => BeatAsync(db, watch.Look(), token), cancel);
        return settled;
    }

    private Task<List<long>> DueAsync(CancellationToken cancel)
    {
        var now = clock.Now;
        return database.ReadAsync(
            (db, token) =>
                db
                    .Occurrences.Where(o => o.State == OccurrenceState.Planned && o.At <= now)
                    .OrderBy(o => o.At)
                    .ThenBy(o => o.Id)
                    .Select(o => o.Id)
                    .Take(Batch)
                    .ToListAsync(token),
            cancel
        );
    }

    private async Task<bool> SettleAsync(long id, CancellationToken cancel)
    {
        try
        {
            return await database.WriteAsync((db, token) => SettleInAsync(db, id, token), cancel);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            Log.Failed(logger, error, id);
            await database.WriteAsync((db, token) => NoteFailureAsync(db, id, token), cancel);
            return false;
        }
    }

    private async Task<bool> SettleInAsync(WorkDb db, long id, CancellationToken cancel)
    {
        if (await FreeAsync(db, id, cancel) is not { State: OccurrenceState.Planned } occurrence)
        {
            return false;
        }

        // The mark goes first: of two workers, the one that commits second finds a moved version and runs again into the line above.
        occurrence.Version++;
        occurrence.SettledAt = clock.Now;
        occurrence.State = OccurrenceState.Done;
        await db.SaveChangesAsync(cancel);
        var settlement = await steps[KindOf(occurrence.Step)].SettleAsync(occurrence, useCases.OpenForWorker(db), cancel);
        if (settlement.Later is { } later)
        {
            (occurrence.State, occurrence.SettledAt, occurrence.At) = (OccurrenceState.Planned, null, later);
            return false;
        }

        if (!settlement.Happened)
        {
            occurrence.State = OccurrenceState.Withdrawn;
        }

        return true;
    }

    // Null while another worker has it in hand: two that look at the same moment share the work instead of waiting for each other.
    private Task<Occurrence?> FreeAsync(WorkDb db, long id, CancellationToken cancel) =>
        database.Provider == StorageProvider.Postgres
            ? db.Occurrences.FromSql($"""SELECT * FROM "Occurrences" WHERE "Id" = {id} FOR UPDATE SKIP LOCKED""").FirstOrDefaultAsync(cancel)
            : db.Occurrences.FirstOrDefaultAsync(o => o.Id == id, cancel);

    private static string KindOf(string step) => step.Split(':', 2)[0];

    private async Task NoteFailureAsync(WorkDb db, long id, CancellationToken cancel)
    {
        var occurrence = await db.Occurrences.FirstAsync(o => o.Id == id, cancel);
        occurrence.Failures++;
        occurrence.Version++;
        if (occurrence.Failures >= Attempts)
        {
            occurrence.State = OccurrenceState.SetAside;
            occurrence.SettledAt = clock.Now;
        }
    }

    private async Task BeatAsync(WorkDb db, string? jump, CancellationToken cancel)
    {
        await KeepAsync(db, Heartbeat, machine.GetUtcNow().ToString("O", CultureInfo.InvariantCulture), cancel);
        if (jump is not null)
        {
            await KeepAsync(db, ClockWatch.Noticed, jump, cancel);
        }
    }

    private static async Task KeepAsync(WorkDb db, string key, string value, CancellationToken cancel)
    {
        var known = await db.Settings.FirstOrDefaultAsync(s => s.Key == key, cancel);
        if (known is null)
        {
            db.Settings.Add(new Setting { Key = key, Value = value });
        }
        else
        {
            known.Value = value;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1301, LogLevel.Error, "Occurrence {Id} could not be settled")]
        public static partial void Failed(ILogger logger, Exception error, long id);
    }
}
