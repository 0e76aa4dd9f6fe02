using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Worker.Tests.Crashes;

/// <summary>The bot is killed with <c>kill -9</c> while people talk to it.</summary>
[Collection(nameof(BotProcesses))]
public sealed class TurnCrashTests(ITestOutputHelper output)
{
    private const string Clerk = "lihaiying";
    private const string Sentence = "汾河滩有人夜里挖砂，水务局说归自规局，自规局说归水务局，想请专班开个会";
    private const string Addition = "补充：昨天晚上又来了两辆车";

    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Killed_between_commit_and_send_the_answer_comes_exactly_once(StorageProvider provider)
    {
        await using var stage = await Stage.OpenCountyAsync(provider);
        var bot = await stage.BotAsync();
        using var before = await Chatter.SignInAsync(bot, Clerk);
        await before.SayAsync(Sentence);
        await stage.QuietAsync();
        var shown = (await before.AnswersAsync()).Count;

        // More words for an open draft are answered when three seconds have passed in silence: committed long before it is sent.
        await before.SayAsync(Addition);
        await stage.UntilAsync("the answer is committed", db => db.Outbox.AnyAsync(o => o.State == OutboxState.Pending, Cancel));
        await bot.KillAsync();
        Assert.Equal(1, await stage.ReadAsync(db => db.Outbox.CountAsync(o => o.State == OutboxState.Pending, Cancel)));

        await stage.LeasesRunOutAsync();
        using var after = await Chatter.SignInAsync(await stage.BotAsync(), Clerk);
        await stage.QuietAsync();
        Assert.Equal(shown + 1, (await after.AnswersAsync()).Count);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Killed_while_a_draft_is_open_it_goes_on_where_it_was(StorageProvider provider)
    {
        await using var stage = await Stage.OpenCountyAsync(provider);
        var bot = await stage.BotAsync();
        using (var before = await Chatter.SignInAsync(bot, Clerk))
        {
            await before.SayAsync(Sentence);
            await stage.QuietAsync();
        }

        var draft = await stage.ReadAsync(db => db.Drafts.SingleAsync(d => d.ClosedAt == null, Cancel));
        await bot.KillAsync();

        using var after = await Chatter.SignInAsync(await stage.BotAsync(), Clerk);
        await after.SayAsync(Addition);
        await stage.QuietAsync();
        await after.SayAsync("1");
        await stage.QuietAsync();

        var record = await stage.ReadAsync(db => db.Consultations.SingleOrDefaultAsync(c => c.Id == draft.Id, Cancel));
        Assert.NotNull(record);
        Assert.Contains("夜里挖砂", record.Account, StringComparison.Ordinal);
        Assert.Contains("两辆车", record.Account, StringComparison.Ordinal);
        Assert.False(await stage.ReadAsync(db => db.Drafts.AnyAsync(d => d.ClosedAt == null, Cancel)));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Killed_at_any_moment_every_message_is_answered_exactly_once(StorageProvider provider)
    {
        const int rounds = 4;
        const int messages = 6;
        var seed = Environment.TickCount;
        output.WriteLine($"Seed {seed}");
        var random = new Random(seed);
        await using var stage = await Stage.OpenCountyAsync(provider);
        for (var round = 0; round < rounds; round++)
        {
            var bot = await stage.BotAsync();
            using var chatter = await Chatter.SignInAsync(bot, Clerk);
            var key = $"{round}-0";
            var talk = TalkAsync(chatter, round, messages);
            await stage.UntilAsync("the first one is taken", db => db.Inbox.AnyAsync(i => i.Key == key, Cancel));
            var moment = TimeSpan.FromMilliseconds(random.Next(1, 200));
            await Task.Delay(moment, Core.Composition.MachineClock, Cancel);
            await bot.KillAsync();
            output.WriteLine($"Killed after {moment.TotalMilliseconds} ms, {await talk} of {messages} accepted");
            await stage.LeasesRunOutAsync();
        }

        // The page sends again what it got no answer to; what had been taken is not handled a second time.
        using var last = await Chatter.SignInAsync(await stage.BotAsync(), Clerk);
        for (var round = 0; round < rounds; round++)
        {
            Assert.Equal(messages, await TalkAsync(last, round, messages));
        }

        await stage.QuietAsync();
        Assert.Equal(rounds * messages, await stage.ReadAsync(db => db.Inbox.CountAsync(i => i.State == InboxState.Done, Cancel)));
        Assert.Equal(rounds * messages, (await last.AnswersAsync()).Count);
    }

    [Fact]
    public async Task A_message_that_ended_three_processes_does_not_end_the_next_one()
    {
        await using var stage = await Stage.OpenCountyAsync(StorageProvider.Postgres);
        var bot = await stage.BotAsync();
        using var before = await Chatter.SignInAsync(bot, Clerk);
        await bot.KillAsync();
        var conversation = await stage.ReadAsync(db => db.Conversations.SingleAsync(Cancel));
        await stage.AddAsync(
            new InboxItem
            {
                ConversationId = conversation.Id,
                PersonId = conversation.PersonId,
                Key = "deadly",
                ActivityId = "deadly",
                Activity = "{\"type\":\"message\",\"text\":\"帮助\"}",
                ReceivedAt = Stage.Now,
            }
        );
        await using (await stage.HoldAsync(conversation))
        {
            // The turn waits for its conversation, so that the process surely dies in the midst of it.
            for (var start = 1; start < Inbox.Attempts; start++)
            {
                var next = await stage.BotAsync();
                await stage.UntilAsync("the message is taken up", db => db.Inbox.AnyAsync(i => i.Failures == start, Cancel));
                await next.KillAsync();
            }
        }

        using var after = await Chatter.SignInAsync(await stage.BotAsync(), Clerk);
        await after.SayAsync("帮助");
        await stage.QuietAsync();

        Assert.Equal(
            InboxState.SetAside,
            await stage.ReadAsync(db => db.Inbox.Where(i => i.Key == "deadly").Select(i => i.State).SingleAsync(Cancel))
        );
        Assert.Equal(2, (await after.AnswersAsync()).Count);
    }

    /// <summary>Says several things one after the other until the bot is gone.</summary>
    /// <returns>How many were accepted.</returns>
    private static async Task<int> TalkAsync(Chatter chatter, int round, int messages)
    {
        for (var message = 0; message < messages; message++)
        {
            try
            {
                await chatter.SayAsync("帮助", $"{round}-{message}");
            }
            catch (HttpRequestException)
            {
                return message;
            }
        }

        return messages;
    }
}
