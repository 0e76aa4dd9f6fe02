namespace SupervisionBot.Core.Calendars;

/// <summary>
/// The clock of the work: due dates, quiet hours and every date that people see. It is the machine's clock plus an offset that only demo mode
/// ever sets; the offset is kept in the database, so that every process on that database tells the same time.
/// Leases, back-off, tokens and cookies use the machine's <see cref="TimeProvider"/> instead.
/// </summary>
public sealed class BusinessClock(TimeProvider machine)
{
    private long offsetMilliseconds;

    /// <summary>Now, UTC, cut to milliseconds as the database keeps it.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = machine.GetUtcNow().AddMilliseconds(Interlocked.Read(ref offsetMilliseconds));
            return new DateTimeOffset(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        }
    }

    /// <summary>Takes over the offset that the database holds. Called when a transaction opens in demo mode, and by nobody else.</summary>
    internal void Follow(long offset) => Interlocked.Exchange(ref offsetMilliseconds, offset);
}
