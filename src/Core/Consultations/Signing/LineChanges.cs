namespace SupervisionBot.Core.Consultations.Signing;

public enum LineChangeKind
{
    Same,
    Removed,
    Added,
}

/// <summary>One line of a comparison, without its line feed.</summary>
public sealed record LineChange(LineChangeKind Kind, string Text);

/// <summary>
/// What changed between two texts, by their longest common run of lines: the kept lines in order, and between them what went before what came.
/// </summary>
public static class LineChanges
{
    // Beyond this many pairs the table would cost more than the comparison is worth: what differs is then shown as replaced as a whole.
    private const int MostPairs = 4_000_000;

    public static IReadOnlyList<LineChange> Between(string before, string after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var (old, now) = (before.TrimEnd('\n').Split('\n'), after.TrimEnd('\n').Split('\n'));
        var head = CommonPrefix(old, now);
        var tail = CommonPrefix([.. old[head..].Reverse()], [.. now[head..].Reverse()]);
        var (oldMiddle, nowMiddle) = (old[head..^tail], now[head..^tail]);
        return
        [
            .. old[..head].Select(Same),
            .. (long)oldMiddle.Length * nowMiddle.Length <= MostPairs ? Middle(oldMiddle, nowMiddle) : Replaced(oldMiddle, nowMiddle),
            .. old[^tail..].Select(Same),
        ];
    }

    private static IEnumerable<LineChange> Middle(string[] old, string[] now)
    {
        var common = Lengths(old, now);
        var (i, j) = (0, 0);
        while (i < old.Length || j < now.Length)
        {
            if (i < old.Length && j < now.Length && string.Equals(old[i], now[j], StringComparison.Ordinal))
            {
                yield return Same(old[i]);
                (i, j) = (i + 1, j + 1);
            }
            else if (i < old.Length && (j == now.Length || common[i + 1, j] >= common[i, j + 1]))
            {
                yield return new LineChange(LineChangeKind.Removed, old[i++]);
            }
            else
            {
                yield return new LineChange(LineChangeKind.Added, now[j++]);
            }
        }
    }

    /// <summary>Length of the longest common run of what remains from each pair of places on.</summary>
    private static int[,] Lengths(string[] old, string[] now)
    {
        var lengths = new int[old.Length + 1, now.Length + 1];
        for (var i = old.Length - 1; i >= 0; i--)
        {
            for (var j = now.Length - 1; j >= 0; j--)
            {
                lengths[i, j] = string.Equals(old[i], now[j], StringComparison.Ordinal)
                    ? lengths[i + 1, j + 1] + 1
                    : Math.Max(lengths[i + 1, j], lengths[i, j + 1]);
            }
        }

        return lengths;
    }

    private static IEnumerable<LineChange> Replaced(string[] old, string[] now) =>
        old.Select(line => new LineChange(LineChangeKind.Removed, line)).Concat(now.Select(line => new LineChange(LineChangeKind.Added, line)));

    private static LineChange Same(string line) => new(LineChangeKind.Same, line);

    private static int CommonPrefix(string[] one, string[] other) =>
        one.Zip(other).TakeWhile(pair => string.Equals(pair.First, pair.Second, StringComparison.Ordinal)).Count();
}
