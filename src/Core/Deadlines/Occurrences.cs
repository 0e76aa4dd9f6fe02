using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Deadlines;

/// <summary>Plans what time will cause, and takes it back. Inside the transaction of the change that causes it.</summary>
internal static class Occurrences
{
    /// <summary>Planning the same thing again changes nothing; one that was withdrawn is planned anew.</summary>
    public static async Task PlanAsync(
        WorkDb db,
        Guid itemId,
        string step,
        string dueValue,
        DateTimeOffset at,
        Guid recipientId,
        CancellationToken cancel
    )
    {
        var known = await db.Occurrences.FirstOrDefaultAsync(
            o => o.ItemId == itemId && o.Step == step && o.DueValue == dueValue && o.RecipientId == recipientId,
            cancel
        );
        if (known is null)
        {
            db.Occurrences.Add(New(itemId, step, dueValue, at, recipientId));
        }
        else if (known.State == OccurrenceState.Withdrawn)
        {
            known.State = OccurrenceState.Planned;
            known.At = at;
            known.SettledAt = null;
            known.Version++;
        }
    }

    public static Occurrence New(Guid itemId, string step, string dueValue, DateTimeOffset at, Guid recipientId) =>
        new()
        {
            ItemId = itemId,
            Step = step,
            DueValue = dueValue,
            RecipientId = recipientId,
            At = at,
        };

    /// <summary>Takes back what was planned for an item, or only one step of it; what has already happened stays.</summary>
    public static async Task WithdrawAsync(WorkDb db, Guid itemId, string? step, DateTimeOffset now, CancellationToken cancel)
    {
        var planned = await db
            .Occurrences.Where(o => o.ItemId == itemId && (step == null || o.Step == step) && o.State == OccurrenceState.Planned)
            .ToListAsync(cancel);
        foreach (var occurrence in planned)
        {
            occurrence.State = OccurrenceState.Withdrawn;
            occurrence.SettledAt = now;
            occurrence.Version++;
        }
    }
}
