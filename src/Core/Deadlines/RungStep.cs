using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Deadlines;

/// <summary>
/// A rung of a ladder has come: it becomes one line for the digest of each person who hears at it, and the next rung is planned. Outside office hours, and before the morning's digest, it waits,
/// unless the matter is urgent; the due date stays where it is.
/// </summary>
internal sealed class RungStep(Ladder ladder, Steps steps) : IOccurrenceStep
{
    public string Step => Steps.Rung;

    public async Task<Settlement> SettleAsync(Occurrence occurrence, Work work, CancellationToken cancel)
    {
        var deadline = await work.Db.Deadlines.FirstAsync(d => d.Id == occurrence.ItemId, cancel);
        var day = deadline.NextRung;
        if (
            deadline.State != DeadlineState.Open
            || deadline.DueValue != occurrence.DueValue
            || day is null
            || Steps.StepOf(day.Value) != occurrence.Step
        )
        {
            return Settlement.Untrue;
        }

        deadline.Version++;
        if (ladder.IsOvertaken(deadline.Ladder, deadline.Due, day.Value, work.Now))
        {
            await steps.GoOnAsync(work.Db, deadline, day.Value, work.Now, cancel);
            return Settlement.Untrue;
        }

        if (!deadline.Urgent && ladder.SayFrom(work.Now) is var later && later > work.Now)
        {
            deadline.NextStepAt = later;
            return Settlement.At(later);
        }

        var audiences = ladder.RungsOf(deadline.Ladder).First(r => r.Day == day).To;
        if (audiences.Contains(Audience.UnitLeader) && await LeaderHearsFromAsync(deadline, work, cancel) is { } from && from > work.Now)
        {
            deadline.NextStepAt = from;
            return Settlement.At(from);
        }

        foreach (var audience in audiences)
        {
            await PlanLinesAsync(deadline, audience, day.Value, work, cancel);
        }

        await steps.GoOnAsync(work.Db, deadline, day.Value, work.Now, cancel);
        return Settlement.Done;
    }

    // The office has a working day to hold it back, however late it came to know itself; null where it was never to be told.
    private async Task<DateTimeOffset?> LeaderHearsFromAsync(Deadline deadline, Work work, CancellationToken cancel)
    {
        var previews = await work
            .Db.Occurrences.Where(o =>
                o.ItemId == deadline.Id
                && o.DueValue == deadline.DueValue
                && o.Step.StartsWith(DigestStep.PreviewPrefix)
                && (o.State == OccurrenceState.Planned || o.State == OccurrenceState.Done)
            )
            .Select(o => o.SettledAt)
            .ToListAsync(cancel);
        return previews.Count == 0 ? null : ladder.NextMorning(previews.Min() ?? work.Now);
    }

    private static async Task PlanLinesAsync(Deadline deadline, Audience audience, int day, Work work, CancellationToken cancel)
    {
        if (audience == Audience.Preview && !await DeadlineAddressees.HasLeaderAsync(work.Db, deadline, cancel))
        {
            // No leader will hear, so there is nothing to hold back.
            return;
        }

        var people = await DeadlineAddressees.OfAsync(work.Db, deadline, audience, work.Today, cancel);
        if (people.Count == 0 && audience is (Audience.Owner or Audience.UnitLeader))
        {
            // Nobody is there who could be reminded or told: the office is told instead, so that it is not lost.
            (audience, people) = (Audience.Office, await DeadlineAddressees.OfAsync(work.Db, deadline, Audience.Office, work.Today, cancel));
        }

        foreach (var person in people)
        {
            var step = DigestStep.StepOf(DeadlineLines.Kind, audience, day);
            await work.PlanAsync(deadline.Id, step, deadline.DueValue, work.Now, person, cancel);
        }
    }
}
