using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.AssistanceOrders.Queries;

/// <summary>菜单: what departments offer, in protocol order of the departments.</summary>
public static class ServiceMenu
{
    public static async Task<IReadOnlyList<MenuItem>> OfAsync(WorkDb db, OrderKind? kind, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var items = db.MenuItems.AsNoTracking().Include(m => m.Unit).Where(m => kind == null || m.Kind == kind);
        return [.. (await items.ToListAsync(cancel)).OrderBy(m => m.Unit!.Order).ThenBy(m => m.Kind).ThenBy(m => m.Id)];
    }
}
