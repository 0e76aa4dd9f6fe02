using System.Text.RegularExpressions;

namespace SupervisionBot.Architecture.Tests;

/// <summary>A file of the repository: <paramref name="Path"/> relative to its root, and the text (empty for files that are not text).</summary>
public sealed record SourceFile(string Path, long Bytes, string Text)
{
    public int Lines => Text.Count(character => character == '\n');
    public bool IsCode => Path.EndsWith(".cs", StringComparison.Ordinal);
    public bool IsGenerated =>
        Path.Contains("/Migrations/", StringComparison.Ordinal)
        || Path.Contains("/CompiledModels/", StringComparison.Ordinal)
        || Path.EndsWith(".Designer.cs", StringComparison.Ordinal);

    public bool IsUnder(string folder) => Path.StartsWith(folder, StringComparison.Ordinal);
}

/// <summary>What a file must not be. <see cref="Complaint"/> answers null for a good file; <see cref="Sample"/> is a file that breaks the rule.</summary>
public sealed record SourceRule(string Name, SourceFile Sample, Func<SourceFile, string?> Complaint);

public static partial class SourceRules
{
    private const int LargestSource = 300;
    private const int LargestTest = 400;
    private const int LargestProgram = 25;
    private const int LargestFile = 1_000_000;

    /// <summary>Chinese that is no sentence for people but part of the code, by file or folder, and why.</summary>
    public static IReadOnlyDictionary<string, string> ChineseInCode { get; } =
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["src/Bot/Understanding/"] = "words that are recognised in what people type",
            ["src/Core/Calendars/ChinaTime.cs"] = "names of weekdays, as every date is written",
            ["src/Core/Calendars/Expressions/"] = "the grammar of dates as people type them",
            ["src/Core/Consultations/Queries/RecordFinder.cs"] = "how people call a record when they give its number",
            ["src/Core/Directory/Gazetteer.cs"] = "words that stand before a unit's name in what people type",
            ["src/Core/Documents/Typography.cs"] = "patterns of what an office writes by hand, to be set right",
            ["src/Core/Search/WrittenNumber.cs"] = "how people call a record when they search for its number",
            ["src/Core/Forms/SensitiveText.cs"] = "marks of classified papers, to be recognised",
        };

    /// <summary>The parts of Core that open transactions; everybody else works inside one.</summary>
    private static readonly string[] Storage = ["src/Core/Persistence/", "src/Core/UseCases/", "src/Core/Messaging/", "src/Core/Deadlines/"];

    public static IReadOnlyList<SourceRule> All { get; } =
    [
        new("A source file has at most 300 lines", Code("src/Core/Long.cs", Lines(LargestSource + 1)), file => TooLong(file, "src/", LargestSource)),
        new(
            "A test file has at most 400 lines",
            Code("tests/Core.Tests/Long.cs", Lines(LargestTest + 1)),
            file => TooLong(file, "tests/", LargestTest)
        ),
        new(
            "Program.cs has at most 25 lines",
            Code("src/Bot/Program.cs", Lines(LargestProgram + 1)),
            file =>
                file.IsUnder("src/") && file.Path.EndsWith("/Program.cs", StringComparison.Ordinal) && file.Lines > LargestProgram
                    ? $"{file.Lines} lines"
                    : null
        ),
        // The words are cut in two so that this file keeps its own rules.
        new("No unfinished work", Code("src/Core/Later.cs", "// TO" + "DO: later"), file => Found(file, UnfinishedWork())),
        new("Tests are skipped at run time only", Code("tests/A.Tests/A.cs", "[Fact(Skip" + " = \"slow\")]"), file => Found(file, SkippedForGood())),
        new("Names say what a class does", Code("src/Core/OrderManager.cs", "class Order" + "Manager"), file => Found(file, VagueName())),
        new(
            "No launch settings",
            new("src/Bot/Properties/launchSettings.json", 2, "{}"),
            file => file.Path.EndsWith("/launchSettings.json", StringComparison.Ordinal) ? "prints on standard output and overrides addresses" : null
        ),
        new("No file over 1 MB", new("docs/picture.png", LargestFile + 1, ""), file => file.Bytes > LargestFile ? $"{file.Bytes} bytes" : null),
        new("What people read stands in Texts.resx", Code("src/Core/Say.cs", "Say(\"请补充说明\"); // 说明"), ChineseText),
    ];

    private static string? TooLong(SourceFile file, string folder, int limit) =>
        file.IsCode && !file.IsGenerated && file.IsUnder(folder) && file.Lines > limit ? $"{file.Lines} lines" : null;

    private static string? Found(SourceFile file, Regex pattern) =>
        file.IsCode && pattern.Match(file.Text) is { Success: true } match ? match.Value : null;

    private static string? ChineseText(SourceFile file)
    {
        if (!file.IsCode || file.IsGenerated || !file.IsUnder("src/") || ChineseInCode.Keys.Any(file.IsUnder))
        {
            return null;
        }

        return ChineseString(file);
    }

    /// <summary>The first string with Chinese in it.</summary>
    public static string? ChineseString(SourceFile file) =>
        Tokens().Matches(file.Text).FirstOrDefault(token => token.Groups["text"].Success && Chinese().IsMatch(token.Value))?.Value;

    private static SourceFile Code(string path, string text) => new(path, text.Length, text);

    private static string Lines(int count) => new('\n', count);

    [GeneratedRegex("TO" + "DO|FIX" + "ME|NotImplemented" + "Exception")]
    private static partial Regex UnfinishedWork();

    [GeneratedRegex(@"\b(SaveChanges|BeginTransaction|CommitTransaction)(Async)?\(")]
    private static partial Regex SaveOrCommit();

    [GeneratedRegex(@"\bSkip\s*=(?!=)")]
    private static partial Regex SkippedForGood();

    [GeneratedRegex(@"\b(class|record|struct|interface)\s+\w+(Service|Manager|Helper|Util|Utils|Utility)s?\b(?<!IServiceCollection)")]
    private static partial Regex VagueName();

    /// <summary>Comments, and what stands between quotes: raw, verbatim, interpolated and plain strings, characters.</summary>
    [GeneratedRegex(
        """//.*|/\*[\s\S]*?\*/|(?<text>("{3,})[\s\S]*?\1|@\$?"(?:""|[^"])*"|\$@"(?:""|[^"])*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+')"""
    )]
    private static partial Regex Tokens();

    /// <summary>Two in a row: a single character is a mark to look for, not something to read.</summary>
    [GeneratedRegex(@"[\u3400-\u9fff]{2}")]
    private static partial Regex Chinese();
}
