using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>What becomes of messages that cannot be handled, and of those that waited while no bot ran.</summary>
public sealed class TurnTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_message_that_fails_three_times_is_set_aside_and_others_go_on()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        var other = await TalkingPerson.EnterAsync(bot, "sunli");
        await clerk.SayAsync(Talk.Sand);
        await bot.Get<Database>()
            .WriteAsync(
                async (db, token) =>
                {
                    await db.Drafts.ExecuteUpdateAsync(d => d.SetProperty(x => x.Values, "{"), token);
                },
                Cancel
            );

        await clerk.PostAsync("群众反映三次了");
        var fine = await other.SayAsync("您好");
        var told = await clerk.AnswerAsync();

        Assert.StartsWith("刚才这条没有办成，内容已经留下", told.Title, StringComparison.Ordinal);
        Assert.Contains("找专班：刘洋", told.Text, StringComparison.Ordinal);
        Assert.StartsWith("您好", fine.Title, StringComparison.Ordinal);
        Assert.Equal(3, (await bot.ReadAsync((db, token) => db.Inbox.SingleAsync(i => i.State == InboxState.SetAside, token))).Failures);
        Assert.StartsWith("这份草稿不报了", (await clerk.SayAsync("取消")).Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_while_no_turn_ran_is_taken_up_at_start()
    {
        await using var storage = await TestDatabase.CreateAsync();
        var machine = TestClock.At();
        await using (var before = await BotHost.StartOnAsync(storage, machine, Talk.Setup))
        {
            await (await TalkingPerson.EnterAsync(before, "lihaiying")).PostAsync(Talk.Sand);
        }

        await using var after = await StartAgainAsync(storage, machine);

        Assert.True(await after.ReadAsync((db, token) => db.Drafts.AnyAsync(d => d.Kind == "consultation", token)));
    }

    [Fact]
    public async Task A_message_that_ended_three_processes_is_set_aside_at_the_next_start_and_others_go_on()
    {
        await using var storage = await TestDatabase.CreateAsync();
        var machine = TestClock.At();
        await using (var before = await BotHost.StartOnAsync(storage, machine, Talk.Setup))
        {
            await (await TalkingPerson.EnterAsync(before, "lihaiying")).PostAsync(Talk.Sand);
            // As the second restart leaves it: taken up, and nobody there any more to say what became of it.
            var inbox = before.Get<Inbox>();
            var id = Assert.Single(await inbox.PendingAsync(Cancel)).Id;
            Assert.False(await inbox.TakeUpAgainAsync(id, Cancel));
            Assert.False(await inbox.TakeUpAgainAsync(id, Cancel));
            await (await TalkingPerson.EnterAsync(before, "sunli")).PostAsync("您好");
        }

        await using var after = await StartAgainAsync(storage, machine);

        Assert.False(await after.ReadAsync((db, token) => db.Drafts.AnyAsync(d => d.Kind == "consultation", token)));
        var states = await after.ReadAsync((db, token) => db.Inbox.OrderBy(i => i.Id).Select(i => new { i.State, i.Failures }).ToListAsync(token));
        Assert.Equal([(InboxState.SetAside, 3), (InboxState.Done, 1)], states.Select(s => (s.State, s.Failures)));
    }

    [Fact]
    public async Task A_start_that_is_told_to_stop_is_not_counted_against_the_message()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.PostAsync(Talk.Sand);
        var id = Assert.Single(await bot.Get<Inbox>().PendingAsync(Cancel)).Id;
        for (var start = 0; start < 4; start++)
        {
            // The word to stop comes after the count and before the turn.
            Assert.False(await bot.Get<Inbox>().TakeUpAgainAsync(id, Cancel));
            await bot.Get<Inbox>().PutBackAsync(id);
        }

        Assert.StartsWith("按会商拟好了", (await clerk.AnswerAsync()).Title, StringComparison.Ordinal);
    }

    /// <summary>A start with what was left behind, when all of it has been taken to its turn.</summary>
    private static async Task<BotHost> StartAgainAsync(TestDatabase storage, Microsoft.Extensions.Time.Testing.FakeTimeProvider machine)
    {
        var bot = await BotHost.StartOnAsync(storage, machine, new BotSetup { Services = OnlyWithTurns });
        var grown = new SemaphoreSlim(0);
        bot.Get<Wakeups>().OutboxGrew += () => grown.Release();
        while ((await bot.Get<Inbox>().PendingAsync(Cancel)).Count > 0)
        {
            Assert.True(await grown.WaitAsync(Patience, Cancel));
        }

        return bot;
    }

    private static void OnlyWithTurns(IServiceCollection services)
    {
        Talk.WithoutPumps(services);
        services.AddHostedService<TurnPump>();
    }
}
