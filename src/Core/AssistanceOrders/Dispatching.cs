using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>派单: the order reaches its department, and the clock runs. The same for one that goes straight, one the office dispatches and one that changes hands.</summary>
internal static class Dispatching
{
    /// <summary>The sentence about a unit that cannot be given an order; null when it can.</summary>
    public static async Task<Refusal?> CheckAsync(
        AssistanceOrder order,
        Guid lead,
        IReadOnlyList<Guid> supporters,
        Work work,
        CancellationToken cancel
    )
    {
        Guid[] all = [lead, .. supporters];
        if (all.Contains(order.UnitId))
        {
            return new Refusal(Refusal.Invalid, Texts.NotToItself);
        }

        if (all.Distinct().Count() != all.Length)
        {
            return new Refusal(Refusal.Invalid, Texts.LeadSupports);
        }

        var known = await work.Db.Units.CountAsync(u => all.Contains(u.Id), cancel);
        return known == all.Length ? null : new Refusal(Refusal.Invalid, Texts.UnknownDepartment);
    }

    /// <summary>Gives the order to the department and writes to it and to those who support it.</summary>
    /// <returns>Who was written to, name and number; null where the directory has nobody there: call them.</returns>
    public static async Task<string?> SendAsync(
        AssistanceOrder order,
        Guid lead,
        IReadOnlyList<Guid> supporters,
        OrderLimits limits,
        Work work,
        CancellationToken cancel
    )
    {
        order.LeadUnitId = lead;
        limits.Start(order, work.Now);
        Support(order, supporters);
        await Parties.LoadAsync(work.Db, order, cancel);
        await UrgentWatch.PlanAsync(order, work, cancel);
        return await TellAsync(order, work, cancel);
    }

    /// <summary>Writes to department and supporting units that it is theirs now.</summary>
    public static async Task<string?> TellAsync(AssistanceOrder order, Work work, CancellationToken cancel)
    {
        var units = order.Supporters.ConvertAll(s => s.UnitId);
        var contacts = await Addressees.ContactsOfAsync(work.Db, [order.LeadUnitId!.Value, .. units], cancel);
        foreach (var supporter in order.Supporters.Where(s => s.ReportedAt is null && contacts.ContainsKey(s.UnitId)))
        {
            work.Tell(contacts[supporter.UnitId].Id, DepartmentNotices.PleaseSupport(order));
        }

        if (contacts.GetValueOrDefault(order.LeadUnitId.Value) is not { } contact)
        {
            return null;
        }

        work.Tell(contact.Id, await DepartmentNotices.PleaseAcceptAsync(work.Db, order, cancel));
        return Addressees.Line(contact);
    }

    private static void Support(AssistanceOrder order, IReadOnlyList<Guid> supporters)
    {
        order.Supporters.RemoveAll(s => s.ReportedAt is null && !supporters.Contains(s.UnitId));
        order.Supporters.AddRange(
            supporters.Where(id => !order.Supporters.Exists(s => s.UnitId == id)).Select(id => new SupportingUnit { OrderId = order.Id, UnitId = id })
        );
    }
}
