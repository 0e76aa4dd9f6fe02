using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>A line is added to the 菜单 by the department itself or by the office.</summary>
public sealed record PutOnMenu(Guid UnitId, OrderKind Kind, string Name) : IRequest<MenuChanged>
{
    private const int NameLength = 30;

    internal sealed class Handler : IHandler<PutOnMenu, MenuChanged>
    {
        public async Task<Outcome<MenuChanged>> HandleAsync(PutOnMenu request, Work work, CancellationToken cancel)
        {
            if (!MenuRights.MayChange(work.Person, request.UnitId))
            {
                return new Refusal(Refusal.Forbidden, Texts.OwnMenuOnly);
            }

            if (FreeText.Check(Texts.FieldMenuName, request.Name, NameLength, Texts.NoMenuName) is { } refusal)
            {
                return refusal;
            }

            var name = FreeText.Kept(request.Name)!;
            var department = await work.Db.Units.AnyAsync(u => u.Id == request.UnitId && u.Kind == UnitKind.Department, cancel);
            if (!department || !Enum.IsDefined(request.Kind))
            {
                return new Refusal(Refusal.Invalid, Texts.UnknownKind);
            }

            if (await work.Db.MenuItems.AnyAsync(m => m.UnitId == request.UnitId && m.Kind == request.Kind && m.Name == name, cancel))
            {
                return new Refusal(Refusal.Invalid, Texts.OnMenuAlready.With(name));
            }

            work.Db.MenuItems.Add(
                new MenuItem
                {
                    Id = work.NewId(),
                    UnitId = request.UnitId,
                    Kind = request.Kind,
                    Name = name,
                }
            );
            return new MenuChanged(name);
        }
    }
}

/// <summary>The answer to who changed the menu.</summary>
public sealed record MenuChanged(string Name);

internal static class MenuRights
{
    public static bool MayChange(Actor actor, Guid unitId) => actor.IsOffice || actor.WorksFor(unitId);
}
