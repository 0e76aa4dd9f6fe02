using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Demo;

/// <summary>
/// Moves the business clock of every process on the database forward, for demonstrations. Time passes as it would have: the clock stops at each
/// thing that falls due on the way, so that everything happens in its order and every message carries its own date.
/// </summary>
public sealed class DemoClockMove(Database database, BusinessClock clock, TimeProvider machine, DemoMode demo, Sweep sweep, Outbox outbox)
{
    /// <summary>Refusal: the clock would go back.</summary>
    public const string Backwards = "backwards";

    /// <summary>Nobody can go back, so a slip of the finger must not lead into the next century.</summary>
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(366);

    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(50);

    /// <summary>Moves the clock by a span. Zero moves nothing and settles what is due.</summary>
    /// <returns>What the clock shows then, UTC.</returns>
    public Task<Outcome<DateTimeOffset>> AdvanceAsync(TimeSpan by, CancellationToken cancel) => MoveAsync(_ => by, cancel);

    /// <summary>Moves the clock to a moment.</summary>
    /// <inheritdoc cref="AdvanceAsync" path="/returns"/>
    public Task<Outcome<DateTimeOffset>> MoveToAsync(DateTimeOffset moment, CancellationToken cancel) => MoveAsync(now => moment - now, cancel);

    private async Task<Outcome<DateTimeOffset>> MoveAsync(Func<DateTimeOffset, TimeSpan> span, CancellationToken cancel)
    {
        if (!demo.Enabled)
        {
            return new Refusal(Refusal.Forbidden, Texts.OnlyInDemo);
        }

        var now = await NowAsync(cancel);
        var by = span(now);
        if (by < TimeSpan.Zero)
        {
            return new Refusal(Backwards, Texts.Backwards.With(ChinaTime.Moment(now)));
        }

        if (by > Furthest)
        {
            return new Refusal(Refusal.Invalid, Texts.TooFar.With(Furthest.Days));
        }

        while (await NextDueAsync(now + by, cancel) is { } due)
        {
            await ArriveAsync(due, cancel);
        }

        await ArriveAsync(now + by, cancel);
        return await NowAsync(cancel);
    }

    /// <summary>Everything that happens at a moment: the clock shows it, what is due is settled, and what that says is sent.</summary>
    private async Task ArriveAsync(DateTimeOffset moment, CancellationToken cancel)
    {
        await SetAsync(moment, cancel);
        await sweep.RunAsync(cancel);
        await DeliverAsync(cancel);
    }

    /// <summary>What the clock shows, with the offset the database holds: a transaction makes this process follow it.</summary>
    private async Task<DateTimeOffset> NowAsync(CancellationToken cancel)
    {
        await database.WriteAsync((_, _) => Task.CompletedTask, cancel);
        return clock.Now;
    }

    private Task<DateTimeOffset?> NextDueAsync(DateTimeOffset until, CancellationToken cancel) =>
        database.ReadAsync(
            (db, token) =>
                db
                    .Occurrences.Where(o => o.State == OccurrenceState.Planned && o.At <= until)
                    .OrderBy(o => o.At)
                    .Select(o => (DateTimeOffset?)o.At)
                    .FirstOrDefaultAsync(token),
            cancel
        );

    /// <summary>
    /// Writes the offset at which the clock shows <paramref name="moment"/>, unless it already shows more: of two who move at once, none moves the
    /// other back.
    /// </summary>
    private async Task SetAsync(DateTimeOffset moment, CancellationToken cancel)
    {
        var offset = (long)Math.Ceiling((moment - machine.GetUtcNow()).TotalMilliseconds);
        if (offset <= 0)
        {
            return;
        }

        var value = offset.ToString(CultureInfo.InvariantCulture);
        await database.WriteAsync(
            (db, token) =>
                db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "Settings" ("Key", "Value") VALUES ({Setting.DemoClockOffset}, {value})
                    ON CONFLICT ("Key") DO UPDATE SET "Value" = excluded."Value"
                    WHERE CAST("Settings"."Value" AS bigint) < CAST(excluded."Value" AS bigint)
                    """,
                    token
                ),
            cancel
        );
    }

    /// <summary>Sends what has become due, and waits for what other processes have taken upon themselves to send.</summary>
    private async Task DeliverAsync(CancellationToken cancel)
    {
        await outbox.DispatchAsync(cancel);
        while (await IsOnItsWayAsync(cancel))
        {
            await Task.Delay(LookAgain, machine, cancel);
            await outbox.DispatchAsync(cancel);
        }
    }

    private Task<bool> IsOnItsWayAsync(CancellationToken cancel)
    {
        var now = machine.GetUtcNow();
        return database.ReadAsync(
            (db, token) =>
                db.Outbox.AnyAsync(o => o.State == OutboxState.Attempting || (o.State == OutboxState.Pending && o.NotBefore <= now), token),
            cancel
        );
    }
}
