using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.History;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Tests.Consultations;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Signing;

public sealed class SignOffTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Of_two_chairs_who_press_at_once_one_signs_and_the_other_hears_who_did(StorageProvider provider)
    {
        await using var desk = await Desk.LaidAsync(provider, Cancel);
        await desk.AgreedAsync(Cancel);
        await desk.County.ForgetNewsAsync(Cancel);
        var step = (await desk.ReadAsync(Cancel)).Step;

        var outcomes = await Task.WhenAll(
            desk.County.RunAsync(Desk.Presider, new SignOffMinutes(desk.Id, step), Cancel),
            desk.County.RunAsync(Desk.OtherChair, new SignOffMinutes(desk.Id, step), Cancel)
        );

        var signed = outcomes.Single(o => o.Done).Value;
        var refusal = outcomes.Single(o => !o.Done).Refusal!;
        Assert.Equal((Refusal.Stale, $"这件已由{signed.SignedBy}同志处理（11月27日（周五）15:00 签发）。"), (refusal.Code, refusal.Sentence));
        Assert.Equal([County.OtherOffice, County.Office], await desk.ToldAsync(Cancel));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_signature_on_paper_is_entered_the_chair_is_told_and_may_take_it_back(StorageProvider provider)
    {
        await using var desk = await Desk.LaidAsync(provider, Cancel);
        await desk.AgreedAsync(Cancel);
        await desk.County.ForgetNewsAsync(Cancel);

        var entered = await desk.County.DoAsync(County.Office, new SignOffOnBehalf(desk.Id, null), Cancel);

        Assert.Equal("王秀英同志已在纸质稿上签发，刘洋代录，11月27日 15:00", entered.EnteredAs);
        Assert.Equal([Desk.Presider], await desk.ToldAsync(Cancel));
        var entry = (await desk.County.HistoryAsync(desk.Id, Cancel))[^1];
        Assert.Equal((Means.Paper, desk.County.Id(Desk.Presider)), (entry.Means, entry.OnBehalfOfId));
        Assert.Equal(Refusal.Forbidden, (await desk.RefusedAsync(Desk.OtherChair, new RevokeSignOff(desk.Id, null), Cancel)).Code);

        await desk.County.DoAsync(Desk.Presider, new RevokeSignOff(desk.Id, null), Cancel);

        var after = await desk.ReadAsync(Cancel);
        Assert.Equal((MinutesState.AwaitingSignOff, (Guid?)null), (after.State, after.SignedById));
        Assert.Equal([County.OtherOffice, County.Office], await desk.ToldAsync(Cancel));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_signature_given_here_cannot_be_taken_back_nor_one_of_an_issued_paper(StorageProvider provider)
    {
        await using var desk = await Desk.LaidAsync(provider, Cancel);
        await desk.SignedAsync(Cancel);
        Assert.Equal(Refusal.Stale, (await desk.RefusedAsync(Desk.Presider, new RevokeSignOff(desk.Id, null), Cancel)).Code);
        await desk.County.DoAsync(County.Office, new IssueMinutes(desk.Id, null), Cancel);
        Assert.Equal(Refusal.Stale, (await desk.RefusedAsync(Desk.Presider, new RevokeSignOff(desk.Id, null), Cancel)).Code);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Sent_back_it_goes_to_the_office_with_the_sentence_and_may_be_submitted_again_without_a_new_round(StorageProvider provider)
    {
        await using var desk = await Desk.LaidAsync(provider, Cancel);
        await desk.AgreedAsync(Cancel);
        await desk.County.ForgetNewsAsync(Cancel);
        Assert.Equal(Refusal.Invalid, (await desk.RefusedAsync(Desk.Presider, new SendBackMinutes(desk.Id, null, " "), Cancel)).Code);

        await desk.County.DoAsync(Desk.Presider, new SendBackMinutes(desk.Id, null, "第三条写具体些"), Cancel);

        var news = (await desk.County.NewsAsync(Cancel))[County.Office].Single();
        Assert.Equal("王秀英同志：第三条写具体些", news.Text);
        Assert.Equal(["修改", "报签发", "重新会签"], news.Choices.Select(c => c.Label));
        Assert.Equal([County.OtherOffice, County.Office], await desk.ToldAsync(Cancel));
        await desk.EditAsync(County.Office, "写具体了。", Cancel);
        await desk.County.DoAsync(County.Office, new SubmitMinutes(desk.Id, null), Cancel);
        Assert.Equal([Desk.Presider], await desk.ToldAsync(Cancel));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Where_whoever_presided_has_left_the_other_chair_is_asked_and_only_chairs_sign(StorageProvider provider)
    {
        await using var desk = await Desk.LaidAsync(provider, Cancel);
        var presider = desk.County.Id(Desk.Presider);
        await desk.County.Host.Database.WriteAsync(
            (db, token) => db.People.Where(p => p.Id == presider).ExecuteUpdateAsync(set => set.SetProperty(p => p.Active, false), token),
            Cancel
        );
        await desk.AgreedAsync(Cancel);

        Assert.Contains(Desk.OtherChair, await desk.ToldAsync(Cancel));
        Assert.Equal(Refusal.Forbidden, (await desk.RefusedAsync(County.Water, new SignOffMinutes(desk.Id, null), Cancel)).Code);
        Assert.Equal(Refusal.Forbidden, (await desk.RefusedAsync(County.Office, new SignOffMinutes(desk.Id, null), Cancel)).Code);
        var unknown = new SignOffOnBehalf(desk.Id, null, desk.County.Id(County.Water));
        Assert.Equal(Refusal.Invalid, (await desk.RefusedAsync(County.Office, unknown, Cancel)).Code);
        await desk.County.DoAsync(Desk.OtherChair, new SignOffMinutes(desk.Id, null), Cancel);
    }

    [Fact]
    public async Task It_cannot_be_submitted_before_it_was_countersigned()
    {
        await using var desk = await Desk.LaidAsync(StorageProvider.Sqlite, Cancel);

        var refusal = await desk.RefusedAsync(County.Office, new SubmitMinutes(desk.Id, null), Cancel);

        Assert.Equal("文稿还没有会签，请先送会签。", refusal.Sentence);
    }
}
