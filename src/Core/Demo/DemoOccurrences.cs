using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Demo;

/// <summary>What time caused, or will cause, in the demo; all of it the worker's own affair.</summary>
internal sealed class DemoOccurrences(WorkDb db)
{
    private readonly List<Occurrence> planned = [];

    public void Plan(Guid itemId, string step, string dueValue, DateTimeOffset at)
    {
        var occurrence = new Occurrence
        {
            ItemId = itemId,
            Step = step,
            DueValue = dueValue,
            At = at,
        };
        planned.Add(occurrence);
        db.Occurrences.Add(occurrence);
    }

    public void Settle(Guid itemId, string step, DateTimeOffset at)
    {
        foreach (var occurrence in Take(itemId, step))
        {
            (occurrence.State, occurrence.SettledAt) = (OccurrenceState.Done, at);
        }
    }

    public void Withdraw(Guid itemId, string step, DateTimeOffset at)
    {
        foreach (var occurrence in Take(itemId, step))
        {
            (occurrence.State, occurrence.SettledAt) = (OccurrenceState.Withdrawn, at);
            occurrence.Version++;
        }
    }

    private List<Occurrence> Take(Guid itemId, string step) =>
        planned.FindAll(o => o.ItemId == itemId && o.Step == step && o.State == OccurrenceState.Planned);
}
