namespace SupervisionBot.Core.Calendars;

/// <summary>
/// What a calendar knows of one day. <paramref name="Name"/> is that of the holiday or of the local exception, <paramref name="NoticeYear"/> the year
/// whose arrangement a holiday or make-up workday comes from. <paramref name="IsProvisional"/>: judged by weekends only.
/// </summary>
internal sealed record DayPlan(DayKind Kind, IReadOnlyList<WorkingSegment> Hours, string Name, int NoticeYear, bool IsProvisional)
{
    /// <summary>A half day is a working day too.</summary>
    public bool IsWorked => Hours.Count > 0;

    public TimeSpan Length { get; } = Hours.Aggregate(TimeSpan.Zero, (sum, segment) => sum + segment.Length);

    /// <summary>How much of the day's hours has passed at <paramref name="time"/>.</summary>
    public TimeSpan PassedAt(TimeSpan time)
    {
        var passed = TimeSpan.Zero;
        foreach (var segment in Hours)
        {
            var start = segment.Start.ToTimeSpan();
            if (time <= start)
            {
                break;
            }

            passed += (time < segment.End.ToTimeSpan() ? time : segment.End.ToTimeSpan()) - start;
        }

        return passed;
    }

    /// <summary>The first moment at which <paramref name="passed"/> of the day's hours has passed.</summary>
    public TimeSpan MomentAfter(TimeSpan passed)
    {
        foreach (var segment in Hours)
        {
            if (passed <= segment.Length)
            {
                return segment.Start.ToTimeSpan() + passed;
            }

            passed -= segment.Length;
        }

        throw new ArgumentOutOfRangeException(nameof(passed), "The day is not that long.");
    }
}
