using System.Text;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Forms;

namespace SupervisionBot.Core.TypicalPractices;

/// <summary>What a part of a practice is about, as far as its heading says.</summary>
public enum PracticePartKind
{
    Other,

    /// <summary>背景.</summary>
    Background,

    /// <summary>主要做法.</summary>
    MainPractices,

    /// <summary>成效.</summary>
    Results,

    /// <summary>启示.</summary>
    Insights,
}

/// <summary>A stretch of the text under one heading; null for what stands before the first.</summary>
public sealed record PracticePart(string? Heading, PracticePartKind Kind, string Text);

/// <summary>Reads a practice as its author wrote it: title, parts, names. Everything is proposed, nothing is forced.</summary>
public static class PracticeText
{
    private const int LongestHeading = 30;
    private const int LongestTitleLine = 40;
    private const int LongestName = 40;

    private static readonly (PracticePartKind Kind, string[] Words)[] Kinds =
    [
        (PracticePartKind.Results, Texts.WordsResults.Split(' ')),
        (PracticePartKind.Insights, Texts.WordsInsights.Split(' ')),
        (PracticePartKind.Background, Texts.WordsBackground.Split(' ')),
        (PracticePartKind.MainPractices, Texts.WordsMainPractices.Split(' ')),
    ];

    /// <summary>字数 as people count: every character that can be seen.</summary>
    public static int Count(string? text) => (text ?? "").EnumerateRunes().Count(rune => !Rune.IsWhiteSpace(rune));

    /// <summary>The first line where it looks like a title, else the beginning of the first sentence.</summary>
    public static string TitleOf(string body)
    {
        var lines = Lines(body).Where(line => line.Length > 0).ToList();
        var line = Bare(lines.Find(l => HeadingLevel(l) is 0 or HashLevel) ?? lines.FirstOrDefault(""));
        return line.Length is > 0 and <= LongestTitleLine && !Texts.SentenceEnds.Contains(line[^1]) ? line : ConsultationTitle.FirstClause(line);
    }

    /// <summary>The parts in order: at the headings of the highest level that is there; one part where there is none. A first line that repeats the title is left out.</summary>
    public static IReadOnlyList<PracticePart> PartsOf(string body, string title)
    {
        var lines = Lines(body).ToList();
        if (lines.FindIndex(line => line.Length > 0) is >= 0 and var first && string.Equals(Bare(lines[first]), title, StringComparison.Ordinal))
        {
            lines.RemoveRange(0, first + 1);
        }

        var level = lines.Select(HeadingLevel).Where(l => l > 0).DefaultIfEmpty(0).Min();
        var parts = new List<PracticePart>();
        var (heading, text) = ((string?)null, new List<string>());
        foreach (var line in lines)
        {
            if (level > 0 && HeadingLevel(line) == level)
            {
                Close();
                (heading, text) = (Bare(line), []);
            }
            else
            {
                text.Add(line);
            }
        }

        Close();
        return parts;

        void Close()
        {
            var words = string.Join('\n', text).Trim();
            if (heading is not null || words.Length > 0)
            {
                parts.Add(new PracticePart(heading, KindOf(heading), words));
            }
        }
    }

    /// <summary>执笔人, where the text names one.</summary>
    public static string? AuthorIn(string body) => Named(body, Texts.WordsAuthor);

    /// <summary>联系人, where the text names one.</summary>
    public static string? ContactIn(string body) => Named(body, Texts.WordsContact);

    /// <summary>What a part is called where its heading is not repeated.</summary>
    public static string Name(PracticePartKind kind) =>
        kind switch
        {
            PracticePartKind.Background => Texts.PartBackground,
            PracticePartKind.MainPractices => Texts.PartMainPractices,
            PracticePartKind.Results => Texts.PartResults,
            PracticePartKind.Insights => Texts.PartInsights,
            _ => Texts.PartOther,
        };

    private const int HashLevel = 1;

    private static IEnumerable<string> Lines(string body) => PlainText.Clean(body).Split('\n').Select(line => line.Trim());

    /// <summary>1 for #, 2 for 一、 and for the bare name of a part, 3 for （一）; 0 for what is no heading.</summary>
    private static int HeadingLevel(string line)
    {
        if (line.Length is 0 or > LongestHeading || Texts.SentenceEnds.Contains(line[^1]))
        {
            return 0;
        }

        var numerals = line.TakeWhile(c => Texts.Numerals.Contains(c)).Count();
        return line[0] == '#' ? HashLevel
            : numerals > 0 && numerals < line.Length && line[numerals] == '、' ? 2
            : IsNameOfPart(line) ? 2
            : line[0] is '（' or '(' && line.Length > 2 && Texts.Numerals.Contains(line[1]) ? 3
            : 0;
    }

    private static bool IsNameOfPart(string line)
    {
        var bare = line.Trim('【', '】', '：', ':', ' ');
        return bare.Length is > 1 and <= 6 && Kinds.Any(k => k.Words.Any(word => bare.EndsWith(word, StringComparison.Ordinal)));
    }

    /// <summary>Without the marks that only say that it is a heading or the title.</summary>
    private static string Bare(string line)
    {
        var bare = line.TrimStart('#').Trim();
        var label = Texts.WordsTitle.Split(' ').FirstOrDefault(word => bare.StartsWith(word, StringComparison.Ordinal)) ?? "";
        var rest = bare[label.Length..].TrimStart();
        return label.Length > 0 && rest.Length > 1 && rest[0] is '：' or ':' ? rest[1..].Trim() : bare;
    }

    private static PracticePartKind KindOf(string? heading) =>
        heading is null
            ? PracticePartKind.Other
            : Kinds.FirstOrDefault(k => k.Words.Any(word => heading.Contains(word, StringComparison.Ordinal))).Kind;

    private static string? Named(string body, string labels)
    {
        foreach (var line in Lines(body))
        {
            foreach (var label in labels.Split(' '))
            {
                var at = line.IndexOf(label, StringComparison.Ordinal);
                var rest = at < 0 ? "" : line[(at + label.Length)..].TrimStart();
                if (rest.Length > 1 && rest[0] is '：' or ':')
                {
                    var name = rest[1..].Split(['）', ')', '；', ';', '，'], 2)[0].Trim();
                    return name.Length is > 0 and <= LongestName ? name : null;
                }
            }
        }

        return null;
    }
}
