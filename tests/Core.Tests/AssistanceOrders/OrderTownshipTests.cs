using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Tests.Consultations;
using Xunit;

namespace SupervisionBot.Core.Tests.AssistanceOrders;

/// <summary>What the township that asked hears without having done anything itself.</summary>
public sealed class OrderTownshipTests
{
    private const string Leader = "majianwei";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asked_hears_of_an_extension_that_was_granted()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);
        var id = await Ordering.InAsync(county, OrderState.InHand, Cancel);
        var owed = await county.Host.Database.ReadAsync(
            (db, token) => db.Deadlines.SingleAsync(d => d.RecordId == id && d.ClosedAt == null, token),
            Cancel
        );
        await county.DoAsync(Ordering.Water, new AskExtension(owed.Id, null, new(2026, 11, 27), "要等检测报告"), Cancel);
        await county.ForgetNewsAsync(Cancel);

        await county.DoAsync(County.Office, new Rule(owed.Id, null, Grant: true), Cancel);

        var told = Assert.Single((await county.NewsAsync(Cancel))[Ordering.Asker]);
        Assert.Equal("河堤内堆料查处：已同意市水务局延期，办结期限改为11月27日（周五）18:00", told.Title);
        Assert.Equal("要等检测报告", Assert.Single(told.Facts).Value);
    }

    [Fact]
    public async Task An_order_by_telephone_belongs_to_the_staff_of_the_township_who_are_told_once()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);

        var placed = await PlaceAsync(county, caller: null);

        Assert.Equal(county.Id(Ordering.Asker), (await Ordering.OrderAsync(county, placed, Cancel)).RequesterId);
        var news = await county.NewsAsync(Cancel);
        var told = Assert.Single(news[Ordering.Asker]);
        Assert.Equal("河堤内堆料查处：专班办公室已按电话代录点单", told.Title);
        Assert.Contains("已派给市水务局，11月24日（周二）18:00前答复是否接单。", told.Text, StringComparison.Ordinal);
        Assert.Empty(news[Leader]);
    }

    [Fact]
    public async Task Who_telephoned_is_the_contact_if_it_is_somebody_of_the_township()
    {
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel);

        var stranger = await county.RunAsync(County.Office, Request(county, County.Land), Cancel);
        var placed = await PlaceAsync(county, Leader);

        Assert.Equal("所选的来电人不在这个点单单位，请重新选择。", stranger.Refusal?.Sentence);
        Assert.Equal(county.Id(Leader), (await Ordering.OrderAsync(county, placed, Cancel)).RequesterId);
        Assert.Single((await county.NewsAsync(Cancel))[Leader]);
    }

    private static async Task<Guid> PlaceAsync(County county, string? caller) =>
        (await county.DoAsync(County.Office, Request(county, caller), Cancel)).Order.Id;

    private static PlaceOrder Request(County county, string? caller) =>
        new(
            Guid.NewGuid(),
            Ordering.Content(county, OrderKind.OnSite, "shuiwu"),
            [],
            county.Unit("fancun"),
            caller is null ? null : county.Id(caller)
        );
}
