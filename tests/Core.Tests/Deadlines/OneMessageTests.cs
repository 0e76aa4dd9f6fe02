using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Tests.Consultations;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Deadlines;

/// <summary>What is planned for one morning becomes one message, whichever of it is settled first; and those above hear a working day after the office did.</summary>
public sealed class OneMessageTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task What_was_left_from_another_day_goes_into_the_message_of_the_morning_and_no_matter_stands_there_twice(StorageProvider provider)
    {
        await using var walk = await DeadlineWalk.BeginAsync(provider, Cancel);
        var first = await walk.DeadlineAsync(Promise.View, "ziran", Cancel);
        await walk.UntilAsync(new DateOnly(2026, 11, 24), Cancel);
        await HoldBackAsync(walk, first.Id, -3, new DateOnly(2026, 11, 25), new DateOnly(2026, 11, 27));
        await walk.County.AdmittedAsync(Cancel);
        await walk.County.ForgetNewsAsync(Cancel);

        var heard = await walk.UntilAsync(new DateOnly(2026, 11, 27), Cancel);

        var morning = Assert.Single(walk.Messages, m => m is { Day: "11-27", Login: County.Land }).Message;
        Assert.Equal(2, morning.Choices.Count);
        Assert.All(heard.GroupBy(h => (h.Day, h.Login)), day => Assert.Single(day));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_leader_does_not_hear_on_the_morning_on_which_the_office_is_told_late(StorageProvider provider)
    {
        await using var walk = await DeadlineWalk.BeginAsync(provider, Cancel);
        await walk.UntilAsync(new DateOnly(2026, 11, 30), Cancel);
        // The rung of 1 December was climbed, and the worker was gone before anybody was told.
        var deadline = await walk.DeadlineAsync(Promise.View, "ziran", Cancel);
        await HoldBackAsync(walk, deadline.Id, 1, new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 2));

        var heard = await walk.UntilAsync(new DateOnly(2026, 12, 4), Cancel);

        Assert.Equal("12-02", heard.First(h => h.Login == County.Office).Day);
        Assert.Equal("12-03", Assert.Single(heard, h => h.Login == DeadlineWalk.LandLeader).Day);
    }

    /// <summary>Lets a rung be climbed on <paramref name="day"/>, and keeps what it planned from being said until the morning of <paramref name="later"/>.</summary>
    private static async Task HoldBackAsync(DeadlineWalk walk, Guid deadline, int rung, DateOnly day, DateOnly later)
    {
        var host = walk.County.Host;
        host.Machine.SetUtcNow(MorningOf(day).ToUniversalTime());
        await host.Sweep.RunAsync(Cancel);
        await walk.County.ForgetNewsAsync(Cancel);
        await host.Database.WriteAsync(
            async (db, token) =>
            {
                var lines = await db.Occurrences.Where(o => o.ItemId == deadline && o.Step.StartsWith("digest")).ToListAsync(token);
                foreach (var line in lines.Where(o => o.Step.EndsWith($":{rung}", StringComparison.Ordinal)))
                {
                    (line.State, line.SettledAt, line.At) = (OccurrenceState.Planned, null, MorningOf(later));
                }
            },
            Cancel
        );
    }

    private static DateTimeOffset MorningOf(DateOnly day) => ChinaTime.FromLocal(day, new TimeOnly(8, 30));
}
