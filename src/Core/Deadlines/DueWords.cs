using SupervisionBot.Core.Calendars;

namespace SupervisionBot.Core.Deadlines;

/// <summary>绿、黄、红、灰、蓝: never shown without its word (domain: b4).</summary>
public enum Light
{
    /// <summary>正常.</summary>
    Green,

    /// <summary>临期.</summary>
    Yellow,

    /// <summary>逾期.</summary>
    Red,

    /// <summary>暂停、待批.</summary>
    Grey,

    /// <summary>已办结.</summary>
    Blue,
}

/// <summary>How a deadline is spoken of: how much time is left, in what light.</summary>
public static class DueWords
{
    private const int YellowWorkingDays = 3;
    private const double YellowShare = 0.2;

    public static Light LightOf(Deadline deadline, DateTimeOffset now, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        ArgumentNullException.ThrowIfNull(calendar);
        return deadline.State switch
        {
            DeadlineState.Paused or DeadlineState.AwaitingRuling => Light.Grey,
            DeadlineState.Open when now > deadline.Due => Light.Red,
            DeadlineState.Open => IsNear(deadline, now, calendar) ? Light.Yellow : Light.Green,
            _ => Light.Blue,
        };
    }

    public static string NameOf(Light light) =>
        light switch
        {
            Light.Green => Texts.LightGreen,
            Light.Yellow => Texts.LightYellow,
            Light.Red => Texts.LightRed,
            Light.Grey => Texts.LightGrey,
            _ => Texts.LightBlue,
        };

    /// <summary>今天18:00前；还有1个工作日，11月25日（周三）到期；已过1个工作日.</summary>
    public static string Left(Deadline deadline, DateTimeOffset now, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        ArgumentNullException.ThrowIfNull(calendar);
        switch (deadline.State)
        {
            case DeadlineState.Paused:
                return Texts.LeftPaused.With(Day(deadline.PausedUntil!.Value));
            case DeadlineState.AwaitingRuling:
                return Texts.LeftAwaitingRuling;
        }

        var (today, date) = (ChinaTime.DateOf(now), ChinaTime.DateOf(deadline.Due));
        if (now > deadline.Due)
        {
            var late = calendar.WorkingDaysBetween(date, today);
            return late == 0 ? Texts.LeftJustOver : Texts.LeftLate.With(late);
        }

        if (date == today)
        {
            return deadline.WholeDay ? Texts.LeftTodayWhole : Texts.LeftToday.With(Hour(deadline.Due));
        }

        var days = calendar.WorkingDaysBetween(today, date);
        return days == 0 ? Texts.LeftDay.With(Day(deadline.Due)) : Texts.LeftDays.With(days, Day(deadline.Due));
    }

    /// <summary>The due date itself: with the hour, unless it is the whole day.</summary>
    public static string Date(Deadline deadline)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        return deadline.WholeDay ? Day(deadline.Due) : ChinaTime.Moment(deadline.Due);
    }

    /// <summary>What is owed, as a verb: 反馈意见.</summary>
    public static string Verb(Promise promise) =>
        promise switch
        {
            Promise.Release => Texts.VerbRelease,
            Promise.Admission => Texts.VerbAdmission,
            Promise.View => Texts.VerbView,
            Promise.Session => Texts.VerbSession,
            Promise.Draft => Texts.VerbDraft,
            Promise.Countersign => Texts.VerbCountersign,
            Promise.Submit => Texts.VerbSubmit,
            Promise.SignOff => Texts.VerbSignOff,
            Promise.Issue => Texts.VerbIssue,
            Promise.Resolution => Texts.VerbResolution,
            Promise.CloseOut => Texts.VerbCloseOut,
            Promise.Ruling => Texts.VerbRuling,
            Promise.Dispatch => Texts.VerbDispatch,
            Promise.Acceptance => Texts.VerbAcceptance,
            Promise.Completion => Texts.VerbCompletion,
            Promise.Support => Texts.VerbSupport,
            Promise.HandBackRuling or Promise.LeaderRuling => Texts.VerbHandBackRuling,
            Promise.RatingCheck => Texts.VerbRatingCheck,
            _ => throw new ArgumentOutOfRangeException(nameof(promise), promise, message: null),
        };

    internal static string Day(DateTimeOffset moment) => ChinaTime.Day(ChinaTime.DateOf(moment));

    private static string Hour(DateTimeOffset moment) =>
        ChinaTime.ToLocal(moment).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsNear(Deadline deadline, DateTimeOffset now, WorkingCalendar calendar)
    {
        var left = calendar.WorkingTimeBetween(now, deadline.Due);
        var whole = calendar.WorkingTimeBetween(deadline.StartedAt, deadline.Due);
        return calendar.WorkingDaysBetween(ChinaTime.DateOf(now), ChinaTime.DateOf(deadline.Due)) <= YellowWorkingDays || left < whole * YellowShare;
    }
}
