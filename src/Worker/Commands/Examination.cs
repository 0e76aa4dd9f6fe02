using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Worker.Commands;

internal enum FindingLevel
{
    Ok,

    /// <summary>Worth knowing; nothing is broken.</summary>
    Warning,
    Problem,
}

/// <summary>One thing looked at, for the operator: what it is and how to mend it.</summary>
internal sealed record Finding(string Check, FindingLevel Level, string Detail);

/// <summary>Looks at everything that an installation needs. What depends on the database is left out while there is none.</summary>
internal sealed class Examination(WorkDbFactory factory, WorkingCalendar calendar, BusinessClock clock, TimeProvider machine)
{
    private static readonly TimeSpan SweepLate = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan DeliveryLate = TimeSpan.FromMinutes(5);

    public async Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancel)
    {
        var findings = new List<Finding> { DataFolderFinding() };
        await using var db = factory.Open();
        if (!await db.Database.CanConnectAsync(cancel))
        {
            return
            [
                Problem("database", $"{factory.Provider} cannot be reached; check Storage:ConnectionString, or run: migrate"),
                .. findings,
                CalendarFinding(),
            ];
        }

        findings.Insert(0, Ok("database", $"{factory.Provider} answers"));
        var missing = (await db.Database.GetPendingMigrationsAsync(cancel)).Count();
        if (missing > 0)
        {
            return [.. findings, CalendarFinding(), Problem("migrations", $"{missing} missing; run: migrate")];
        }

        findings.Add(Ok("migrations", "all applied"));
        await CalendarVersions.FollowAsync(db, calendar, cancel);
        findings.Insert(2, CalendarFinding());
        findings.Add(await SweepAsync(db, cancel));
        findings.AddRange(await DeliveriesAsync(db, cancel));
        return findings;
    }

    private Finding DataFolderFinding()
    {
        if (factory.Provider == StorageProvider.Postgres)
        {
            return Ok("data", "everything is kept in the database");
        }

        var folder = Path.GetDirectoryName(SqliteFiles.PathOf(factory.ConnectionString))!;
        try
        {
            // The first start makes it; here it is made to see whether that will work.
            System.IO.Directory.CreateDirectory(folder);
            using var probe = new FileStream(
                Path.Combine(folder, $".doctor-{Environment.ProcessId}"),
                FileMode.Create,
                FileAccess.Write,
                FileShare.None,
                bufferSize: 1,
                FileOptions.DeleteOnClose
            );
            return Ok("data", $"{folder} can be written");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Problem("data", $"{folder} cannot be written: {error.Message}");
        }
    }

    /// <summary>The State Council announces the next year between late October and early December; without it days are judged by weekends only.</summary>
    private Finding CalendarFinding()
    {
        var today = ChinaTime.DateOf(clock.Now);
        var next = today.Year + 1;
        if (calendar.IsPublished(new DateOnly(next, 1, 1)))
        {
            return Ok("calendar", $"{next} is known");
        }

        var level = today is { Month: 12, Day: >= 15 } || !calendar.IsPublished(today) ? FindingLevel.Problem : FindingLevel.Warning;
        return new Finding("calendar", level, $"holidays of {next} are not known; dates in it are provisional");
    }

    private async Task<Finding> SweepAsync(WorkDb db, CancellationToken cancel)
    {
        var beat = await db.Settings.Where(s => s.Key == Sweep.Heartbeat).Select(s => s.Value).FirstOrDefaultAsync(cancel);
        if (beat is null)
        {
            return new Finding("sweep", FindingLevel.Warning, "no worker has run on this database yet");
        }

        var age = machine.GetUtcNow() - DateTimeOffset.Parse(beat, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
        var text = $"last sweep {age.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture)} s ago";
        return age > SweepLate ? Problem("sweep", $"{text}; no worker is running") : Ok("sweep", text);
    }

    private async Task<IEnumerable<Finding>> DeliveriesAsync(WorkDb db, CancellationToken cancel)
    {
        var late = machine.GetUtcNow() - DeliveryLate;
        var waiting = await db.Outbox.CountAsync(
            o => (o.State == OutboxState.Pending || o.State == OutboxState.Attempting) && o.NotBefore < late,
            cancel
        );
        var lost = await db.Outbox.CountAsync(o => o.State == OutboxState.SetAside || o.State == OutboxState.Uncertain, cancel);
        var inbox = await db.Inbox.CountAsync(i => i.State == InboxState.SetAside, cancel);
        var occurrences = await db.Occurrences.CountAsync(o => o.State == OccurrenceState.SetAside, cancel);
        return
        [
            Count("undelivered", waiting, "messages wait for more than five minutes"),
            Count("set-aside", lost, "messages could not be delivered or may not have arrived"),
            Count("inbox", inbox, "received messages could not be handled"),
            Count("occurrences", occurrences, "due steps could not be settled"),
        ];
    }

    private static Finding Count(string check, int count, string what) =>
        count == 0 ? Ok(check, "none") : Problem(check, string.Create(CultureInfo.InvariantCulture, $"{count} {what}"));

    private static Finding Ok(string check, string detail) => new(check, FindingLevel.Ok, detail);

    private static Finding Problem(string check, string detail) => new(check, FindingLevel.Problem, detail);
}
