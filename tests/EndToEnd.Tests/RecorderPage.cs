using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace SupervisionBot.EndToEnd.Tests;

/// <summary>The recorder's page of a session, as the office fills it in.</summary>
public sealed class RecorderPage(IPage page)
{
    /// <summary>Ticks everybody as present.</summary>
    public async Task TickAllAsync()
    {
        foreach (var box in await page.Locator(".tick input[type=checkbox]").AllAsync())
        {
            await box.CheckAsync();
        }
    }

    /// <summary>Adds a resolution to an item (from 0) with the unit that owes it and its date.</summary>
    public async Task AddResolutionAsync(string what, string unit, string dueOn, int item = 0)
    {
        var section = page.Locator($"#item-{item}");
        var texts = section.GetByLabel("议定什么");
        var rows = await texts.CountAsync();
        await section.GetByRole(AriaRole.Button, new() { Name = "增加一条议定事项" }).ClickAsync();
        await Expect(texts).ToHaveCountAsync(rows + 1);
        await texts.Nth(rows).FillAsync(what);
        await section.GetByLabel("责任单位").Nth(rows).SelectOptionAsync(new SelectOptionValue { Label = unit });
        await section.GetByLabel("完成时限").Nth(rows).FillAsync(dueOn);
    }

    /// <summary>What was said on an item (from 0), in place of the views that stand there.</summary>
    public Task DiscussAsync(int item, string said) => page.Locator($"#discussion-{item}").FillAsync(said);

    /// <summary>What an item (from 0) came to.</summary>
    public Task ChooseOutcomeAsync(int item, string outcome) =>
        page.Locator($"#outcome-{item}").SelectOptionAsync(new SelectOptionValue { Label = outcome });

    public async Task SaveAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).Last.ClickAsync();
        await Expect(page.GetByText("已保存。")).ToBeVisibleAsync();
    }

    /// <summary>Ends the session, with the second look that the page asks for.</summary>
    public async Task EndAsync()
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "结束会商" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "确认结束" }).ClickAsync();
        await Expect(page.GetByText("会议已结束")).ToBeVisibleAsync();
    }
}
