using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Tests.Consultations;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;
using Xunit;
using static SupervisionBot.Core.Consultations.Signing.CountersignChoice;

namespace SupervisionBot.Core.Tests.Signing;

public sealed class CountersignTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Every_attending_unit_is_asked_once_with_four_answers_and_a_limit(StorageProvider provider)
    {
        await using var desk = await Desk.LaidAsync(provider, Cancel);

        var sent = await desk.County.DoAsync(County.Office, new SendForCountersign(desk.Id, null), Cancel);

        Assert.Equal((MinutesState.Countersigning, Desk.Limit), (sent.State, sent.Due));
        Assert.Equal(["市自然资源局", "市水务局", "阳村街道"], sent.Units);
        Assert.Empty(sent.Unreached);
        var card = (await desk.County.NewsAsync(Cancel))[County.Water].Single();
        Assert.Equal("请会签：汾河滩有人夜里挖砂的职责归属问题会商纪要", card.Title);
        Assert.Equal(["同意", "原则同意，建议……", "不同意", "保留意见", "看全文"], card.Choices.Select(c => c.Label));
        Assert.Equal("11月30日（周一）18:00", card.Facts[0].Value);
        Assert.Equal("其中有贵单位的议定事项1项。", card.Text);
        Assert.Equal(Desk.Units.Order(StringComparer.Ordinal), await desk.ToldAsync(Cancel));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task When_all_agree_the_chair_is_asked_at_once_and_the_office_has_nothing_to_tap(StorageProvider provider)
    {
        await using var desk = await Desk.LaidAsync(provider, Cancel);
        await desk.SentAsync(Cancel);
        await desk.AnswerAsync(Cancel, (County.Land, Agree, null), (County.Water, Agree, null));
        await desk.County.ForgetNewsAsync(Cancel);

        var last = await desk.County.DoAsync(County.Clerk, new CountersignMinutes(desk.Id, null, null, Agree, null), Cancel);

        Assert.Equal((MinutesState.AwaitingSignOff, 0, "阳村街道"), (last.State, last.Missing, last.UnitName));
        var card = (await desk.County.NewsAsync(Cancel))[Desk.Presider].Single();
        Assert.Equal("请签发：汾河滩有人夜里挖砂的职责归属问题会商纪要", card.Title);
        Assert.Equal(["签发", "退回，说一句", "看全文"], card.Choices.Select(c => c.Label));
        Assert.Equal([Desk.Presider], await desk.ToldAsync(Cancel));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Dissent_goes_to_the_office_and_stands_on_the_paper_word_for_word_a_suggestion_does_not(StorageProvider provider)
    {
        await using var desk = await Desk.LaidAsync(provider, Cancel);
        await desk.SentAsync(Cancel);
        await desk.AnswerAsync(
            Cancel,
            (County.Land, Disagree, "地类认定不归本局，*以县里文件为准*。"),
            (County.Water, AgreeWithSuggestion, "把巡查频次写明")
        );
        await desk.County.ForgetNewsAsync(Cancel);
        await desk.AnswerAsync(Cancel, (County.Leader, Reserve, "待三定规定明确后再定。"));

        var card = (await desk.County.NewsAsync(Cancel))[County.Office].Single();
        Assert.Equal(["报签发", "修改", "重新会签"], card.Choices.Select(c => c.Label));
        Assert.Equal(["市自然资源局", "市水务局", "阳村街道"], card.Facts.Select(f => f.Label));
        Assert.Equal([County.OtherOffice, County.Office], await desk.ToldAsync(Cancel));

        var submitted = await desk.County.DoAsync(County.Office, new SubmitMinutes(desk.Id, null), Cancel);

        Assert.Equal(["王秀英"], submitted.Chairs);
        Assert.Equal([Desk.Presider], await desk.ToldAsync(Cancel));
        var page = await desk.PageAsync(County.Water, Cancel);
        var names = await NamesAsync(desk);
        Assert.Equal(
            [$"{names["ziran"]}不同意：地类认定不归本局，*以县里文件为准*。", $"{names["yangcun"]}保留意见：待三定规定明确后再定。"],
            page!.Notes
        );
        Assert.Equal("原则同意，建议：把巡查频次写明", Assert.Single(page.Countersignatures).Words);
        Assert.Equal(3, (await desk.PageAsync(County.Office, Cancel))!.Countersignatures.Count);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Silence_is_chased_once_after_the_limit_and_only_then_the_office_may_close(StorageProvider provider)
    {
        await using var desk = await Desk.LaidAsync(provider, Cancel);
        await desk.SentAsync(Cancel);
        await desk.AnswerAsync(Cancel, (County.Land, Agree, null), (County.Leader, Agree, null));
        var early = await desk.RefusedAsync(County.Office, new CloseCountersign(desk.Id, null), Cancel);
        Assert.Equal("市水务局还没有会签，期限是11月30日（周一）18:00。请等一等，或者先打个电话。", early.Sentence);
        await desk.County.ForgetNewsAsync(Cancel);
        await using var other = desk.County.Host.StartAnother();

        desk.GoTo(Desk.Chase.AddMinutes(-1));
        await desk.County.Host.Sweep.RunAsync(Cancel);
        Assert.Empty(await desk.ToldAsync(Cancel));

        desk.GoTo(Desk.Chase);
        await Task.WhenAll(desk.County.Host.Sweep.RunAsync(Cancel), other.Sweep.RunAsync(Cancel));
        // Where one had a matter in hand while the other came to the message, the message waits five seconds for it.
        desk.GoTo(Desk.Chase.AddSeconds(5));
        await Task.WhenAll(desk.County.Host.Sweep.RunAsync(Cancel), other.Sweep.RunAsync(Cancel));
        var news = await desk.County.NewsAsync(Cancel);
        var chased = news[County.Water].Single();
        Assert.Equal("汾河滩有人夜里挖砂的职责归属问题会商纪要应于11月30日（周一）18:00会签，已过1个工作日", chased.Title);
        Assert.Equal("没有答复的，会在文稿上注明逾期未反馈。", chased.Text);
        Assert.Equal("市水务局", news[County.Office].Single().Facts.Single().Label);
        Assert.Equal([County.OtherOffice, County.Office, County.Water], await desk.ToldAsync(Cancel));
        desk.GoTo(Desk.Chase.AddDays(3));
        await desk.County.Host.Sweep.RunAsync(Cancel);
        Assert.Empty((await desk.County.NewsAsync(Cancel))[County.Water]);
        Assert.Equal(MinutesState.Countersigning, (await desk.ReadAsync(Cancel)).State);

        var closed = await desk.County.DoAsync(County.Office, new CloseCountersign(desk.Id, null), Cancel);

        Assert.Equal(["市水务局"], closed.Missed);
        Assert.Equal([$"{(await NamesAsync(desk))["shuiwu"]}逾期未反馈会签意见。"], (await desk.PageAsync(County.Land, Cancel))!.Notes);
        var late = await desk.RefusedAsync(County.Water, new CountersignMinutes(desk.Id, null, null, Agree, null), Cancel);
        Assert.Equal(Refusal.Stale, late.Code);
        Assert.Contains("结束会签", late.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_late_answer_counts_as_long_as_the_round_is_open(StorageProvider provider)
    {
        await using var desk = await Desk.LaidAsync(provider, Cancel);
        await desk.SentAsync(Cancel);
        await desk.AnswerAsync(Cancel, (County.Land, Agree, null), (County.Leader, Agree, null));
        desk.GoTo(Desk.Chase);
        await desk.County.Host.Sweep.RunAsync(Cancel);

        await desk.AnswerAsync(Cancel, (County.Water, Agree, null));

        Assert.Equal(MinutesState.AwaitingSignOff, (await desk.ReadAsync(Cancel)).State);
        Assert.Empty((await desk.PageAsync(County.Office, Cancel))!.Notes);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Agreement_to_an_earlier_text_does_not_carry_the_changed_one_to_the_chair(StorageProvider provider)
    {
        await using var desk = await Desk.LaidAsync(provider, Cancel);
        await desk.SentAsync(Cancel);
        var drawn = (await desk.ReadAsync(Cancel)).Step;
        await desk.AnswerAsync(Cancel, (County.Land, Agree, null), (County.Leader, Agree, null));
        await desk.County.ForgetNewsAsync(Cancel);

        await desk.EditAsync(County.Office, "另议定一事。", Cancel);

        Assert.Empty(await desk.ToldAsync(Cancel));
        var stale = await desk.RefusedAsync(County.Water, new CountersignMinutes(desk.Id, drawn, null, Agree, null), Cancel);
        Assert.Equal(Refusal.Stale, stale.Code);
        await desk.AnswerAsync(Cancel, (County.Water, Agree, null));
        Assert.Equal(MinutesState.Countersigning, (await desk.ReadAsync(Cancel)).State);
        Assert.Equal([County.OtherOffice, County.Office], await desk.ToldAsync(Cancel));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_new_round_asks_everybody_again_and_keeps_what_was_said(StorageProvider provider)
    {
        await using var desk = await Desk.LaidAsync(provider, Cancel);
        await desk.SentAsync(Cancel);
        await desk.AnswerAsync(Cancel, (County.Land, Disagree, "不妥。"));
        await desk.County.ForgetNewsAsync(Cancel);

        var again = await desk.County.DoAsync(County.Office, new SendForCountersign(desk.Id, null), Cancel);

        Assert.Equal(2, again.Round);
        Assert.Equal("请重新会签：汾河滩有人夜里挖砂的职责归属问题会商纪要", (await desk.County.NewsAsync(Cancel))[County.Land].Single().Title);
        Assert.Equal(Desk.Units.Order(StringComparer.Ordinal), await desk.ToldAsync(Cancel));
        var all = (await desk.ReadAsync(Cancel)).Countersignatures;
        Assert.Equal("不妥。", all.Single(c => c.Round == 1 && c.UnitId == desk.County.Unit("ziran")).Text);
        Assert.All(all.Where(c => c.Round == 2), c => Assert.Null(c.Choice));
    }

    [Theory]
    [InlineData(AgreeWithSuggestion)]
    [InlineData(Disagree)]
    [InlineData(Reserve)]
    public async Task Everything_but_agreement_needs_a_sentence(CountersignChoice choice)
    {
        await using var desk = await Desk.LaidAsync(StorageProvider.Sqlite, Cancel);
        await desk.SentAsync(Cancel);

        var refusal = await desk.RefusedAsync(County.Water, new CountersignMinutes(desk.Id, null, null, choice, " \n"), Cancel);

        Assert.Equal((Refusal.Invalid, $"选“{MinutesNames.Name(choice)}”的，请写一句具体意见。"), (refusal.Code, refusal.Sentence));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Who_has_left_the_unit_cannot_speak_for_it_and_a_unit_without_anybody_is_named(StorageProvider provider)
    {
        await using var desk = await Desk.LaidAsync(provider, Cancel);
        var (water, market) = (desk.County.Unit("shuiwu"), desk.County.Unit("shijian"));
        await desk.County.Host.Database.WriteAsync(
            (db, token) => db.People.Where(p => p.UnitId == water).ExecuteUpdateAsync(set => set.SetProperty(p => p.UnitId, market), token),
            Cancel
        );

        var sent = await desk.County.DoAsync(County.Office, new SendForCountersign(desk.Id, null), Cancel);

        Assert.Equal(["市水务局"], sent.Unreached);
        Assert.Equal([County.Land, County.Leader], (await desk.ToldAsync(Cancel)).OrderBy(l => l == County.Leader));
        var gone = await desk.RefusedAsync(County.Water, new CountersignMinutes(desk.Id, null, null, Agree, null), Cancel);
        Assert.Equal(Refusal.NotFound, gone.Code);
        var foreign = await desk.RefusedAsync(County.Land, new CountersignMinutes(desk.Id, null, water, Agree, null), Cancel);
        Assert.Equal((Refusal.Forbidden, "只能代表本单位会签。"), (foreign.Code, foreign.Sentence));
    }

    private static Task<Dictionary<string, string>> NamesAsync(Desk desk) =>
        desk.County.Host.Database.ReadAsync(
            async (db, token) =>
            {
                var names = await db.Units.ToDictionaryAsync(u => u.Id, u => u.Name, token);
                return new[] { "ziran", "shuiwu", "yangcun" }.ToDictionary(key => key, key => names[desk.County.Unit(key)], StringComparer.Ordinal);
            },
            Cancel
        );
}
