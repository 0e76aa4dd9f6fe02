using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace SupervisionBot.Core.Persistence;

/// <summary>Settings under <c>Demo</c>. On in Development unless said otherwise; off means the demo endpoints and the movable clock do not exist.</summary>
public sealed class DemoMode
{
    public const string Section = "Demo";

    public bool Enabled { get; set; }

    /// <summary>Lets callers from other machines use the demo endpoints; otherwise only this machine may.</summary>
    public bool AllowRemote { get; set; }
}

/// <summary>The offset of the business clock, as the database keeps it for all processes.</summary>
internal static class DemoClock
{
    public static async Task<long> OffsetAsync(WorkDb db, CancellationToken cancel)
    {
        var value = await db.Settings.AsNoTracking().Where(s => s.Key == Setting.DemoClockOffset).Select(s => s.Value).FirstOrDefaultAsync(cancel);
        return value is null ? 0 : long.Parse(value, CultureInfo.InvariantCulture);
    }
}
