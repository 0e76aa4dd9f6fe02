using System.Text.RegularExpressions;
using SupervisionBot.Core.Calendars.Expressions;

namespace SupervisionBot.Bot.Understanding;

/// <summary>Which of the days in a sentence is agreed or wished: 周二不行，周三可以 · 原定周三去，改到周五 · 明天赶集人多，请后天来.</summary>
internal static partial class DayMeant
{
    private const int Timeout = 250;

    /// <summary>A day from today on; null where there is none, or two are left to choose from.</summary>
    /// <param name="text">In which the days were found.</param>
    /// <param name="found">In order of appearance.</param>
    /// <param name="today">In Shanghai.</param>
    public static DateExpression? Of(string text, IReadOnlyList<DateExpression> found, DateOnly today)
    {
        var possible = found.Select(day => Coming(text, day, today)).Where(day => day.Date >= today && !IsRuledOut(text, day)).ToList();
        if (possible.Find(day => Moved().IsMatch(text[..day.Start])) is { } moved)
        {
            return moved;
        }

        return possible is [var first, var second, ..] && Either().IsMatch(text[first.End..second.Start]) ? null : possible.FirstOrDefault();
    }

    /// <summary>Whether the expression names nothing but an hour: 上午10点, 下午两点半.</summary>
    public static bool IsHourAlone(string text, DateExpression said) => Hour().IsMatch(text[said.Start..said.End]);

    /// <summary>Whether it names the afternoon, with or without an hour.</summary>
    public static bool IsAfternoon(string text, DateExpression said) => text[said.Start..said.End].Contains("下午", StringComparison.Ordinal);

    // Said on a Friday, 周二来 is no day that is over; 周二来了一次 is.
    private static DateExpression Coming(string text, DateExpression day, DateOnly today) =>
        day.Date < today && Weekday().IsMatch(text[day.Start..day.End]) && !Done().IsMatch(text[day.End..])
            ? day with
            {
                Date = day.Date.Value.AddDays(7),
                IsPast = false,
            }
            : day;

    private static bool IsRuledOut(string text, DateExpression day) =>
        Impossible().IsMatch(text[day.End..]) || Told().IsMatch(text[day.End..]) || Given().IsMatch(text[..day.Start]);

    [GeneratedRegex("^[^，。；,;、！!]{0,12}?(过(?![来去节年几两])|已经|曾|发现|接到)", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Told();

    [GeneratedRegex("^[^，。；,;、！!]{0,12}?了", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Done();

    [GeneratedRegex("(改到|改成|改为|改在|换到|换成|推到|推迟到|提前到)了?$", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Moved();

    [GeneratedRegex("^(上午|下午|中午|早上|早晨|晚上|傍晚|夜里)?[0-9一二三四五六七八九十两]{1,3}(点|时|:|：)", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Hour();

    [GeneratedRegex("^(周|星期|礼拜)[一二三四五六日天]", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Weekday();

    [GeneratedRegex("^.{0,3}(或|要么|还是)", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Either();

    [GeneratedRegex(
        "^(我们|我|局里|领导|村里|镇里|队里)?(要|有|还|都|全天)?(不行|不在|没空|没车|没人|没时间|有会|有事|去不了|来不了|不方便|赶集|迎检|休息|放假|值班|过节)|^(我们|我|局里|领导|队里)(要|还|都)?开会",
        RegexOptions.ExplicitCapture,
        Timeout
    )]
    private static partial Regex Impossible();

    [GeneratedRegex("(原定|原来|本来|原先|别|不要|不是|不能)(的|在|是|定在|约在)?$", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Given();
}
