using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Pages.Records;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.AssistanceOrders.Queries;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Pages.Orders;

/// <summary><c>/menu</c>: what each department offers, by kind. A department changes its own lines, the office all.</summary>
internal sealed class MenuModel(Database database, BusinessClock clock, UseCases useCases) : RecordPageModel(database, clock)
{
    [BindProperty]
    public Guid Unit { get; set; }

    [BindProperty]
    public OrderKind Kind { get; set; }

    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public Guid Item { get; set; }

    public string? Trouble { get; private set; }

    public IReadOnlyList<MenuItem> Items { get; private set; } = [];

    /// <summary>Departments whose lines the reader may change.</summary>
    public IReadOnlyList<Unit> Mine { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) ?? Page();

    public Task<IActionResult> OnPostOfferAsync(CancellationToken cancel) => ChangeAsync(new PutOnMenu(Unit, Kind, Name ?? ""), cancel);

    public Task<IActionResult> OnPostWithdrawAsync(CancellationToken cancel) => ChangeAsync(new TakeOffMenu(Item), cancel);

    private async Task<IActionResult> ChangeAsync(IRequest<MenuChanged> request, CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } otherwise)
        {
            return otherwise;
        }

        var outcome = await useCases.RunAsync(Me!.Id, request, cancel);
        if (outcome.Done)
        {
            return RedirectToPage();
        }

        Trouble = outcome.Refusal!.Sentence;
        return Page();
    }

    private Task<IActionResult?> FindAsync(CancellationToken cancel) =>
        LoadAsync(
            async (db, actor, token) =>
            {
                Mine =
                [
                    .. (await db.Units.AsNoTracking().Where(u => u.Kind == UnitKind.Department).OrderBy(u => u.Order).ToListAsync(token)).Where(u =>
                        actor.IsOffice || actor.WorksFor(u.Id)
                    ),
                ];
                return await ServiceMenu.OfAsync(db, null, token);
            },
            found => Items = found,
            cancel
        );
}
