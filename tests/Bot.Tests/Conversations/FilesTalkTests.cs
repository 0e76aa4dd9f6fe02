using Microsoft.EntityFrameworkCore;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>Files go where they were sent, and nowhere else.</summary>
public sealed class FilesTalkTests
{
    private const string Canteen = "点一单，请市监局派两个人明天来帮忙查一下小饭桌";

    [Fact]
    public async Task Files_sent_while_a_consultation_is_amended_go_with_it()
    {
        await using var bot = await Talk.StartAsync();
        var clerk = await TalkingPerson.EnterAsync(bot, "lihaiying");
        var leader = await TalkingPerson.EnterAsync(bot, "wangzhigang");
        await clerk.SayAsync(Talk.Sand);
        await clerk.SayAsync("1");
        await leader.ListenAsync();
        await leader.PressAsync("退回，说一句");
        await leader.SayAsync("补几张照片");
        await clerk.ListenAsync();
        await clerk.PressAsync("修改后再报");

        await clerk.SendPicturesAsync(2);
        await clerk.SayAsync("1");

        Assert.Equal(2, await AttachedAsync(bot, (await bot.OnlyAsync()).Id));
    }

    [Theory]
    [InlineData("不点了")]
    [InlineData("取消")]
    public async Task The_files_of_a_dropped_draft_do_not_go_out_with_another_matter(string drop)
    {
        await using var bot = await Talk.StartAsync();
        var asker = await TalkingPerson.EnterAsync(bot, "sunli");
        await asker.SayAsync("点单，请自规局来查处河堤内堆料");
        await asker.SendPicturesAsync(2);
        await asker.SayAsync(drop);

        await asker.SayAsync(Canteen);
        await asker.SayAsync("1");
        var later = await asker.SendPicturesAsync(1);

        Assert.Equal(0, await AttachedAsync(bot, (await bot.OnlyOrderAsync()).Id));
        Assert.StartsWith("收到附件1件", later.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_attaches_the_files_that_its_card_was_drawn_for()
    {
        await using var bot = await Talk.StartAsync();
        var asker = await WithOrderAsync(bot);
        await asker.SendPicturesAsync(2);
        var first = asker.Last.Buttons[0];
        await asker.SendPicturesAsync(1);

        var attached = await asker.PressAsync(first);
        var again = await asker.PressAsync(first);

        Assert.StartsWith("附件2件已附到", attached.Title, StringComparison.Ordinal);
        Assert.StartsWith("这个按钮已经不能用了", again.Title, StringComparison.Ordinal);
        Assert.Equal(2, await AttachedAsync(bot, (await bot.OnlyOrderAsync()).Id));
    }

    [Fact]
    public async Task Photos_with_words_that_say_nothing_are_asked_about_like_those_without()
    {
        await using var bot = await Talk.StartAsync();
        var asker = await WithOrderAsync(bot);

        var asked = await asker.SendPicturesAsync(1, "这是养老院的情况");

        Assert.StartsWith("收到附件1件。要附到哪一件", asked.Title, StringComparison.Ordinal);
        Assert.StartsWith("小饭桌联合检查", asked.Labels[0], StringComparison.Ordinal);
        Assert.Equal("新的事，我来说一句", asked.Labels[^1]);
    }

    [Fact]
    public async Task Words_that_name_an_open_matter_bring_it_to_the_top_and_go_with_the_photo()
    {
        await using var bot = await Talk.StartAsync();
        var asker = await WithOrderAsync(bot);
        var before = await asker.SendPicturesAsync(1);
        await asker.SayAsync("1");

        var asked = await asker.SendPicturesAsync(1, "这是校外托管场所的情况");
        await asker.SayAsync("1");

        Assert.StartsWith("小饭桌联合检查", before.Labels[0], StringComparison.Ordinal);
        Assert.StartsWith("校外托管场所（小饭桌）", asked.Labels[0], StringComparison.Ordinal);
        Assert.StartsWith("附件1件已附到：校外托管场所", asker.Last.Title, StringComparison.Ordinal);
        var record = await bot.ReadAsync((db, token) => db.Consultations.SingleAsync(c => c.Title.StartsWith("校外托管场所（小饭桌）"), token));
        Assert.Equal(1, await AttachedAsync(bot, record.Id));
    }

    private static async Task<TalkingPerson> WithOrderAsync(BotHost bot)
    {
        var asker = await TalkingPerson.EnterAsync(bot, "sunli");
        await asker.SayAsync(Canteen);
        await asker.SayAsync("1");
        return asker;
    }

    private static Task<int> AttachedAsync(BotHost bot, Guid record) =>
        bot.ReadAsync((db, token) => db.Files.CountAsync(f => f.RecordId == record, token));
}
