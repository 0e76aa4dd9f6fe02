using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Consultations;

public sealed class AdmissionTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_office_corrects_and_admits_and_each_unit_is_asked_once(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var id = await county.ReleasedAsync(Cancel);
        await county.ForgetNewsAsync(Cancel);

        var admitted = await county.DoAsync(
            County.Office,
            new AdmitConsultation(
                id,
                1,
                AdmissionRoute.WrittenViews,
                "汾河滩夜间采砂查处",
                Situation.TransferRefused,
                [county.Unit("shuiwu"), county.Unit("gongan")]
            ),
            Cancel
        );

        Assert.Equal(["市公安局", "市水务局"], admitted.Units);
        Assert.Equal(new DateTimeOffset(2026, 11, 30, 18, 0, 0, TimeSpan.FromHours(8)), admitted.ViewsDue);
        var news = await county.NewsAsync(Cancel);
        Assert.Equal(["chailiang", County.Clerk, County.Water], news.Select(n => n.Key).Order(StringComparer.Ordinal));
        var request = Assert.Single(news[County.Water]);
        Assert.Equal("请反馈意见：汾河滩夜间采砂查处（阳村街道）", request.Title);
        Assert.Equal(["我局意见", "与我局职责无关", "无意见", "看全文"], request.Choices.Select(c => c.Label));
        Assert.Equal("李海英 13900003002", request.Facts.Single(f => f.Label == "联系人").Value);
        Assert.Equal("已受理：汾河滩夜间采砂查处", Assert.Single(news[County.Clerk]).Title);
        Assert.Contains("议题：汾河滩夜间采砂查处", (await county.HistoryAsync(id, Cancel))[^1].After, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task From_written_views_to_a_session_nobody_is_asked_a_second_time(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var id = await county.AdmittedAsync(Cancel);
        await county.DoAsync(County.Land, new GiveView(id, null, ViewKind.None, "", null), Cancel);
        await county.ForgetNewsAsync(Cancel);

        await county.DoAsync(
            County.Office,
            new AdmitConsultation(id, null, AdmissionRoute.OwnSession, UnitIds: [county.Unit("shuiwu"), county.Unit("linye")]),
            Cancel
        );

        Assert.Equal([County.Clerk, "qinhaibo"], (await county.NewsAsync(Cancel)).Select(n => n.Key).Order(StringComparer.Ordinal));
        var record = await county.ConsultationAsync(id, Cancel);
        Assert.Equal((ConsultationState.AwaitingSession, 3), (record.State, record.InvitedUnits.Count));
    }

    [Fact]
    public async Task A_unit_that_is_no_longer_needed_is_told_so()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var id = await county.AdmittedAsync(Cancel);
        await county.ForgetNewsAsync(Cancel);

        await county.DoAsync(County.Office, new AdmitConsultation(id, null, AdmissionRoute.RegularSession, UnitIds: [county.Unit("shuiwu")]), Cancel);

        Assert.StartsWith("不用再反馈意见", Assert.Single((await county.NewsAsync(Cancel))[County.Land]).Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_single_unit_the_office_is_asked_which()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var id = await county.ReleasedAsync(Cancel, county.Content() with { UnitIds = [] });

        var outcome = await county.RunAsync(County.Office, new AdmitConsultation(id, null, AdmissionRoute.OwnSession), Cancel);

        Assert.Equal((Refusal.Invalid, "还没有定请哪些单位参加，请先回单位名称，再受理。"), (outcome.Refusal!.Code, outcome.Refusal.Sentence));
        Assert.True(
            (
                await county.RunAsync(
                    County.Office,
                    new AdmitConsultation(id, 1, AdmissionRoute.OwnSession, UnitIds: [county.Unit("shuiwu")]),
                    Cancel
                )
            ).Done
        );
    }

    [Fact]
    public async Task Urgent_views_are_due_the_next_working_day_and_a_unit_without_people_is_named_to_the_office()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var id = await county.ReleasedAsync(Cancel, county.Content() with { UrgentReason = "堤身已见裂缝", UnitIds = [county.Unit("fagai")] });

        var admitted = await county.DoAsync(County.Office, new AdmitConsultation(id, null, AdmissionRoute.WrittenViews), Cancel);

        Assert.Equal(new DateTimeOffset(2026, 11, 24, 18, 0, 0, TimeSpan.FromHours(8)), admitted.ViewsDue);
        Assert.Equal(["市发改局"], admitted.Unreached);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task What_is_returned_goes_straight_back_to_the_office_when_completed(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var id = await county.ReleasedAsync(Cancel);
        await county.ForgetNewsAsync(Cancel);

        await county.DoAsync(County.Office, new ReturnForCompletion(id, 1, "缺现场照片和位置"), Cancel);
        var back = Assert.Single(await county.NewsAsync(Cancel));
        Assert.Equal(County.Clerk, back.Key);
        Assert.Equal(["补充后再报", "撤回这件"], Assert.Single(back).Choices.Select(c => c.Label));
        Assert.Equal(
            Refusal.Invalid,
            (await county.RunAsync(County.Clerk, new CompleteConsultation(id, null, " ", [Guid.NewGuid()]), Cancel)).Refusal!.Code
        );
        await county.ForgetNewsAsync(Cancel);
        county.Host.Machine.Advance(TimeSpan.FromDays(1));
        var completed = await county.DoAsync(
            County.Clerk,
            new CompleteConsultation(id, null, "位置在三号坝", [await county.FileAsync(County.Clerk, Cancel)]),
            Cancel
        );

        Assert.Equal((1, new DateTimeOffset(2026, 11, 26, 18, 0, 0, TimeSpan.FromHours(8))), (completed.Files, completed.AdmissionDue));
        Assert.Equal([County.Office, County.OtherOffice], (await county.NewsAsync(Cancel)).Select(n => n.Key));
        Assert.EndsWith("位置在三号坝", (await county.ConsultationAsync(id, Cancel)).Account, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Converted_to_an_order_the_drafter_hears_what_happens_now()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var id = await county.ReleasedAsync(Cancel);
        await county.ForgetNewsAsync(Cancel);

        await county.DoAsync(County.Office, new ConvertToOrder(id, 1, "请水务局到场认定河道范围"), Cancel);

        // Two departments were invited: the office dispatches, whoever of it comes first.
        var told = await county.NewsAsync(Cancel);
        var news = Assert.Single(told[County.Clerk]);
        Assert.Equal([County.OtherOffice, County.Clerk], told.Select(t => t.Key).Order(StringComparer.Ordinal));
        Assert.Contains("请水务局到场认定河道范围", news.Text, StringComparison.Ordinal);
        Assert.Contains("刘洋 13800001002", news.Text, StringComparison.Ordinal);
        Assert.Equal(ConsultationState.ConvertedToOrder, (await county.ConsultationAsync(id, Cancel)).State);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Two_people_at_the_same_button_one_succeeds_and_the_other_learns_who_was_faster(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var id = await county.ReleasedAsync(Cancel);

        var outcomes = await Task.WhenAll(
            county.RunAsync(County.Office, new AdmitConsultation(id, 1, AdmissionRoute.OwnSession), Cancel),
            county.RunAsync(County.OtherOffice, new AdmitConsultation(id, 1, AdmissionRoute.OwnSession), Cancel)
        );

        var slower = Assert.Single(outcomes, o => !o.Done).Refusal!;
        Assert.Equal(Refusal.Stale, slower.Code);
        Assert.Matches("^这件已由(刘洋|陈晓慧)同志处理（11月23日（周一）09:00 受理，单独开会）。$", slower.Sentence);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_photo_that_came_later_does_not_hide_who_handled_it(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var id = await county.AdmittedAsync(Cancel);
        await county.DoAsync(County.Clerk, new AddMaterial(id, null, null, [await county.FileAsync(County.Clerk, Cancel)]), Cancel);

        var outcome = await county.RunAsync(County.OtherOffice, new ReturnForCompletion(id, 1, "缺照片"), Cancel);

        Assert.StartsWith("这件已由刘洋同志处理", outcome.Refusal!.Sentence, StringComparison.Ordinal);
    }
}
