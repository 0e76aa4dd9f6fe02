using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>A number means a list that stood before it: what came while it was on its way was not meant.</summary>
public sealed class UnseenListTests
{
    private static readonly Message News = new()
    {
        Title = "来了一件新的",
        Choices = [new Choice("我的待办", "todos"), new Choice("查进度", "status")],
    };

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    public async Task A_number_sent_before_a_list_came_does_nothing_and_shows_that_list(string number)
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);
        await clerk.PostAsync(number);
        await TellAsync(bot);

        var answer = await clerk.AnswerAsync();

        Assert.Empty(await bot.StartedAsync());
        Assert.Contains("刚才的序号已经过时，没有执行", answer.Text, StringComparison.Ordinal);
        Assert.Contains("来了一件新的", answer.Text, StringComparison.Ordinal);
        Assert.Equal(["我的待办", "查进度"], answer.Labels);
    }

    [Fact]
    public async Task A_press_does_not_answer_a_list_that_came_after_it()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);
        await clerk.TapAsync("补充几句");
        await TellAsync(bot);
        await clerk.AnswerAsync();

        var answer = await clerk.SayAsync("2");

        Assert.DoesNotContain("过时", answer.Text, StringComparison.Ordinal);
    }

    private static async Task TellAsync(BotHost bot)
    {
        var cancel = TestContext.Current.CancellationToken;
        var person = await bot.ReadAsync((db, token) => db.People.Where(p => p.Name == "李海英").Select(p => p.Id).FirstAsync(token));
        await bot.Get<Database>()
            .WriteAsync(
                (db, _) =>
                {
                    bot.Get<OutboxWriter>().Notice(db, person, News, TestClock.Start);
                    return Task.FromResult(true);
                },
                cancel
            );
        await bot.Get<Outbox>().DispatchAsync(cancel);
    }
}
