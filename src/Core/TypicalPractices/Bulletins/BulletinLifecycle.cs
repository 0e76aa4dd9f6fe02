using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;
using static SupervisionBot.Core.TypicalPractices.Bulletins.BulletinState;
using Row = SupervisionBot.Core.UseCases.Transition<
    SupervisionBot.Core.TypicalPractices.Bulletins.Bulletin,
    SupervisionBot.Core.TypicalPractices.Bulletins.BulletinState,
    SupervisionBot.Core.TypicalPractices.Bulletins.BulletinAction
>;

namespace SupervisionBot.Core.TypicalPractices.Bulletins;

/// <summary>The life of a bulletin, as one table. The office alone makes it.</summary>
public static class BulletinLifecycle
{
    private static readonly Party<Bulletin> Office = new(TypicalPractices.Texts.PartyOffice, (a, _) => a?.IsOffice ?? false);

    public static Lifecycle<Bulletin, BulletinState, BulletinAction> Table { get; } =
        new(
            new Row(Drafting, BulletinAction.Edit, Office, Drafting),
            new Row(Drafting, BulletinAction.Issue, Office, Issued, b => b.Items.Count > 0),
            new Row(Drafting, BulletinAction.Discard, Office, Discarded)
        );
}

/// <summary>Who may see a bulletin: once issued everybody; before that those who see everything.</summary>
public static class BulletinVisibility
{
    /// <summary>The bulletins an actor may see; every query starts here.</summary>
    public static IQueryable<Bulletin> VisibleTo(this IQueryable<Bulletin> bulletins, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return bulletins.Where(b => b.State == Issued || (actor.SeesEverything && b.State == Drafting));
    }
}

/// <summary>What every step of a bulletin shares.</summary>
internal abstract class BulletinHandler<TRequest, TResult>()
    : RecordHandler<TRequest, Bulletin, BulletinState, BulletinAction, TResult>(BulletinLifecycle.Table)
    where TRequest : IRecordRequest<TResult>
{
    protected override Task<Bulletin?> LoadAsync(WorkDb db, Guid id, CancellationToken cancel) =>
        db.Bulletins.Include(b => b.Items).FirstOrDefaultAsync(b => b.Id == id, cancel);

    protected override bool IsVisible(Actor? actor, Bulletin record) => actor is null || record.State == Issued || actor.SeesEverything;
}
