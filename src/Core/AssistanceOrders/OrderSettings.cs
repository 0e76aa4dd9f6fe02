namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>Settings under <c>AssistanceOrders</c>: how long each kind may take (defaults of domain: b2). What contradicts stops the start.</summary>
public sealed class OrderSettings
{
    public const string Section = "AssistanceOrders";
    private const int LongestDays = 400;

    /// <summary>接单, in working days.</summary>
    public int AcceptanceDays { get; set; } = 1;

    /// <summary>接单 when urgent, in hours of the clock, at any hour.</summary>
    public int UrgentAcceptanceHours { get; set; } = 2;

    /// <summary>办结 when urgent, in working days.</summary>
    public int UrgentCompletionDays { get; set; } = 1;

    /// <summary>评价 and changing it, in working days after 办结.</summary>
    public int RatingDays { get; set; } = 3;

    /// <summary>办结 by kind, in working days; a kind that is not named keeps its default. 培训 and 跟班 are done as agreed.</summary>
    public Dictionary<OrderKind, int> CompletionDays { get; } = [];

    private static readonly Dictionary<OrderKind, int> Defaults = new()
    {
        [OrderKind.OnSite] = 3,
        [OrderKind.Guidance] = 3,
        [OrderKind.Appraisal] = 10,
        [OrderKind.Information] = 5,
        [OrderKind.Referral] = 5,
        [OrderKind.CaseReview] = 5,
        [OrderKind.Support] = 3,
    };

    /// <summary>Working days for 办结; null for what is done as agreed.</summary>
    internal int? DaysOf(OrderKind kind, bool urgent)
    {
        int? days =
            CompletionDays.TryGetValue(kind, out var named) ? named
            : Defaults.TryGetValue(kind, out var usual) ? usual
            : null;
        return urgent && days is not null ? Math.Min(days.Value, UrgentCompletionDays) : days;
    }

    /// <summary>What is wrong, each with its key and the mend; empty when all is well.</summary>
    internal IEnumerable<string> Complaints()
    {
        foreach (var (kind, days) in CompletionDays.Where(d => d.Value is < 1 or > LongestDays))
        {
            yield return $"{Section}:CompletionDays:{kind} is {days}; it must be 1 to {LongestDays}.";
        }

        if (AcceptanceDays is < 1 or > LongestDays)
        {
            yield return $"{Section}:AcceptanceDays must be 1 to {LongestDays}.";
        }

        if (UrgentAcceptanceHours is < 1 or > 48)
        {
            yield return $"{Section}:UrgentAcceptanceHours must be 1 to 48.";
        }

        if (UrgentCompletionDays is < 1 or > LongestDays)
        {
            yield return $"{Section}:UrgentCompletionDays must be 1 to {LongestDays}.";
        }

        if (RatingDays is < 1 or > LongestDays)
        {
            yield return $"{Section}:RatingDays must be 1 to {LongestDays}.";
        }
    }
}
