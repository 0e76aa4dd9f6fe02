using System.Text.RegularExpressions;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Calendars.Expressions;
using SupervisionBot.Core.Directory;

namespace SupervisionBot.Bot.Understanding;

/// <summary>Reads what a text says about an assistance order, to draft it or to add to the draft. Pure and thread-safe.</summary>
internal sealed partial class OrderReader(Gazetteer gazetteer, WorkingCalendar calendar)
{
    private const int LongestAccount = 5_000;
    private const int Timeout = 250;

    // Between two dates that mean a period there is hardly more than 到.
    private const int ShortGap = 3;
    private static readonly Cues KindCues = Cues.Load("orders.txt", SnakeCase.NamesOf<OrderKind>());
    private readonly ChineseDates dates = new(calendar);

    /// <summary>Reads <paramref name="text"/> as typed at <paramref name="now"/> by somebody of the unit <paramref name="ownUnit"/> (a key of the gazetteer).</summary>
    public OrderWording Read(string text, DateTimeOffset now, string? ownUnit)
    {
        text = text.Length > LongestAccount ? text[..LongestAccount] : text;
        var today = ChinaTime.DateOf(now);
        var all = gazetteer.FindUnits(text);
        var named = all.Where(match => match.Value.Key != ownUnit).ToList();
        var unwanted = UnitsMeant.Denied(text, named);
        var found = dates.Find(text, now).ToList();
        var wished = DayMeant.Of(text, found, today);
        var kind = KindOf(text);
        // 12月3日 is no 12 months, 周五来人 no five people.
        var blanked = Blanked(text, all, found);
        var rest = People().Replace(blanked, "\u0002");
        return new(
            OrderTitle.Write(rest, kind),
            kind,
            [.. named.Select(match => match.Value).Distinct().Where(unit => !unwanted.Contains(unit))],
            [.. unwanted],
            [.. gazetteer.FindMatters(text).Select(match => match.Value).Distinct()],
            PeopleIn(blanked),
            wished,
            wished is null ? UnsureIn(text, found) : null,
            Until(text, blanked, found, wished),
            Trainees().Match(text) is { Success: true } sent ? sent.Groups["who"].Value : null,
            Urgency.IsSaidIn(text),
            GroundOf(text),
            Filler().Replace(rest, "").Length < OrderTitle.ShortestMatter
        );
    }

    private static OrderKind? KindOf(string text)
    {
        var scores = KindCues.Score(text, []);
        return scores.Max() > 0 ? (OrderKind)Array.IndexOf(scores, scores.Max()) : null;
    }

    private static int? PeopleIn(string text)
    {
        var match = People().Match(text);
        return match.Success && ChineseNumber.Read(match.Groups["n"].ValueSpan, out var people) > 0 && people > 0 ? people : null;
    }

    private static UrgentGround? GroundOf(string text) =>
        Danger().IsMatch(text) ? UrgentGround.Danger
        : Evidence().IsMatch(text) ? UrgentGround.Evidence
        : Crowd().IsMatch(text) ? UrgentGround.Crowd
        : Spreading().IsMatch(text) ? UrgentGround.Spreading
        : null;

    private static string? UnsureIn(string text, List<DateExpression> found) =>
        found.Where(date => date.IsVague).Select(date => text[date.Start..date.End]).FirstOrDefault(said => Calendar().IsMatch(said));

    /// <summary>12月1日到12月31日; from a day on for so many weeks or months.</summary>
    private static DateOnly? Until(string text, string blanked, List<DateExpression> found, DateExpression? wished)
    {
        if (wished?.Date is not { } from)
        {
            return null;
        }

        if (wished.Span is { } range && range.From == from && range.To > from)
        {
            return range.To;
        }

        var next = found.Find(date => date.Start >= wished.End && date.Date > from);
        if (next is not null && To().IsMatch(text[wished.End..next.Start]) && next.Start - wished.End <= ShortGap)
        {
            return next.Date;
        }

        var length = Lasting().Match(blanked);
        if (!length.Success || ChineseNumber.Read(length.Groups["n"].ValueSpan, out var count) == 0)
        {
            return null;
        }

        return length.Groups["unit"].Value switch
        {
            "天" => from.AddDays(count - 1),
            "月" => from.AddMonths(count).AddDays(-1),
            _ => from.AddDays((count * 7) - 1),
        };
    }

    /// <summary>The text without units and dates, every place kept: what is left tells the matter.</summary>
    private static string Blanked(string text, IReadOnlyList<PhraseMatch<UnitName>> units, List<DateExpression> found)
    {
        var rest = text.ToCharArray();
        foreach (var unit in units)
        {
            rest.AsSpan(unit.Start, unit.Length).Fill('\u0001');
        }

        foreach (var date in found)
        {
            rest.AsSpan(date.Start, date.Length).Fill('\u0002');
        }

        return new string(rest);
    }

    [GeneratedRegex(
        "(派|来|请|要|去|需要|安排)?(?<n>[0-9]{1,3}|[一二两三四五六七八九十]{1,3})(个|名|位|来|多)?(执法|工作|专业|技术)?(人员|同志|专家|民警|队员|技术员|干部|老师|医生|律师|人(?!民|大|工|员|家|次))",
        RegexOptions.ExplicitCapture,
        Timeout
    )]
    private static partial Regex People();

    [GeneratedRegex(
        "(派|安排|让|选派)(?!个?人)(?<who>[^，。；,;0-9\u0001\u0002]{2,20}?)(两|三|四)?(人|位)?(去|到|来|跟|前往)",
        RegexOptions.ExplicitCapture,
        Timeout
    )]
    private static partial Regex Trainees();

    [GeneratedRegex(
        "[0-9一二三四五六七八九十]月|[0-9][日号]|下(个)?(周|星期|礼拜|月)|[上中下]旬|月[初中底]",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Calendar();

    [GeneratedRegex("到|至|-|—|~|～", RegexOptions.NonBacktracking)]
    private static partial Regex To();

    [GeneratedRegex("(?<n>[0-9]{1,2}|[一二两三四五六]{1})个?(?<unit>天|周|星期|礼拜|月)(?!前|内|后)", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Lasting();

    [GeneratedRegex(
        "危险|危及|塌|倒塌|爆炸|泄漏|泄露|漏气|着火|起火|火灾|伤人|受伤|中毒|触电|溺水|要出人命|出人命|人身安全",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Danger();

    [GeneratedRegex("证据|转移|销毁|毁灭|跑了|要跑|逃|藏起来|拉走|运走|灭失", RegexOptions.NonBacktracking)]
    private static partial Regex Evidence();

    [GeneratedRegex("聚集|围观|围堵|围住|堵路|堵门|上访|闹事|闹起来|群体|打起来", RegexOptions.NonBacktracking)]
    private static partial Regex Crowd();

    [GeneratedRegex(
        "正在(往|向)?.{0,4}(排|倒|挖|烧|拆|盖|施工|扩|采|抽|漫|流)|越来越|扩散|蔓延|扩大|还在(排|倒|挖|烧|拆|盖|采|抽)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Spreading();

    // What is left of a sentence that only changes something: 改成, 请, 吧.
    [GeneratedRegex(
        "[\u0001\u0002\\s，,。；;：:！!、]|改成|改为|换成|换|改到|改|就|请|让|找|派给|派|来|要|日期|时间|人数|部门|单位|希望|最好|吧|的|了|也|还|都|再|加上|加急|紧急|着急|急|是|在|到|去|前|之前|以前|一下|帮忙|过来|不用|别|上午|下午|早上|有",
        RegexOptions.NonBacktracking
    )]
    private static partial Regex Filler();
}
