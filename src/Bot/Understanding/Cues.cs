using System.Globalization;
using SupervisionBot.Core.Directory;

namespace SupervisionBot.Bot.Understanding;

/// <summary>
/// Weighted cues from a text file: which words and features speak for which answer, and how strongly. The head of <c>cues.txt</c> explains the form.
/// </summary>
internal sealed class Cues
{
    // Written around the text, so that ^a, a$ and =a are phrases like any other.
    private const char TextStart = '\u0002';
    private const char TextEnd = '\u0003';

    private readonly Dictionary<string, int> signals = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(int Signal, int Feature)> definitions = [];
    private readonly List<(int Answer, int Weight, (int Signal, bool Wanted)[] Parts)> weights = [];
    private readonly PhraseIndex<int> phrases;
    private readonly string[] answers;

    private Cues(TextReader file, string[] answers)
    {
        this.answers = answers;
        var section = "";
        while (file.ReadLine() is { } line)
        {
            if (line.Length == 0 || line.StartsWith("# ", StringComparison.Ordinal) || line == "#")
            {
                continue;
            }

            if (line[0] == '[')
            {
                section = line.Trim('[', ']');
            }
            else if (section.StartsWith('@'))
            {
                definitions.AddRange(Words(line).Select(word => (Signal(word), Signal(section))));
            }
            else
            {
                AddWeights(section, line);
            }
        }

        phrases = new(signals.Where(signal => signal.Key[0] != '@').Select(signal => (signal.Key, signal.Value)));
    }

    /// <summary>The cues shipped with the program in <paramref name="file"/>.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="answers">The names of its sections.</param>
    /// <exception cref="FormatException">The file speaks of another answer, or says something that is no cue.</exception>
    public static Cues Load(string file, string[] answers)
    {
        using var stream =
            typeof(Cues).Assembly.GetManifestResourceStream($"SupervisionBot.Bot.Understanding.{file}")
            ?? throw new InvalidOperationException($"{file} is missing from the program.");
        using var reader = new StreamReader(stream);
        return new Cues(reader, answers);
    }

    /// <summary>Points for every answer, in the order in which the answers were given.</summary>
    /// <param name="text">The sentence, trimmed.</param>
    /// <param name="features">Names of the features that grammars found in it.</param>
    public int[] Score(string text, IEnumerable<string> features)
    {
        Span<bool> present = stackalloc bool[signals.Count];
        foreach (var match in phrases.FindAll($"{TextStart}{text}{TextEnd}"))
        {
            present[match.Value] = true;
        }

        foreach (var feature in features)
        {
            if (signals.TryGetValue(feature, out var signal))
            {
                present[signal] = true;
            }
        }

        foreach (var (signal, feature) in definitions)
        {
            present[feature] |= present[signal];
        }

        var scores = new int[answers.Length];
        foreach (var (answer, weight, parts) in weights)
        {
            var holds = true;
            foreach (var (signal, wanted) in parts)
            {
                holds &= present[signal] == wanted;
            }

            scores[answer] += holds ? weight : 0;
        }

        return scores;
    }

    private static string[] Words(string line) => line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private void AddWeights(string section, string line)
    {
        var answer = Array.IndexOf(answers, section);
        if (answer < 0)
        {
            throw new FormatException($"{section} is no answer.");
        }

        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var weight = int.Parse(line.AsSpan(0, colon), CultureInfo.InvariantCulture);
        weights.AddRange(Words(line[(colon + 1)..]).Select(cue => (answer, weight, cue.Split('&').Select(Part).ToArray())));
    }

    private (int Signal, bool Wanted) Part(string word) => (Signal(word.TrimStart('!')), word[0] != '!');

    private int Signal(string word)
    {
        var phrase = word switch
        {
            ['=', _, ..] => $"{TextStart}{word[1..]}{TextEnd}",
            ['^', _, ..] => $"{TextStart}{word[1..]}",
            [_, .., '$'] => $"{word[..^1]}{TextEnd}",
            _ => word,
        };
        signals.TryAdd(phrase, signals.Count);
        return signals[phrase];
    }
}
