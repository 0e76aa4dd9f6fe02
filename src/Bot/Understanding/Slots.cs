using System.Globalization;
using System.Text.RegularExpressions;
using SupervisionBot.Core.Calendars.Expressions;
using SupervisionBot.Core.Directory;

namespace SupervisionBot.Bot.Understanding;

/// <summary>The details that matter to an intent, out of everything that was recognised. Names as in the output of <c>understand</c>.</summary>
internal static partial class Slots
{
    private static readonly string[] AskerWords = ["申请", "请", "要求", "想请", "想要", "需要", "提请", "拟", "点单", "点一单"];
    private static readonly string[] OwnerWords = ["点的", "提的", "报的", "派来", "来的", "发来", "报来", "转来", "发起的", "交来", "送来"];

    public static IReadOnlyDictionary<string, object?> Of(Intent intent, Utterance utterance)
    {
        var slots = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (intent is Intent.Help or Intent.Greet or Intent.OutOfScope)
        {
            return slots;
        }

        AddNumbers(slots, intent, utterance);
        AddUnits(slots, utterance);
        if (intent == Intent.WeeklySummary)
        {
            AddPeriod(slots, utterance);
        }
        else if (intent != Intent.MyTodos)
        {
            AddDate(slots, intent, utterance);
        }

        if (intent == Intent.RateOrder && utterance.Score is { } score)
        {
            slots["score"] = score;
        }

        if (intent is Intent.StartConsultation or Intent.RequestAssistance && Urgency.IsSaidIn(utterance.Text))
        {
            slots["urgent"] = true;
        }

        return slots;
    }

    private static void AddNumbers(Dictionary<string, object?> slots, Intent intent, Utterance utterance)
    {
        if (utterance.Number is { } number)
        {
            slots["no"] = number.Typed;
        }

        if (utterance.Task is { } task && intent is Intent.TaskProgress or Intent.QueryStatus or Intent.RemindNudge or Intent.CompleteOrder)
        {
            slots["task_no"] = task.Typed;
        }
    }

    private static void AddUnits(Dictionary<string, object?> slots, Utterance utterance)
    {
        var meant = UnitsMeant.Of(utterance.Text, utterance.Units);
        var named = meant.Select(unit => unit.Value).Distinct().ToList();
        var asker = meant.Where(unit => IsAsker(utterance.Text, unit, named.Count)).Select(unit => unit.Value).FirstOrDefault();
        if (asker is not null)
        {
            slots["from_dept"] = asker.ShortName;
            named.Remove(asker);
        }

        if (named.Count == 1)
        {
            slots["dept"] = named[0].ShortName;
        }
        else if (named.Count > 1)
        {
            slots["depts"] = named.Select(unit => unit.ShortName).ToArray();
        }
    }

    private static bool IsAsker(string text, PhraseMatch<UnitName> unit, int named)
    {
        var after = text.AsSpan(unit.End);
        foreach (var word in OwnerWords)
        {
            if (after.StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        foreach (var word in AskerWords)
        {
            if (named > 1 && unit.Value.IsTownship && after.StartsWith(word, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static void AddPeriod(Dictionary<string, object?> slots, Utterance utterance)
    {
        if (Issue().Match(utterance.Text) is { Success: true } issue)
        {
            slots["issue"] = issue.Groups["n"].Value;
        }

        if (utterance.Dates.FirstOrDefault(date => date.Span is not null)?.Span is not { } span)
        {
            return;
        }

        if (span == DateSpan.MonthOf(span.From.Year, span.From.Month))
        {
            slots["month"] = span.From.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        }
        else
        {
            slots["week"] = $"{Iso(span.From)}/{Iso(span.To)}";
        }
    }

    private static void AddDate(Dictionary<string, object?> slots, Intent intent, Utterance utterance)
    {
        var looksAhead = intent is Intent.StartConsultation or Intent.RequestAssistance or Intent.AcceptOrder or Intent.RemindNudge;
        var said =
            (looksAhead ? DayMeant.Of(utterance.Text, utterance.Dates, utterance.Today) : null)
            ?? utterance.Dates.FirstOrDefault(date => !date.IsVague)
            ?? (utterance.Dates is [var first, ..] ? first : null);
        if (said is null)
        {
            return;
        }

        // 这周 by itself names no day, but whoever wants something by then means its Sunday.
        var isThisWeek = said.Span is { } span && span == DateSpan.WeekOf(utterance.Today);
        var day = said.Date ?? (isThisWeek && looksAhead ? said.Span!.To : null);
        slots["date_text"] = utterance.Text[said.Start..said.End];
        slots["date"] = day is { } date ? Iso(date) + (said.Time is { } time ? time.ToString("'T'HH:mm", CultureInfo.InvariantCulture) : "") : null;
        if (day is null)
        {
            slots["vague"] = true;
        }
    }

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex("第? ?(?<n>[0-9]{1,4}) ?期", RegexOptions.ExplicitCapture, 250)]
    private static partial Regex Issue();
}
