using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit;

namespace SupervisionBot.Testing;

/// <summary>
/// Compares a text with the approved one in <c>Golden/</c> beside the test. What differs from run to run (line ends, ids) is evened out first. On a difference the
/// text is written beside the approved file as <c>NAME.received.EXT</c>; with <c>SUPERVISIONBOT_ACCEPT_GOLDEN=1</c> it becomes the approved one.
/// </summary>
public static partial class Golden
{
    private const string Accept = "SUPERVISIONBOT_ACCEPT_GOLDEN";

    /// <summary>True when approved texts are to be overwritten instead of compared.</summary>
    public static bool Accepts => Environment.GetEnvironmentVariable(Accept) == "1";

    /// <summary>Fails the test unless <paramref name="actual"/> is the approved text.</summary>
    /// <param name="actual">The text to compare.</param>
    /// <param name="name">File name with extension; one per approved text.</param>
    /// <param name="testFile">Left to the compiler: where the calling test stands.</param>
    public static void Matches(string actual, string name, [CallerFilePath] string testFile = "")
    {
        var folder = Path.Combine(Path.GetDirectoryName(testFile)!, "Golden");
        var approved = Path.Combine(folder, name);
        var received = Path.ChangeExtension(approved, $".received{Path.GetExtension(name)}");
        var text = Normalise(actual);
        if (Accepts)
        {
            System.IO.Directory.CreateDirectory(folder);
            File.WriteAllText(approved, text);
        }

        var expected = File.Exists(approved) ? Normalise(File.ReadAllText(approved)) : null;
        if (expected == text)
        {
            File.Delete(received);
            return;
        }

        System.IO.Directory.CreateDirectory(folder);
        File.WriteAllText(received, text);
        Assert.True(expected is not null, $"There is no approved {approved}. Look at {received}, then run again with {Accept}=1.");
        Assert.Equal(expected, text);
    }

    /// <summary>Line feeds only, one at the end; each id becomes its number of appearance.</summary>
    internal static string Normalise(string text)
    {
        var ids = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var numbered = Ids()
            .Replace(
                text.ReplaceLineEndings("\n"),
                match =>
                {
                    ids.TryAdd(
                        match.Value.Replace("-", "", StringComparison.Ordinal),
                        string.Create(CultureInfo.InvariantCulture, $"id-{ids.Count + 1}")
                    );
                    return ids[match.Value.Replace("-", "", StringComparison.Ordinal)];
                }
            );
        return numbered.TrimEnd('\n') + "\n";
    }

    [GeneratedRegex(@"\b(?:[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|[0-9a-f]{32})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Ids();
}
