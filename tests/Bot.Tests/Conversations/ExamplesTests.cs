using SupervisionBot.Core.Consultations;
using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>An example of what to say must do as it stands, whatever day it is: people copy it.</summary>
public sealed class ExamplesTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(98)]
    public async Task The_example_of_time_and_place_can_be_said_back(int daysLater)
    {
        await using var bot = await Talk.StartAsync();
        bot.Machine.Advance(TimeSpan.FromDays(daysLater));
        var office = await TalkingPerson.EnterAsync(bot, "liuyang");
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);
        await clerk.SayAsync("1");
        await clerk.SayAsync("领导电话同意了");
        await office.ListenAsync();

        var asked = await office.PressAsync("单独开会");
        var proposed = await office.SayAsync(Quoted(asked.Text));

        Assert.Contains("发通知", proposed.Labels);
        Assert.Contains("司法局三楼会议室", proposed.Text, StringComparison.Ordinal);
        // A day that is over, or a year off, is refused only here.
        await office.PressAsync("发通知");
        Assert.Equal(ConsultationState.Scheduled, (await bot.OnlyAsync()).State);
    }

    private static string Quoted(string text) => text.Split('“', '”')[1];
}
