using System.Buffers;

namespace SupervisionBot.Core.Calendars.Expressions;

/// <summary>
/// Finds what a Chinese text says about dates: 明天下午3点, 下周三, 本周五前, 月底, 12月8日, 3个工作日内, 20号前, 12月上旬前, 元旦前, 国庆后第一个工作日.
/// Vague words (过几天, 春节前, 下周) are found too, without a date. The rules are those of <see cref="DateGrammar"/>.
/// </summary>
public sealed class ChineseDates(WorkingCalendar calendar)
{
    private static readonly SearchValues<char> FirstCharacters = SearchValues.Create(
        "0123456789０１２３４５６７８９零〇一二两三四五六七八九十百今明昨前后大当本这下上周星礼月年元国劳春中端清除节近过改半早晚凌傍季去重腊正七小"
    );

    /// <summary>All expressions in order of appearance; they do not overlap.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="now">The moment at which it was typed.</param>
    public IReadOnlyList<DateExpression> Find(ReadOnlySpan<char> text, DateTimeOffset now)
    {
        List<DateExpression>? found = null;
        var grammar = new DateGrammar(calendar, ChinaTime.ToLocal(now).DateTime);
        for (var position = 0; position < text.Length; )
        {
            var next = text[position..].IndexOfAny(FirstCharacters);
            if (next < 0)
            {
                break;
            }

            position += next;
            if (grammar.Read(text, position) is { } expression)
            {
                (found ??= []).Add(expression);
                position = expression.End;
            }
            else
            {
                // A number that is no date is passed over whole: in 0012 there is no 12.
                position += Math.Max(1, ChineseNumber.Read(text[position..], out _));
            }
        }

        return found ?? (IReadOnlyList<DateExpression>)[];
    }
}
