using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Tests.Consultations;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Messaging;

/// <summary>A row that fails is that row's trouble alone, and nobody gets what is not for them any more.</summary>
public sealed class OutboxTests
{
    private const string Log = "log";
    private const string Poison = "毒";

    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_message_that_cannot_be_drawn_holds_up_nobody_and_is_set_aside_in_the_end(StorageProvider provider)
    {
        await using var host = await CoreHost.StartAsync(provider, services => services.AddSingleton<ILogChannel, FussyChannel>());
        var (first, second) = (await ConversationAsync(host), await ConversationAsync(host));
        await ReplyAsync(host, first, Poison, "随后");
        await ReplyAsync(host, second, "别人");

        await host.Outbox.DispatchAsync(Cancel);
        Assert.Equal(["随后", "别人"], await LoggedAsync(host));

        for (var pass = 0; pass < 20; pass++)
        {
            host.Machine.Advance(TimeSpan.FromMinutes(20));
            await host.Outbox.DispatchAsync(Cancel);
        }

        var rows = await RowsAsync(host);
        Assert.Equal([OutboxState.SetAside, OutboxState.Delivered, OutboxState.Delivered], rows.Select(r => r.State));
        Assert.Equal((8, nameof(FormatException)), (rows[0].Attempts, rows[0].LastError));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_conversation_on_a_channel_that_is_not_connected_holds_up_nobody(StorageProvider provider)
    {
        await using var host = await CoreHost.StartAsync(provider, services => services.AddSingleton<ILogChannel, FussyChannel>());
        await ReplyAsync(host, await ConversationAsync(host, "gone"), "去不了");
        await ReplyAsync(host, await ConversationAsync(host), "到得了");

        await host.Outbox.DispatchAsync(Cancel);

        Assert.Equal(["到得了"], await LoggedAsync(host));
        Assert.Equal([OutboxState.Pending, OutboxState.Delivered], (await RowsAsync(host)).Select(r => r.State));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_call_that_breaks_off_is_repeated_for_a_reply_and_uncertain_for_a_notice(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var host = county.Host;
        var conversation = await ConversationAsync(host, Conversation.WebChat, county.Id(County.Clerk));
        await ReplyAsync(host, conversation, "答复");
        await NoticeAsync(host, county.Id(County.Leader), "通知");
        host.Platform.FailNext(new TaskCanceledException("The call took too long."));
        host.Platform.FailNext(new InvalidOperationException("The answer made no sense."));

        await host.Outbox.DispatchAsync(Cancel);
        Assert.Equal([OutboxState.Pending, OutboxState.Uncertain], (await RowsAsync(host)).Select(r => r.State));

        host.Machine.Advance(TimeSpan.FromMinutes(1));
        await host.Outbox.DispatchAsync(Cancel);
        Assert.Equal([OutboxState.Delivered, OutboxState.Uncertain], (await RowsAsync(host)).Select(r => r.State));
        Assert.Equal(["答复"], host.Platform.Delivered.Select(m => m.Title));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task While_somebody_is_away_what_wants_an_act_goes_to_the_deputy_and_news_wait(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var (away, deputy) = (county.Id(County.Leader), county.Id(County.Clerk));
        await county.Host.Database.WriteAsync(
            async (db, token) =>
            {
                var person = await db.People.SingleAsync(p => p.Id == away, token);
                (person.DeputyId, person.DeputyFrom, person.DeputyTo) = (deputy, new DateOnly(2026, 11, 23), new DateOnly(2026, 11, 24));
            },
            Cancel
        );

        await NoticeAsync(county, away, new Message { Title = "请审签", Choices = [new Choice("同意报送", "agree")] });
        await NoticeAsync(county, away, Message.Say("已受理"));
        county.Host.Machine.Advance(TimeSpan.FromDays(2));
        await NoticeAsync(county, away, new Message { Title = "请会签", Choices = [new Choice("同意", "agree")] });

        Assert.Equal(
            [(deputy, "请审签"), (away, "已受理"), (away, "请会签")],
            county.Host.Platform.Attempts.Select(a => (a.PersonId, a.Message.Title))
        );
    }

    private static async Task NoticeAsync(County county, Guid person, Message message)
    {
        await county.Host.Database.WriteAsync(
            (db, _) =>
            {
                county.Host.Get<OutboxWriter>().Notice(db, person, message, county.Host.Clock.Now);
                return Task.CompletedTask;
            },
            Cancel
        );
        await county.Host.Outbox.DispatchAsync(Cancel);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Nothing_is_sent_to_a_person_who_has_left_meanwhile(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var host = county.Host;
        await NoticeAsync(host, county.Id(County.Leader), "待办");
        await NoticeAsync(host, county.Id(County.Clerk), "待办");
        var left = county.Id(County.Leader);
        await host.Database.WriteAsync(
            (db, token) => db.People.Where(p => p.Id == left).ExecuteUpdateAsync(p => p.SetProperty(x => x.Active, false), token),
            Cancel
        );

        await host.Outbox.DispatchAsync(Cancel);

        Assert.Equal([county.Id(County.Clerk)], host.Platform.Attempts.Select(s => s.PersonId));
        Assert.Equal([OutboxState.Withdrawn, OutboxState.Delivered], (await RowsAsync(host)).Select(r => r.State));
    }

    private static Task<Guid> ConversationAsync(CoreHost host, string channel = Log, Guid? personId = null) =>
        host.Database.WriteAsync(
            (db, _) =>
            {
                var conversation = new Conversation
                {
                    Id = Guid.NewGuid(),
                    ChannelId = channel,
                    ChannelConversationId = Guid.NewGuid().ToString(),
                    PersonId = personId ?? Guid.NewGuid(),
                    StartedAt = host.Clock.Now,
                };
                db.Conversations.Add(conversation);
                return Task.FromResult(conversation.Id);
            },
            Cancel
        );

    private static async Task ReplyAsync(CoreHost host, Guid conversation, params string[] titles)
    {
        foreach (var title in titles)
        {
            await host.Database.WriteAsync(
                (db, _) =>
                {
                    host.Get<OutboxWriter>().Reply(db, conversation, Message.Say(title), host.Clock.Now);
                    return Task.CompletedTask;
                },
                Cancel
            );
        }
    }

    private static Task NoticeAsync(CoreHost host, Guid person, string title) =>
        host.Database.WriteAsync(
            (db, _) =>
            {
                host.Get<OutboxWriter>().Notice(db, person, Message.Say(title), host.Clock.Now);
                return Task.CompletedTask;
            },
            Cancel
        );

    private static Task<List<OutboxItem>> RowsAsync(CoreHost host) =>
        host.Database.ReadAsync((db, token) => db.Outbox.OrderBy(o => o.Id).ToListAsync(token), Cancel);

    private static Task<List<string>> LoggedAsync(CoreHost host) =>
        host.Database.ReadAsync((db, token) => db.ConversationLog.OrderBy(e => e.Id).Select(e => e.Activity).ToListAsync(token), Cancel);

    private sealed class FussyChannel : ILogChannel
    {
        public string ChannelId => Log;

        public string Draw(Message message, Conversation conversation, string activityId, DateTimeOffset at) =>
            message.Title == Poison ? throw new FormatException("This cannot be drawn.") : message.Title;
    }
}
