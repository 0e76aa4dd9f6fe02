using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Worker.Tests.Crashes;

/// <summary>
/// A morning on which very many written views fall due: each unit's liaison officer is owed one digest, in which each of their matters stands once. The business clock of
/// the processes is moved to that morning.
/// </summary>
internal sealed class DueViews(int count)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Puts them in place in one transaction, with the clock: no sweep sees half of them.</summary>
    public async Task AddAsync(Stage stage)
    {
        var calendar = WorkingCalendar.Shipped;
        var day = calendar.AddWorkingDays(ChinaTime.DateOf(Stage.Now), 1);
        var morning = ChinaTime.FromLocal(day, new TimeOnly(9, 0));
        var offset = (long)(morning - Stage.Now).TotalMilliseconds;
        var clerk = await stage.ReadAsync(db => db.People.FirstAsync(p => p.Login == "lihaiying", Cancel));
        var units = await UnitsAsync(stage, clerk.UnitId);
        await stage.AddAsync([
            new Setting { Key = Setting.DemoClockOffset, Value = offset.ToString(CultureInfo.InvariantCulture) },
            .. Enumerable.Range(1, count).SelectMany(number => DueViewRows.Of($"HS-2019-{number:D4}", clerk, units[number % units.Count], day)),
        ]);
    }

    public static IQueryable<Occurrence> Of(WorkDb db, OccurrenceState state) =>
        from occurrence in db.Occurrences
        join deadline in db.Deadlines on occurrence.ItemId equals deadline.Id
        where deadline.Number.StartsWith("HS-2019-") && occurrence.State == state
        select occurrence;

    /// <summary>Every matter was told once, and everybody heard one message.</summary>
    public async Task AssertToldOnceAsync(Stage stage)
    {
        await stage.UntilAsync(
            "nothing of the morning waits",
            async db => !await Of(db, OccurrenceState.Planned).AnyAsync(o => o.Step == "deadline:0" || o.Step.StartsWith("digest"), Cancel)
        );
        await stage.LeasesRunOutAsync();
        await stage.QuietAsync();
        var told = await stage.ReadAsync(db => Of(db, OccurrenceState.Done).Where(o => o.Step.StartsWith("digest")).ToListAsync(Cancel));
        Assert.Equal(count, told.Count);
        Assert.Equal(count, told.Select(o => o.ItemId).Distinct().Count());
        // The demo's own matters of that morning stand in the same message.
        var readers = told.Select(o => o.RecipientId).ToHashSet();
        var all = await stage.ReadAsync(db =>
            db.Occurrences.Where(o => o.State == OccurrenceState.Done && o.Step.StartsWith("digest") && readers.Contains(o.RecipientId))
                .ToListAsync(Cancel)
        );
        foreach (var reader in all.GroupBy(o => o.RecipientId))
        {
            var log = await stage.ReadAsync(db =>
                (
                    from entry in db.ConversationLog
                    join talk in db.Conversations on entry.ConversationId equals talk.Id
                    where talk.PersonId == reader.Key && talk.ChannelId == Conversation.WebChat
                    select entry.Activity
                ).ToListAsync(Cancel)
            );
            Assert.Single(log, activity => activity.Contains($"请您办{reader.Count()}件", StringComparison.Ordinal));
        }
    }

    private static Task<List<Guid>> UnitsAsync(Stage stage, Guid but) =>
        stage.ReadAsync(async db =>
        {
            var people = await db.People.Where(p => p.Active).ToListAsync(Cancel);
            return people.Where(p => p.UnitId != but && p.Roles.Contains(Role.Liaison)).Select(p => p.UnitId).Distinct().Order().Take(15).ToList();
        });
}
