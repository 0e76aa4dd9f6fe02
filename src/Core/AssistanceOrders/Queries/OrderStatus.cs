using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.AssistanceOrders.Queries;

/// <summary>查进度 of an order: for each party the one card that is true now, with the other side's name and telephone and exactly what is theirs to do.</summary>
public static class OrderStatus
{
    /// <summary>The present state with what the actor can do now.</summary>
    /// <returns>Null where there is no such order, or the actor may not see it.</returns>
    public static async Task<Message?> OfAsync(WorkDb db, Actor actor, Guid recordId, DateTimeOffset now, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        var order = await db
            .AssistanceOrders.AsNoTracking()
            .VisibleTo(actor)
            .WithParties()
            .AsSplitQuery()
            .FirstOrDefaultAsync(o => o.Id == recordId, cancel);
        if (order is null)
        {
            return null;
        }

        await Parties.LoadCandidatesAsync(db, order, cancel);
        return new Message
        {
            Title = Texts.StatusTitle.With(order.Title, await WhereAsync(db, order, now, cancel)),
            Facts = [.. await FactsAsync(db, actor, order, cancel)],
            Choices = [.. OrderChoices.Now(actor, order), OrderChoices.Full(order)],
            Footer = OrderChoices.Footer(order),
        };
    }

    /// <summary>查进度 without a number: the open ones of the actor and their unit, newest first; those that may still be rated come last.</summary>
    public static Task<IReadOnlyList<(Guid RecordId, string Title)>> RecentAsync(WorkDb db, Actor actor, int take, CancellationToken cancel) =>
        LinesAsync(db, actor, Open, take, cancel);

    /// <summary>Those to which files can still be added.</summary>
    internal static Task<IReadOnlyList<(Guid RecordId, string Title)>> TakingFilesAsync(WorkDb db, Actor actor, int take, CancellationToken cancel) =>
        LinesAsync(db, actor, [.. Open.Except([OrderState.Completed, OrderState.Rated, OrderState.AwaitingCheck])], take, cancel);

    private static async Task<IReadOnlyList<(Guid RecordId, string Title)>> LinesAsync(
        WorkDb db,
        Actor actor,
        IReadOnlyList<OrderState> open,
        int take,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(actor);
        var units = actor.UnitIds;
        var placed = db.AssistanceOrders.AsNoTracking().Where(o => units.Contains(o.UnitId) && open.Contains(o.State));
        var given = db
            .AssistanceOrders.AsNoTracking()
            .Where(o => o.LeadUnitId != null && units.Contains(o.LeadUnitId.Value) && open.Contains(o.State));
        var lines = await placed
            .Union(given)
            .OrderBy(o => o.State == OrderState.Completed || o.State == OrderState.Rated ? 1 : 0)
            .ThenByDescending(o => o.PlacedAt)
            .Take(take)
            .Select(o => new
            {
                o.Id,
                o.Title,
                o.Number,
            })
            .ToListAsync(cancel);
        return lines.ConvertAll(o => (o.Id, Texts.ListTitle.With(o.Title, RecordNumber.Sequence(o.Number))));
    }

    /// <summary>States in which something can still happen.</summary>
    public static IReadOnlyList<OrderState> Open { get; } =
    [
        OrderState.AwaitingDispatch,
        OrderState.AwaitingAcceptance,
        OrderState.AwaitingMaterial,
        OrderState.AwaitingRuling,
        OrderState.InHand,
        OrderState.AwaitingCheck,
        OrderState.Completed,
        OrderState.Rated,
    ];

    /// <summary>Where it stands, in words; a ruling that is late says whose lateness that is (conversation.md 2.4).</summary>
    public static async Task<string> WhereAsync(WorkDb db, AssistanceOrder order, DateTimeOffset now, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(order);
        if (order.State != OrderState.AwaitingRuling)
        {
            return OrderWords.StateName(order.State);
        }

        var leaders = OrderLifecycle.IsForLeaders(order);
        var promise = leaders ? Promise.LeaderRuling : Promise.HandBackRuling;
        var due = await db
            .Deadlines.Where(d => d.RecordId == order.Id && d.ClosedAt == null && d.Promise == promise)
            .Select(d => (DateTimeOffset?)d.Due)
            .FirstOrDefaultAsync(cancel);
        var who = leaders ? Texts.PartyLeaders : Texts.PartyOffice;
        return due < now ? Texts.WhereRulingLate.With(who) : Texts.WhereRuling.With(who);
    }

    private static async Task<IEnumerable<Fact>> FactsAsync(WorkDb db, Actor actor, AssistanceOrder order, CancellationToken cancel)
    {
        var facts = new List<Fact> { new(Texts.FactWanted, OrderWords.Wanted(order)) };
        if (order.State is OrderState.AwaitingAcceptance && order.AcceptDue is { } accept)
        {
            facts.Add(new Fact(Texts.FactAcceptDue, ChinaTime.Moment(accept)));
        }

        if (OrderWords.Appointment(order) is { Length: > 0 } appointment && order.AcceptedAt is not null)
        {
            facts.Add(new Fact(Texts.FactAppointment, appointment));
        }

        if (order.IsWithDepartment && order.CompleteDue is { } due)
        {
            facts.Add(new Fact(Texts.FactCompleteDue, ChinaTime.Moment(due)));
        }

        AddSituation(facts, order);
        await AddOtherSideAsync(facts, db, actor, order, cancel);
        var last = await db
            .History.AsNoTracking()
            .Where(h => h.RecordId == order.Id)
            .OrderByDescending(h => h.Id)
            .Select(h => new { h.At, h.Text })
            .FirstOrDefaultAsync(cancel);
        if (last is not null)
        {
            facts.Add(new Fact(Texts.FactLast, Texts.LastEvent.With(ChinaTime.Stamp(last.At), OrderWords.Excerpt(last.Text))));
        }

        return facts;
    }

    private static void AddSituation(List<Fact> facts, AssistanceOrder order)
    {
        if (order.State == OrderState.AwaitingMaterial)
        {
            facts.Add(new Fact(Texts.FactMaterial, order.MaterialWanted ?? ""));
        }

        if (order.State == OrderState.AwaitingRuling)
        {
            facts.AddRange(order.HandBacks.Select(h => new Fact(h.Unit!.ShortName, OrderWords.Whole(h))));
        }

        if (order.Result is not null && order.CompletedAt is not null)
        {
            facts.Add(new Fact(Texts.FactDone, OrderWords.Excerpt(OrderWords.Outcome(order))));
        }

        if (order.Rating is { } rating)
        {
            var words = OrderWords.RatingName(rating);
            facts.Add(new Fact(Texts.FactRating, order.RatingText is { } text ? Texts.RatingWithText.With(words, text) : words));
        }

        if (order.Supporters.Count > 0)
        {
            facts.Add(
                new Fact(
                    Texts.FactSupporters,
                    string.Join(
                        '；',
                        order
                            .Supporters.OrderBy(s => s.Unit!.Order)
                            .Select(s =>
                                s.Contribution is { } part ? Texts.PartDone.With(s.Unit!.ShortName, OrderWords.Excerpt(part)) : s.Unit!.ShortName
                            )
                    )
                )
            );
        }
    }

    private static async Task AddOtherSideAsync(List<Fact> facts, WorkDb db, Actor actor, AssistanceOrder order, CancellationToken cancel)
    {
        var asker = actor.UnitIds.Contains(order.UnitId);
        if (!asker)
        {
            facts.Add(new Fact(Texts.FactTownship, Texts.UnitAndContact.With(order.Unit!.ShortName, Addressees.Line(order.Requester!))));
        }

        if (order.LeadUnitId is { } lead && (asker || !actor.UnitIds.Contains(lead)))
        {
            var contact = (await Addressees.ContactsOfAsync(db, [lead], cancel)).GetValueOrDefault(lead);
            facts.Add(new Fact(Texts.FactLead, Texts.UnitAndContact.With(order.LeadUnit!.ShortName, OrderWords.Contact(contact))));
        }
    }
}
