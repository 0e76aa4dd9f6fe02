using System.Globalization;

namespace SupervisionBot.Core.Deadlines;

/// <summary>
/// Notices that the machine's clock was set: between two looks it has gone on by another span than the machine's counter, which nobody sets. Reminders follow the new
/// time; the operator reads of it in <c>/health</c>.
/// </summary>
public sealed class ClockWatch(TimeProvider machine)
{
    /// <summary>Setting that holds the last jump seen: moment (machine clock, round-trip format) and seconds, separated by a blank.</summary>
    public const string Noticed = "clock-jump";

    private static readonly TimeSpan Tolerated = TimeSpan.FromMinutes(1);
    private readonly Lock guard = new();
    private (DateTimeOffset Clock, long Counter)? last;

    /// <summary>Looks once more.</summary>
    /// <returns>The value for <see cref="Noticed"/>; null where the clock ran as it should.</returns>
    public string? Look()
    {
        lock (guard)
        {
            var (clock, counter) = (machine.GetUtcNow(), machine.GetTimestamp());
            var jump = last is { } before ? clock - before.Clock - machine.GetElapsedTime(before.Counter, counter) : TimeSpan.Zero;
            last = (clock, counter);
            return jump.Duration() <= Tolerated ? null : string.Create(CultureInfo.InvariantCulture, $"{clock:O} {jump.TotalSeconds:F0}");
        }
    }
}
