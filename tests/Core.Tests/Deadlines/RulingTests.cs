using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Tests.Consultations;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Deadlines;

/// <summary>Extension, answer by telephone, hold and pause, through the door and with time passing.</summary>
public sealed class RulingTests
{
    private const string Reason = "监测报告要等省里";

    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task An_extension_waits_for_the_office_without_a_reminder_and_keeps_the_original_date(StorageProvider provider)
    {
        await using var walk = await DeadlineWalk.BeginAsync(provider, Cancel);
        var view = await walk.DeadlineAsync(Promise.View, "ziran", Cancel);
        await walk.County.DoAsync(County.Land, new AskExtension(view.Id, view.Step, new DateOnly(2026, 12, 4), Reason), Cancel);

        Assert.Equal(["请答复延期申请：汾河滩有人夜里挖砂的职责归属问题（反馈意见）"], await walk.TitlesForAsync(County.Office, Cancel));
        Assert.Equal(DeadlineState.AwaitingRuling, (await walk.AgainAsync(view, Cancel)).State);
        Assert.DoesNotContain(await walk.UntilAsync(new DateOnly(2026, 11, 27), Cancel), h => h.Login == County.Land);

        view = await walk.AgainAsync(view, Cancel);
        await walk.County.DoAsync(County.Office, new Rule(view.Id, view.Step, Grant: true), Cancel);

        Assert.Equal(
            ["汾河滩有人夜里挖砂的职责归属问题：同意延期，“反馈意见”改为12月4日（周五）18:00"],
            await walk.TitlesForAsync(County.Land, Cancel)
        );
        view = await walk.AgainAsync(view, Cancel);
        Assert.Equal("11月30日（周一）18:00", ChinaTime.Moment(view.OriginalDue));
        Assert.Equal("12月4日（周五）18:00", ChinaTime.Moment(view.Due));
        Assert.Equal(DeadlineState.Kept, (await walk.DeadlineAsync(Promise.Ruling, null, Cancel)).State);
        Assert.Equal(
            ["12-01", "12-03", "12-04", "12-07"],
            (await walk.UntilAsync(new DateOnly(2026, 12, 7), Cancel)).Where(h => h.Login == County.Land).Select(h => h.Day)
        );
        var again = await walk.County.RunAsync(County.Land, new AskExtension(view.Id, null, new DateOnly(2026, 12, 10), Reason), Cancel);
        Assert.Equal(Refusal.Stale, again.Refusal?.Code);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task An_extension_that_is_refused_lets_time_run_on_and_repeats_nothing(StorageProvider provider)
    {
        await using var walk = await DeadlineWalk.BeginAsync(provider, Cancel);
        var view = await walk.DeadlineAsync(Promise.View, "ziran", Cancel);
        Assert.Contains(await walk.UntilAsync(new DateOnly(2026, 11, 25), Cancel), h => h.Login == County.Land);
        await walk.County.DoAsync(County.Land, new AskExtension(view.Id, null, new DateOnly(2026, 12, 4), Reason), Cancel);

        var silent = await walk.County.RunAsync(County.Office, new Rule(view.Id, null, Grant: false), Cancel);
        Assert.Equal(Refusal.Invalid, silent.Refusal?.Code);
        await walk.County.DoAsync(County.Office, new Rule(view.Id, null, Grant: false, "本周要开会"), Cancel);
        await walk.County.ForgetNewsAsync(Cancel);

        Assert.Equal(
            ["11-27", "11-30"],
            (await walk.UntilAsync(new DateOnly(2026, 11, 30), Cancel)).Where(h => h.Login == County.Land).Select(h => h.Day)
        );
    }

    [Theory]
    [InlineData("2026-11-30", "新的日期要晚于现在的期限（11月30日（周一）18:00）。")]
    [InlineData("2026-11-27", "新的日期要晚于现在的期限（11月30日（周一）18:00）。")]
    [InlineData("2026-12-08", "最多可以延到12月7日（周一）。")]
    [InlineData("3026-12-08", "最多可以延到12月7日（周一）。")]
    public async Task A_date_that_makes_no_sense_is_refused_and_changes_nothing(string date, string sentence)
    {
        await using var walk = await DeadlineWalk.BeginAsync(StorageProvider.Sqlite, Cancel);
        var view = await walk.DeadlineAsync(Promise.View, "ziran", Cancel);

        var outcome = await walk.County.RunAsync(
            County.Land,
            new AskExtension(view.Id, null, DateOnly.ParseExact(date, "yyyy-MM-dd", null), Reason),
            Cancel
        );

        Assert.Equal(sentence, outcome.Refusal?.Sentence);
        Assert.Equal(DeadlineState.Open, (await walk.AgainAsync(view, Cancel)).State);
    }

    [Fact]
    public async Task After_the_limit_there_is_no_extension_but_an_explanation_that_the_leader_reads()
    {
        await using var walk = await DeadlineWalk.BeginAsync(StorageProvider.Sqlite, Cancel);
        var view = await walk.DeadlineAsync(Promise.View, "ziran", Cancel);
        await walk.UntilAsync(new DateOnly(2026, 12, 1), Cancel);

        var late = await walk.County.RunAsync(County.Land, new AskExtension(view.Id, null, new DateOnly(2026, 12, 4), Reason), Cancel);
        Assert.Equal("期限已过，不能再申请延期。请说明情况、报预计日期。", late.Refusal?.Sentence);
        await walk.County.DoAsync(County.Land, new ExplainDelay(view.Id, null, "等省里的监测报告，预计12月3日反馈"), Cancel);

        await walk.UntilAsync(new DateOnly(2026, 12, 2), Cancel);
        var copy = Assert.Single(walk.Messages, m => m.Login == DeadlineWalk.LandLeader).Message;
        Assert.Contains(copy.Facts, f => f.Value == "等省里的监测报告，预计12月3日反馈");
    }

    [Fact]
    public async Task An_answer_by_telephone_is_checked_by_the_office_and_entered_for_the_unit()
    {
        await using var walk = await DeadlineWalk.BeginAsync(StorageProvider.Sqlite, Cancel);
        var view = await walk.DeadlineAsync(Promise.View, "ziran", Cancel);
        await walk.UntilAsync(new DateOnly(2026, 12, 1), Cancel);
        await walk.County.DoAsync(County.Land, new ClaimAnswered(view.Id, null), Cancel);

        Assert.DoesNotContain(await walk.UntilAsync(new DateOnly(2026, 12, 3), Cancel), h => h.Login == DeadlineWalk.LandLeader);
        var bare = await walk.County.RunAsync(County.Office, new Rule(view.Id, null, Grant: true), Cancel);
        Assert.Equal("请把电话里答复的意见补录进去。", bare.Refusal?.Sentence);
        await walk.County.DoAsync(County.Office, new EnterView(walk.ConsultationId, view.UnitId, ViewKind.Own, "由水务局查处", null), Cancel);

        Assert.Equal(DeadlineState.Kept, (await walk.AgainAsync(view, Cancel)).State);
        var entry = (await walk.County.HistoryAsync(walk.ConsultationId, Cancel))[^1];
        Assert.Equal((History.Means.Phone, walk.County.Id(County.Land)), (entry.Means, entry.OnBehalfOfId));
        Assert.Contains("已代录贵单位的电话答复：汾河滩有人夜里挖砂的职责归属问题", await walk.TitlesForAsync(County.Land, Cancel));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Held_by_the_office_the_leader_hears_a_working_day_later_and_once_only(StorageProvider provider)
    {
        await using var walk = await DeadlineWalk.BeginAsync(provider, Cancel);
        var view = await walk.DeadlineAsync(Promise.View, "ziran", Cancel);
        Assert.NotNull((await walk.County.RunAsync(County.Office, new HoldEscalation(view.Id, null, "已电话联系"), Cancel)).Refusal);
        await walk.UntilAsync(new DateOnly(2026, 12, 1), Cancel);

        await walk.County.DoAsync(County.Office, new HoldEscalation(view.Id, null, "已电话联系"), Cancel);
        Assert.Equal(Refusal.Stale, (await walk.County.RunAsync(County.Office, new HoldEscalation(view.Id, null, "再缓"), Cancel)).Refusal?.Code);

        Assert.Equal(
            ["12-03"],
            (await walk.UntilAsync(new DateOnly(2026, 12, 8), Cancel)).Where(h => h.Login == DeadlineWalk.LandLeader).Select(h => h.Day)
        );
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_pause_ends_by_itself_and_the_date_moves_by_what_stood_still(StorageProvider provider)
    {
        await using var walk = await DeadlineWalk.BeginAsync(provider, Cancel);
        var view = await walk.DeadlineAsync(Promise.View, "ziran", Cancel);
        await walk.County.DoAsync(County.Office, new PauseDeadline(view.Id, null, new DateOnly(2026, 11, 27), "等省里的鉴定"), Cancel);

        Assert.DoesNotContain(await walk.UntilAsync(new DateOnly(2026, 11, 26), Cancel), h => h.Login == County.Land);
        Assert.Equal(DeadlineState.Paused, (await walk.AgainAsync(view, Cancel)).State);
        await walk.UntilAsync(new DateOnly(2026, 11, 27), Cancel);

        view = await walk.AgainAsync(view, Cancel);
        Assert.Equal(DeadlineState.Open, view.State);
        // From Monday 09:00 to Friday 08:30 stood still: four office days less half an hour.
        Assert.Equal("12月4日（周五）17:30", ChinaTime.Moment(view.Due));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_pause_taken_back_at_once_changes_nothing_for_those_who_were_to_hear_next(StorageProvider provider)
    {
        await using var walk = await DeadlineWalk.BeginAsync(provider, Cancel);
        await walk.UntilAsync(new DateOnly(2026, 12, 1), Cancel);
        var view = await walk.DeadlineAsync(Promise.View, "ziran", Cancel);
        await walk.County.DoAsync(County.Office, new PauseDeadline(view.Id, null, new DateOnly(2026, 12, 4), "按错了"), Cancel);
        await walk.County.DoAsync(County.Office, new ResumeDeadline(view.Id, null), Cancel);
        await walk.County.ForgetNewsAsync(Cancel);

        var heard = await walk.UntilAsync(new DateOnly(2026, 12, 2), Cancel);

        Assert.Single(heard, h => h is { Day: "12-02", Login: DeadlineWalk.LandLeader });
        Assert.DoesNotContain(heard, h => h.Login == County.Land);
    }
}
