using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Pages.Records;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Pages.Orders;

/// <summary><c>/orders/new</c>: the office enters an order that a township gave by telephone (代录).</summary>
internal sealed class EntryModel(Database database, BusinessClock clock, UseCases useCases) : RecordPageModel(database, clock)
{
    /// <summary>Made with the page, so that sending it twice makes one order.</summary>
    [BindProperty]
    public Guid Draft { get; set; }

    [BindProperty]
    public Guid Township { get; set; }

    [BindProperty]
    public Guid? Department { get; set; }

    [BindProperty]
    public OrderKind Kind { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Account { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    public string? Trouble { get; private set; }

    public IReadOnlyList<Unit> Units { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        Draft = Guid.CreateVersion7(Now);
        return await FindAsync(cancel) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } otherwise)
        {
            return otherwise;
        }

        var content = new OrderContent(Title ?? "", Kind, Account ?? "", Department is { } unit ? [unit] : [], WishedOn: Day);
        var outcome = await useCases.RunAsync(Me!.Id, new PlaceOrder(Draft, content, [], Township), cancel);
        if (outcome.Done)
        {
            return LocalRedirect($"/records/{outcome.Value.Order.Number}");
        }

        Trouble = outcome.Refusal!.Sentence;
        return Page();
    }

    private Task<IActionResult?> FindAsync(CancellationToken cancel) =>
        LoadAsync(
            async (db, actor, token) => actor.IsOffice ? await db.Units.AsNoTracking().OrderBy(u => u.Order).ToListAsync(token) : null,
            found => Units = found,
            cancel
        );
}
