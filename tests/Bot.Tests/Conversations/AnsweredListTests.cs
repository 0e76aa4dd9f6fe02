using SupervisionBot.Core.Consultations;
using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>A list that was answered is dead: its numbers do nothing any more. Lists to look things up in stay.</summary>
public sealed class AnsweredListTests
{
    [Theory]
    [InlineData("2")]
    [InlineData("先不办")]
    [InlineData("不撤回")]
    [InlineData("不撤了")]
    [InlineData("先不撤")]
    [InlineData("不用了。")]
    public async Task A_declined_withdrawal_is_not_carried_out_by_the_next_number(string declined)
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await SendAsync(clerk);
        await clerk.SayAsync("撤回");

        var kept = await clerk.SayAsync(declined);
        var late = await clerk.SayAsync("1");

        Assert.Equal("好，先不办。", kept.Title);
        Assert.Equal(ConsultationState.AwaitingRelease, (await bot.OnlyAsync()).State);
        Assert.Contains("刚才的序号已经过时，没有执行", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_withdrawal_declined_by_button_is_not_carried_out_by_the_next_number()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await SendAsync(clerk);
        await clerk.SayAsync("撤回");

        await clerk.PressAsync("先不办");
        await clerk.SayAsync("1");

        Assert.Equal(ConsultationState.AwaitingRelease, (await bot.OnlyAsync()).State);
    }

    [Fact]
    public async Task After_a_choice_that_was_answered_without_a_list_the_next_number_shows_what_is_current()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        await clerk.SayAsync(Talk.Sand);
        await clerk.SayAsync("2");

        var late = await clerk.SayAsync("1");

        Assert.Empty(await bot.StartedAsync());
        Assert.Contains("报王志刚同志审签", late.Labels);
    }

    [Fact]
    public async Task A_list_of_records_stays_while_its_lines_are_only_looked_at()
    {
        await using var bot = await Talk.StartAsync();
        var visitor = await TalkingPerson.EnterAsync(bot, "liuyang");
        var todos = await visitor.SayAsync("我的待办");
        var page = todos.Labels.ToList().FindIndex(label => label.Contains("台面", StringComparison.Ordinal)) + 1;

        await visitor.SayAsync($"{page}");
        var first = await visitor.SayAsync("1");

        Assert.True(page > 1);
        Assert.DoesNotContain("过时", first.Text, StringComparison.Ordinal);
    }

    private static async Task SendAsync(TalkingPerson clerk)
    {
        await clerk.SayAsync(Talk.Sand);
        await clerk.SayAsync("1");
    }
}
