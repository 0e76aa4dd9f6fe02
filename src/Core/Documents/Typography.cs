using System.Text.RegularExpressions;

namespace SupervisionBot.Core.Documents;

/// <summary>
/// What an office corrects before it prints (domain: f): 〔2026〕5号, full-width marks between Han characters, no stray spaces, dates without leading zeros, and the
/// marks of numbered lines: 一、 （一） 1. （1）.
/// </summary>
internal static partial class Typography
{
    // Han characters and the marks that are as wide; rare Han lie beyond the first plane and are pairs.
    private const string Wide = @"[\u2014\u2018-\u201D\u2026\u2E80-\u303F\u3400-\u9FFF\uF900-\uFAFF\uFF01-\uFF60]";
    private const string AfterWide = @"(?<=" + Wide + @"|[\uD840-\uD888][\uDC00-\uDFFF])";
    private const string BeforeWide = @"(?=" + Wide + @"|[\uD840-\uD888])";
    private const string Blank = @"[ \t\u00A0\u2002-\u200A]+";

    public static IReadOnlyList<PaperSpan> Set(IReadOnlyList<PaperSpan> spans)
    {
        var text = new StyledText();
        foreach (var span in spans)
        {
            text.Append(span.Text, span.Strong, span.Emphasis);
        }

        Set(text, startsLine: false);
        return text.ToSpans();
    }

    /// <summary>Corrects a line of text in place.</summary>
    /// <param name="startsLine">Whether a number at its beginning numbers the line.</param>
    public static void Set(StyledText text, bool startsLine)
    {
        var keepsSpaces = PaperLabels.Begins(text.Text.TrimStart());
        text.Trim();
        if (!keepsSpaces)
        {
            text.Replace(StraySpaces(), _ => "");
        }

        text.Replace(Spaces(), _ => " ");
        text.Replace(DocumentNumber(), m => Texts.DocumentNumber.With(m.Groups[1].Value, m.Groups[2].Value));
        text.Replace(LeadingZero(), _ => "");
        text.Replace(
            HalfWidthMark(),
            m =>
                m.Value switch
                {
                    "," => "，",
                    ":" => "：",
                    _ => "；",
                }
        );
        text.Replace(HalfWidthBrackets(), m => WideCharacter().IsMatch(m.Value) ? Texts.Brackets.With(m.Groups[1].Value) : m.Value);
        if (startsLine)
        {
            text.Replace(LineNumber(), Number);
        }
    }

    private static string Number(Match line) =>
        line switch
        {
            { Groups: [_, { Success: true } chinese, ..] } => Texts.ItemHeading.With(chinese.Value, ""),
            { Groups: [_, _, { Success: true } bracketed, ..] } => Texts.Brackets.With(bracketed.Value),
            _ => line.Groups[3].Value + ".",
        };

#pragma warning disable MA0009 // None of them can run long: no two parts that follow each other take the same characters without bound.
    [GeneratedRegex($@"{AfterWide}{Blank}(?:{BeforeWide}|(?=[0-9]))|(?<=[0-9]){Blank}{BeforeWide}")]
    private static partial Regex StraySpaces();

    [GeneratedRegex(Blank)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"[\[(（［【〔]\s*([12][0-9]{3})\s*[\])）］】〕]\s*第?\s*0*([1-9][0-9]*)\s*号")]
    private static partial Regex DocumentNumber();

    [GeneratedRegex(@"(?<=[0-9]年)0(?=[1-9]月)|(?<=[0-9]月)0(?=[1-9]日)")]
    private static partial Regex LeadingZero();

    [GeneratedRegex(AfterWide + "[,:;]")]
    private static partial Regex HalfWidthMark();

    [GeneratedRegex(@"\(([^()]+)\)")]
    private static partial Regex HalfWidthBrackets();

    [GeneratedRegex(Wide)]
    private static partial Regex WideCharacter();

    [GeneratedRegex(
        @"^(?:([一二三四五六七八九十]{1,3})[.．,，](?!\d)|[（(]([一二三四五六七八九十]{1,3}|[0-9]{1,2})[）)][、，,.．]?|([0-9]{1,2})[、．](?!\d))\s*"
    )]
    private static partial Regex LineNumber();
#pragma warning restore MA0009
}
