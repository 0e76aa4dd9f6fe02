using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Calendars.Expressions;

namespace SupervisionBot.Bot.Understanding;

/// <summary>The day that a sentence names: “延到下周三，监测报告要等省里”.</summary>
internal sealed class DayWords(WorkingCalendar calendar)
{
    private readonly ChineseDates dates = new(calendar);

    /// <summary>The first day that is sure; null where there is none.</summary>
    public DateOnly? FirstIn(string sentence, DateTimeOffset now) => dates.Find(sentence, now).FirstOrDefault(d => !d.IsVague)?.Date;
}
