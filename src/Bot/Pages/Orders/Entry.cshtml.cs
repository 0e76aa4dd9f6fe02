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
    public Guid? Township { get; set; }

    /// <summary>Who telephoned.</summary>
    [BindProperty]
    public Guid? Caller { get; set; }

    [BindProperty]
    public Guid? Department { get; set; }

    [BindProperty]
    public OrderKind? Kind { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Account { get; set; }

    [BindProperty]
    public DateOnly? Day { get; set; }

    public string? Trouble { get; private set; }

    public IReadOnlyList<Unit> Units { get; private set; } = [];

    /// <summary>Those of the townships, in the order of their posts.</summary>
    public IReadOnlyList<Person> Callers { get; private set; } = [];

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

        if (Township is not { } township || Kind is not { } kind)
        {
            Trouble = Texts.EntryIncomplete;
            return Page();
        }

        var content = new OrderContent(Title ?? "", kind, Account ?? "", Department is { } unit ? [unit] : [], WishedOn: Day);
        var outcome = await useCases.RunAsync(Me!.Id, new PlaceOrder(Draft, content, [], township, Caller), cancel);
        if (outcome.Done)
        {
            return LocalRedirect($"/records/{outcome.Value.Order.Number}");
        }

        Trouble = outcome.Refusal!.Sentence;
        return Page();
    }

    private Task<IActionResult?> FindAsync(CancellationToken cancel) =>
        LoadAsync(
            async (db, actor, token) =>
                !actor.IsOffice
                    ? null
                    : new Choosable(
                        await db.Units.AsNoTracking().OrderBy(u => u.Order).ToListAsync(token),
                        await db
                            .People.AsNoTracking()
                            .Where(p => p.Active && p.Unit!.Kind == UnitKind.Township)
                            .OrderBy(p => p.Order)
                            .ToListAsync(token)
                    ),
            found => (Units, Callers) = (found.Units, found.Callers),
            cancel
        );

    private sealed record Choosable(IReadOnlyList<Unit> Units, IReadOnlyList<Person> Callers);
}
