using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Tests.Consultations;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Sessions;

public sealed class RecordSessionTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_session_cannot_be_opened_before_its_day()
    {
        await using var meeting = await Meeting.PrepareAsync(StorageProvider.Sqlite, Cancel);
        var id = await meeting.ScheduledAsync(Cancel);

        var outcome = await meeting.County.RunAsync(County.Office, new OpenSession(id, 0), Cancel);

        Assert.Contains("还没到这一天", outcome.Refusal!.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Each_save_replaces_the_record(StorageProvider provider)
    {
        await using var meeting = await Meeting.PrepareAsync(provider, Cancel);
        var id = await meeting.OpenedAsync(Cancel);
        var record = await meeting.RecordAsync(id, Cancel);
        var saved = await meeting.County.DoAsync(County.Office, new RecordSession(id, null, record), Cancel);

        var item = record.Items.Single() with { Discussion = "改过的讨论", Resolutions = [] };
        await meeting.County.DoAsync(County.Office, new RecordSession(id, null, record with { Version = saved.Version, Items = [item] }), Cancel);

        var session = await meeting.SessionAsync(id, Cancel);
        Assert.Equal("改过的讨论", session.AgendaItems.Single().Discussion);
        Assert.Empty(session.AgendaItems.Single().Resolutions);
        Assert.All(session.Attendances, a => Assert.True(a.Present));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_second_recorder_is_told_who_saved_meanwhile(StorageProvider provider)
    {
        await using var meeting = await Meeting.PrepareAsync(provider, Cancel);
        var id = await meeting.OpenedAsync(Cancel);
        var record = await meeting.RecordAsync(id, Cancel);
        await meeting.County.DoAsync(County.Office, new RecordSession(id, null, record), Cancel);

        var outcome = await meeting.County.RunAsync(
            County.OtherOffice,
            new RecordSession(id, null, record with { Items = [record.Items[0] with { Discussion = "另一份" }] }),
            Cancel
        );

        Assert.Equal(Refusal.Stale, outcome.Refusal!.Code);
        Assert.Contains("由刘洋保存过（11月27日（周五）15:00）", outcome.Refusal.Sentence, StringComparison.Ordinal);
        Assert.NotEqual("另一份", (await meeting.SessionAsync(id, Cancel)).AgendaItems.Single().Discussion);
    }

    public static TheoryData<string, string> Wrong { get; } =
        new()
        {
            { "early", "完成时限不能早于开会那天（11月27日（周五））。" },
            { "year3026", "完成时限在十年以后，请核对年份。" },
            { "nolead", "请选这一条的责任单位。" },
            { "unknown", "这一条的单位没有查到，请重新选择。" },
            { "both", "责任单位不用再列为配合单位，请去掉。" },
            { "empty", "请写明议定的是什么事；不要的请删去这一条。" },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task A_resolution_that_does_not_hold_is_refused_at_its_field(string what, string sentence)
    {
        await using var meeting = await Meeting.PrepareAsync(StorageProvider.Sqlite, Cancel);
        var id = await meeting.OpenedAsync(Cancel);
        var record = await meeting.RecordAsync(id, Cancel);
        var good = record.Items[0].Resolutions[0];
        var wrong = what switch
        {
            "early" => good with { DueOn = new DateOnly(2026, 11, 26) },
            "year3026" => good with { DueOn = new DateOnly(3026, 1, 1) },
            "nolead" => good with { LeadUnitId = null },
            "unknown" => good with { LeadUnitId = Guid.NewGuid() },
            "both" => good with { SupportingUnitIds = [good.LeadUnitId!.Value] },
            _ => good with { Text = " " },
        };
        record = record with { Items = [record.Items[0] with { Resolutions = [good, wrong] }] };

        var outcome = await meeting.County.RunAsync(County.Office, new RecordSession(id, null, record), Cancel);

        Assert.Equal((Refusal.Invalid, sentence), (outcome.Refusal!.Code, outcome.Refusal.Sentence));
        var session = await meeting.SessionAsync(id, Cancel);
        Assert.Empty(session.AgendaItems.Single().Resolutions);
        var units = new HashSet<Guid> { good.LeadUnitId!.Value, good.SupportingUnitIds[0] };
        Assert.StartsWith("Items[0].Resolutions[1].", record.Check(session, units).Single().Field, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ending_says_what_is_missing()
    {
        await using var meeting = await Meeting.PrepareAsync(StorageProvider.Sqlite, Cancel);
        var id = await meeting.OpenedAsync(Cancel);

        var outcome = await meeting.County.RunAsync(County.Office, new EndSession(id, null), Cancel);

        Assert.Equal(
            "还不能结束，请先补上：主持人到会没有勾选；议题“汾河滩有人夜里挖砂的职责归属问题”还没有讨论情况，也没有议定事项。",
            outcome.Refusal!.Sentence
        );
    }

    [Theory]
    [InlineData(County.Clerk)]
    [InlineData(County.Water)]
    public async Task Only_the_office_records(string login)
    {
        await using var meeting = await Meeting.PrepareAsync(StorageProvider.Sqlite, Cancel);
        var id = await meeting.OpenedAsync(Cancel);

        var outcome = await meeting.County.RunAsync(login, new RecordSession(id, null, await meeting.RecordAsync(id, Cancel)), Cancel);

        Assert.Equal(Refusal.Forbidden, outcome.Refusal!.Code);
    }
}
