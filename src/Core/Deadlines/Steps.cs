using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Deadlines;

/// <summary>Keeps the next step of a deadline planned: exactly one while time runs, none while it stands still or is over.</summary>
internal sealed class Steps(Ladder ladder)
{
    /// <summary>Prefix of the occurrence that settles a rung; its day follows after a colon.</summary>
    public const string Rung = "deadline";

    /// <summary>
    /// The deadline is new, its due date has moved, or its time runs again. What was said before for the same date is not said again.
    /// </summary>
    public async Task BeginAsync(WorkDb db, Deadline deadline, DateTimeOffset now, CancellationToken cancel)
    {
        deadline.LastRung = await LastSettledAsync(db, deadline, cancel);
        await StopAsync(db, deadline, now, cancel);
        await PlanAsync(db, deadline, ladder.First(deadline.Ladder, deadline.Due, now, deadline.LastRung), cancel);
    }

    /// <summary>After a rung was settled.</summary>
    public Task GoOnAsync(WorkDb db, Deadline deadline, int settled, DateTimeOffset now, CancellationToken cancel)
    {
        deadline.LastRung = settled;
        return PlanAsync(db, deadline, ladder.After(deadline.Ladder, deadline.Due, settled, now, deadline.HoldReason is not null), cancel);
    }

    /// <summary>Moves the next step, which stays the same.</summary>
    public async Task MoveAsync(WorkDb db, Deadline deadline, DateTimeOffset at, DateTimeOffset now, CancellationToken cancel)
    {
        var rung = deadline.NextRung;
        await Occurrences.WithdrawAsync(db, deadline.Id, StepOf(rung!.Value), now, cancel);
        (deadline.NextRung, deadline.NextStepAt) = (rung, at);
        await Occurrences.PlanAsync(db, deadline.Id, StepOf(rung.Value), deadline.DueValue, at, Guid.Empty, cancel);
    }

    /// <summary>Nothing more comes of it: rungs and lines of a digest that have not gone out.</summary>
    public static async Task StopAsync(WorkDb db, Deadline deadline, DateTimeOffset now, CancellationToken cancel)
    {
        (deadline.NextRung, deadline.NextStepAt) = (null, null);
        if (!IsNew(db, deadline))
        {
            await Occurrences.WithdrawAsync(db, deadline.Id, step: null, now, cancel);
        }
    }

    public static string StepOf(int day) => string.Create(CultureInfo.InvariantCulture, $"{Rung}:{day}");

    private static bool IsNew(WorkDb db, Deadline deadline) => db.Entry(deadline).State == EntityState.Added;

    private static async Task<int?> LastSettledAsync(WorkDb db, Deadline deadline, CancellationToken cancel)
    {
        if (IsNew(db, deadline))
        {
            return null;
        }

        var settled = await db
            .Occurrences.Where(o =>
                o.ItemId == deadline.Id && o.DueValue == deadline.DueValue && o.State == OccurrenceState.Done && o.Step.StartsWith(Rung + ":")
            )
            .Select(o => o.Step)
            .ToListAsync(cancel);
        return settled.Max(step => (int?)int.Parse(step.AsSpan(Rung.Length + 1), CultureInfo.InvariantCulture));
    }

    private static async Task PlanAsync(WorkDb db, Deadline deadline, PlannedRung? next, CancellationToken cancel)
    {
        (deadline.NextRung, deadline.NextStepAt) = (next?.Rung.Day, next?.At);
        if (next is null)
        {
            return;
        }

        if (IsNew(db, deadline))
        {
            db.Occurrences.Add(Occurrences.New(deadline.Id, StepOf(next.Rung.Day), deadline.DueValue, next.At, Guid.Empty));
            return;
        }

        await Occurrences.PlanAsync(db, deadline.Id, StepOf(next.Rung.Day), deadline.DueValue, next.At, Guid.Empty, cancel);
    }
}
