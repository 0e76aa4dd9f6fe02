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
        while (true)
        {
            var now = clock.Now;
            var due = await database.ReadAsync(
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
            var progressed = 0;
            foreach (var id in due)
            {
                progressed += await SettleAsync(id, cancel) ? 1 : 0;
            }

            settled += progressed;
            if (due.Count < Batch || progressed == 0)
            {
                break;
            }
        }

        await database.WriteAsync(BeatAsync, cancel);
        return settled;
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
        var occurrence = await db.Occurrences.FirstAsync(o => o.Id == id, cancel);
        if (occurrence.State != OccurrenceState.Planned)
        {
            return false;
        }

        // The mark goes first: of two workers, the one that commits second finds a moved version and runs again into the line above.
        occurrence.Version++;
        occurrence.SettledAt = clock.Now;
        occurrence.State = OccurrenceState.Done;
        await db.SaveChangesAsync(cancel);
        if (!await steps[occurrence.Step].SettleAsync(occurrence, useCases.OpenForWorker(db), cancel))
        {
            occurrence.State = OccurrenceState.Withdrawn;
        }

        return true;
    }

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

    private async Task BeatAsync(WorkDb db, CancellationToken cancel)
    {
        var now = machine.GetUtcNow().ToString("O", CultureInfo.InvariantCulture);
        var beat = await db.Settings.FirstOrDefaultAsync(s => s.Key == Heartbeat, cancel);
        if (beat is null)
        {
            db.Settings.Add(new Setting { Key = Heartbeat, Value = now });
        }
        else
        {
            beat.Value = now;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1301, LogLevel.Error, "Occurrence {Id} could not be settled")]
        public static partial void Failed(ILogger logger, Exception error, long id);
    }
}
