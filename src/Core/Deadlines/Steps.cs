using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Deadlines;

/// <summary>Keeps the next step of a deadline planned: exactly one while time runs, none while it stands still or is over.</summary>
internal sealed class Steps(Ladder ladder)
{
    /// <summary>Prefix of the occurrence that settles a rung; its day follows after a colon.</summary>
    public const string Rung = "deadline";

    /// <summary>Begins the ladder: the deadline is new, or its due date has moved.</summary>
    public async Task BeginAsync(WorkDb db, Deadline deadline, DateTimeOffset now, CancellationToken cancel)
    {
        deadline.LastRung = null;
        await StopAsync(db, deadline, now, cancel);
        await PlanAsync(db, deadline, ladder.First(deadline.Ladder, deadline.Due, now), cancel);
    }

    /// <summary>Its time runs again towards the same date: what was said before is not said again.</summary>
    public async Task ResumeAsync(WorkDb db, Deadline deadline, DateTimeOffset now, CancellationToken cancel)
    {
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
        if (db.Entry(deadline).State != Microsoft.EntityFrameworkCore.EntityState.Added)
        {
            await Occurrences.WithdrawAsync(db, deadline.Id, step: null, now, cancel);
        }
    }

    public static string StepOf(int day) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Rung}:{day}");

    private static async Task PlanAsync(WorkDb db, Deadline deadline, PlannedRung? next, CancellationToken cancel)
    {
        (deadline.NextRung, deadline.NextStepAt) = (next?.Rung.Day, next?.At);
        if (next is null)
        {
            return;
        }

        if (db.Entry(deadline).State == Microsoft.EntityFrameworkCore.EntityState.Added)
        {
            db.Occurrences.Add(Occurrences.New(deadline.Id, StepOf(next.Rung.Day), deadline.DueValue, next.At, Guid.Empty));
            return;
        }

        await Occurrences.PlanAsync(db, deadline.Id, StepOf(next.Rung.Day), deadline.DueValue, next.At, Guid.Empty, cancel);
    }
}
