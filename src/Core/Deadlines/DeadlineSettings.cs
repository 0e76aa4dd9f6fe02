using SupervisionBot.Core.Calendars;

namespace SupervisionBot.Core.Deadlines;

/// <summary>Who hears at a rung of the ladder.</summary>
public enum Audience
{
    /// <summary>Who owes it.</summary>
    Owner,

    /// <summary>The office, the day before the unit's leader: it may hold that copy back.</summary>
    Preview,
    UnitLeader,
    Office,
    TaskForceLeaders,
}

/// <summary>How long a promise may take.</summary>
public sealed class DeadlineRule
{
    public int Amount { get; set; }

    /// <summary>When urgent; 0 is as otherwise.</summary>
    public int UrgentAmount { get; set; }
    public PeriodUnit Unit { get; set; } = PeriodUnit.WorkingDay;
}

/// <summary>A rung: how many working days after the due date, and who hears.</summary>
public sealed record LadderRung(int Day, IReadOnlyList<Audience> To)
{
    /// <summary>The day on which the unit's leader hears, unless the settings say otherwise.</summary>
    internal const int LeaderDay = 2;
}

/// <summary>
/// Settings under <c>Deadlines</c>: limits by promise (defaults of domain: a4) and the ladder of reminders. What contradicts stops the start.
/// </summary>
public sealed class DeadlineSettings
{
    public const string Section = "Deadlines";
    private const int LongestAmount = 400;

    /// <summary>Limits by promise; one that is not named keeps its default.</summary>
    public Dictionary<Promise, DeadlineRule> Rules { get; } = [];

    /// <summary>Rungs by day; empty is the default ladder.</summary>
    public List<LadderRung> Ladder { get; } = [];

    /// <summary>When the morning digest goes out, local time.</summary>
    public TimeOnly Morning { get; set; } = new(8, 30);

    /// <summary>The office rules within so many working days.</summary>
    internal static IReadOnlyDictionary<Promise, DeadlineRule> DefaultRules { get; } =
        new Dictionary<Promise, DeadlineRule>
        {
            [Promise.Release] = Days(1),
            [Promise.Admission] = Days(2),
            [Promise.View] = Days(5, urgent: 1),
            [Promise.Session] = Days(10, urgent: 1),
            [Promise.Draft] = Days(2),
            [Promise.Countersign] = Days(1),
            [Promise.Submit] = Days(1),
            [Promise.SignOff] = Days(1),
            [Promise.Issue] = Days(1),
            [Promise.Resolution] = Days(20),
            [Promise.CloseOut] = Days(2),
            [Promise.Ruling] = Days(1),
            [Promise.Dispatch] = new()
            {
                Amount = 4,
                UrgentAmount = 1,
                Unit = PeriodUnit.WorkingHour,
            },
            [Promise.HandBackRuling] = Days(1),
            [Promise.LeaderRuling] = Days(1),
            [Promise.RatingCheck] = Days(2),
        };

    internal static IReadOnlyList<LadderRung> DefaultLadder { get; } =
    [
        new(-3, [Audience.Owner]),
        new(-1, [Audience.Owner]),
        new(0, [Audience.Owner]),
        new(1, [Audience.Owner, Audience.Preview]),
        new(LadderRung.LeaderDay, [Audience.UnitLeader]),
        new(3, [Audience.Office]),
        new(5, [Audience.TaskForceLeaders]),
    ];

    internal IReadOnlyList<LadderRung> Rungs => Ladder.Count == 0 ? DefaultLadder : [.. Ladder.OrderBy(r => r.Day)];

    /// <summary>False where the record itself knows how long it may take.</summary>
    internal static bool HasRule(Promise promise) => DefaultRules.ContainsKey(promise);

    internal DeadlineRule RuleOf(Promise promise) => Rules.GetValueOrDefault(promise) ?? DefaultRules[promise];

    /// <summary>What is wrong, each with its key and the mend; empty when all is well.</summary>
    internal IEnumerable<string> Complaints()
    {
        foreach (var (promise, rule) in Rules)
        {
            if (!HasRule(promise))
            {
                yield return $"{Section}:Rules:{promise} has no effect; orders have their limits by kind under AssistanceOrders.";
            }
            else if (rule.Amount is < 1 or > LongestAmount || rule.UrgentAmount is < 0 or > LongestAmount)
            {
                yield return $"{Section}:Rules:{promise} must be 1 to {LongestAmount} (UrgentAmount may be 0: as otherwise).";
            }
            else if (rule.UrgentAmount > rule.Amount)
            {
                yield return $"{Section}:Rules:{promise}: UrgentAmount {rule.UrgentAmount} is longer than Amount {rule.Amount}; make it shorter.";
            }
        }

        // A session before the views for it, or countersigning that outlasts the day of issue, cannot both be kept.
        if (
            RuleOf(Promise.Session) is { Unit: PeriodUnit.WorkingDay } session
            && RuleOf(Promise.View) is { Unit: PeriodUnit.WorkingDay } view
            && session.Amount < view.Amount
        )
        {
            yield return $"{Section}:Rules: Session ({session.Amount}) ends before View ({view.Amount}); views are wanted before the session.";
        }

        if (Rungs.Select(r => r.Day).Distinct().Count() != Rungs.Count)
        {
            yield return $"{Section}:Ladder names a day twice; put both audiences into one rung.";
        }

        if (Rungs.Any(r => r.To.Count == 0))
        {
            yield return $"{Section}:Ladder has a rung without To; name who hears (Owner, Preview, UnitLeader, Office, TaskForceLeaders).";
        }

        foreach (var complaint in Escalation())
        {
            yield return complaint;
        }
    }

    private IEnumerable<string> Escalation()
    {
        var before = Rungs.Where(r => r.Day <= 0 && r.To.Any(a => a != Audience.Owner)).ToList();
        if (before.Count > 0)
        {
            yield return $"{Section}:Ladder tells others on day {before[0].Day}; until the due date only Owner may hear.";
        }

        var leader = Rungs.FirstOrDefault(r => r.To.Contains(Audience.UnitLeader));
        var preview = Rungs.FirstOrDefault(r => r.To.Contains(Audience.Preview));
        if (leader is not null && (preview is null || preview.Day >= leader.Day))
        {
            yield return $"{Section}:Ladder tells UnitLeader on day {leader.Day}; Preview must come at least a day earlier.";
        }

        if (leader is not null && !Rungs.Any(r => r.Day > 0 && r.Day < leader.Day && r.To.Contains(Audience.Owner)))
        {
            yield return $"{Section}:Ladder tells UnitLeader on day {leader.Day}; Owner must hear of the lateness before.";
        }
    }

    private static DeadlineRule Days(int amount, int urgent = 0) => new() { Amount = amount, UrgentAmount = urgent };
}
