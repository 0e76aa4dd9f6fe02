using System.Net;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Tests.Conversations;
using SupervisionBot.Core.AssistanceOrders;
using Xunit;

namespace SupervisionBot.Bot.Tests.Pages;

/// <summary>代录点单: the office says for whom, and who called; nothing is chosen for it.</summary>
public sealed class OrderEntryPageTests
{
    [Fact]
    public async Task Nothing_is_preselected_what_is_missing_is_asked_for_and_the_caller_is_the_contact()
    {
        await using var bot = await Talk.StartAsync();
        var caller = await bot.ReadAsync((db, token) => db.People.SingleAsync(p => p.Login == "majianwei", token));
        using var office = await Reader.SignInAsync(bot, "liuyang");

        await office.GetAsync("/orders/new");
        var (draft, fresh) = (office.Value("Draft"), office.Html);
        await office.SendAsync("/orders/new", "", ("Draft", draft), ("Township", ""), ("Kind", ""), ("Account", "请派人查小饭桌"));
        var incomplete = WebUtility.HtmlDecode(office.Html);
        await office.SendAsync(
            "/orders/new",
            "",
            ("Draft", draft),
            ("Township", caller.UnitId.ToString()),
            ("Caller", caller.Id.ToString()),
            ("Kind", nameof(OrderKind.OnSite)),
            ("Account", "请派人查小饭桌")
        );

        Assert.DoesNotContain("selected=\"selected\"", fresh, StringComparison.Ordinal);
        Assert.Contains("请选择点单单位和类别。", incomplete, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, office.Status);
        var order = await bot.ReadAsync((db, token) => db.AssistanceOrders.SingleAsync(o => o.Id == Guid.Parse(draft), token));
        Assert.Equal((caller.Id, caller.UnitId), (order.RequesterId, order.UnitId));
    }
}
