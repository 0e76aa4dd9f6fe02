using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.History;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Consultations;

public sealed class ReleaseTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Agreement_on_the_telephone_is_recorded_as_such_and_the_leader_can_take_it_back(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var id = await county.StartedAsync(Cancel);
        await county.ForgetNewsAsync(Cancel);

        var released = await county.DoAsync(County.Clerk, new ReleaseOnBehalf(id, 0, "王主任在村里，电话上同意了"), Cancel);

        Assert.Equal("王志刚同志电话同意，李海英代录，11月23日 09:00", released.EnteredAs);
        Assert.Equal("刘洋 13800001002", released.OfficeLine);
        var entry = (await county.HistoryAsync(id, Cancel))[^1];
        Assert.Equal((Means.Phone, county.Id(County.Leader), county.Id(County.Clerk)), (entry.Means, entry.OnBehalfOfId, entry.PersonId!.Value));
        Assert.Equal("王主任在村里，电话上同意了", entry.After);
        var news = await county.NewsAsync(Cancel);
        Assert.Equal([County.Leader, County.Office, County.OtherOffice], news.Select(n => n.Key).Order(StringComparer.Ordinal).Reverse());
        var toLeader = Assert.Single(news[County.Leader]);
        var button = Assert.Single(toLeader.Choices);
        Assert.Equal("撤回", button.Label);

        await county.ForgetNewsAsync(Cancel);
        var step = int.Parse(button.Arguments!["step"], System.Globalization.CultureInfo.InvariantCulture);
        await county.DoAsync(County.Leader, new RevokeRelease(id, step), Cancel);

        var record = await county.ConsultationAsync(id, Cancel);
        Assert.Equal((ConsultationState.AwaitingRelease, null, false), (record.State, record.AdmissionDue, record.ReleasedOnBehalf));
        Assert.StartsWith("王志刚同志撤回了电话同意", Assert.Single((await county.NewsAsync(Cancel))[County.Clerk]).Title, StringComparison.Ordinal);
        Assert.Single((await county.NewsAsync(Cancel))[County.Office]);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_leaders_own_release_cannot_be_taken_back(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var id = await county.ReleasedAsync(Cancel);

        var outcome = await county.RunAsync(County.Leader, new RevokeRelease(id, null), Cancel);

        Assert.Equal(Refusal.Stale, outcome.Refusal!.Code);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task What_the_leader_sends_back_comes_again_with_the_change_in_the_history(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var id = await county.StartedAsync(Cancel);
        await county.ForgetNewsAsync(Cancel);

        await county.DoAsync(County.Leader, new SendBackConsultation(id, 0, "把街道的意见写上"), Cancel);

        var back = Assert.Single(await county.NewsAsync(Cancel));
        Assert.Equal(County.Clerk, back.Key);
        Assert.Equal("王志刚同志：把街道的意见写上", Assert.Single(back).Text);
        await county.ForgetNewsAsync(Cancel);

        await county.DoAsync(County.Clerk, new AmendConsultation(id, null, county.Content() with { OwnView = "在堤内，由市水务局查处" }, []), Cancel);

        var again = Assert.Single((await county.NewsAsync(Cancel))[County.Leader]);
        Assert.Equal("在堤内，由市水务局查处", again.Facts.Single(f => f.Label == "本单位意见").Value);
        var entry = (await county.HistoryAsync(id, Cancel))[^1];
        Assert.DoesNotContain("在堤内", entry.Before, StringComparison.Ordinal);
        Assert.Contains("本单位意见：在堤内，由市水务局查处", entry.After, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("   ")]
    public async Task Sending_back_without_a_word_asks_for_the_reason(string? reason)
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var id = await county.StartedAsync(Cancel);

        var outcome = await county.RunAsync(County.Leader, new SendBackConsultation(id, 0, reason!), Cancel);

        Assert.Equal((Refusal.Invalid, "请说一句退回的原因，承办同志好照着改。"), (outcome.Refusal!.Code, outcome.Refusal.Sentence));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Words_added_while_the_leader_decides_make_the_old_button_stale_and_photos_do_not(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var photographed = await county.StartedAsync(Cancel);
        var reworded = await county.StartedAsync(Cancel);
        await county.ForgetNewsAsync(Cancel);

        var photo = await county.DoAsync(
            County.Clerk,
            new AddMaterial(photographed, null, null, [await county.FileAsync(County.Clerk, Cancel)]),
            Cancel
        );
        var words = await county.DoAsync(County.Clerk, new AddMaterial(reworded, null, "昨夜又有两台车", []), Cancel);

        Assert.Equal((1, false), (photo.Files, photo.Words));
        Assert.Equal((0, true), (words.Files, words.Words));
        Assert.Single((await county.NewsAsync(Cancel))[County.Leader]);
        Assert.True((await county.RunAsync(County.Leader, new ReleaseConsultation(photographed, 0), Cancel)).Done);
        Assert.Equal(Refusal.Stale, (await county.RunAsync(County.Leader, new ReleaseConsultation(reworded, 0), Cancel)).Refusal!.Code);
        Assert.True((await county.RunAsync(County.Leader, new ReleaseConsultation(reworded, 1), Cancel)).Done);
        Assert.EndsWith("\n昨夜又有两台车", (await county.ConsultationAsync(reworded, Cancel)).Account, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_deputy_releases_in_the_name_of_the_leader_they_stand_in_for(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var id = await county.StartedAsync(Cancel);
        Assert.Equal(Refusal.NotFound, (await county.RunAsync("majianwei", new ReleaseConsultation(id, 0), Cancel)).Refusal!.Code);
        await county.Host.Database.WriteAsync(
            async (db, token) =>
            {
                var leader = await db.People.FindAsync([county.Id(County.Leader)], token);
                (leader!.DeputyId, leader.DeputyFrom, leader.DeputyTo) = (
                    county.Id("majianwei"),
                    new DateOnly(2026, 11, 23),
                    new DateOnly(2026, 11, 24)
                );
            },
            Cancel
        );

        await county.DoAsync("majianwei", new ReleaseConsultation(id, 0), Cancel);

        Assert.Equal(county.Id(County.Leader), (await county.HistoryAsync(id, Cancel))[^1].OnBehalfOfId);
    }
}
