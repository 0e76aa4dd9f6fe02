using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>A line is taken off the 菜单. Orders that were placed by it stay as they are.</summary>
public sealed record TakeOffMenu(Guid ItemId) : IRequest<MenuChanged>
{
    internal sealed class Handler : IHandler<TakeOffMenu, MenuChanged>
    {
        public async Task<Outcome<MenuChanged>> HandleAsync(TakeOffMenu request, Work work, CancellationToken cancel)
        {
            if (await work.Db.MenuItems.FirstOrDefaultAsync(m => m.Id == request.ItemId, cancel) is not { } item)
            {
                return new Refusal(Refusal.NotFound, Texts.OffMenuAlready);
            }

            if (!MenuRights.MayChange(work.Person, item.UnitId))
            {
                return new Refusal(Refusal.Forbidden, Texts.OwnMenuOnly);
            }

            work.Db.MenuItems.Remove(item);
            return new MenuChanged(item.Name);
        }
    }
}
