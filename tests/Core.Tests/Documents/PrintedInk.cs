using System.Globalization;
using System.Text;

namespace SupervisionBot.Core.Tests.Documents;

/// <summary>A line drawn across a page, in millimetres from its left and upper edge.</summary>
internal sealed record PrintedRule(double Left, double Right, double Top, double Thickness);

/// <summary>A page as a picture (PPM, 8 bits a colour): where there is red, and which lines run across it.</summary>
internal sealed class PrintedInk(int width, int height, ReadOnlyMemory<byte> colours)
{
    public const int DotsPerInch = 600;
    private const double Dot = 25.4 / DotsPerInch;

    // Shorter is a stroke of a character.
    private const double ShortestRule = 100;

    /// <summary>The upper edge of the first red ink.</summary>
    public double RedTop => Dot * Enumerable.Range(0, height).First(y => Enumerable.Range(0, width).Any(x => IsRed(x, y)));

    /// <summary>Lines across the page from top to bottom, of any colour.</summary>
    public IReadOnlyList<PrintedRule> Rules()
    {
        var rules = new List<PrintedRule>();
        for (var y = 0; y < height; y++)
        {
            if (Longest(y) is not { } run)
            {
                continue;
            }

            var top = y;
            while (y + 1 < height && Longest(y + 1) is not null)
            {
                y++;
            }

            rules.Add(new PrintedRule(run.Start * Dot, run.End * Dot, top * Dot, (y - top + 1) * Dot));
        }

        return rules;
    }

    public static PrintedInk Read(byte[] file)
    {
        var head = Encoding.ASCII.GetString(file, 0, 32).Split((char[]?)null, 5, StringSplitOptions.RemoveEmptyEntries);
        var (width, height) = (int.Parse(head[1], CultureInfo.InvariantCulture), int.Parse(head[2], CultureInfo.InvariantCulture));
        return new PrintedInk(width, height, file.AsMemory(file.Length - 3 * width * height));
    }

    private (int Start, int End)? Longest(int y)
    {
        var (best, start) = ((Start: 0, End: 0), -1);
        for (var x = 0; x <= width; x++)
        {
            if (x < width && IsInk(x, y))
            {
                start = start < 0 ? x : start;
            }
            else if (start >= 0)
            {
                best = x - start > best.End - best.Start ? (start, x) : best;
                start = -1;
            }
        }

        return (best.End - best.Start) * Dot >= ShortestRule ? best : null;
    }

    private bool IsRed(int x, int y) => At(x, y) is (> 128, < 128, < 128);

    private bool IsInk(int x, int y) => At(x, y) is (_, < 128, < 128);

    private (byte Red, byte Green, byte Blue) At(int x, int y)
    {
        var place = 3 * (y * width + x);
        var span = colours.Span;
        return (span[place], span[place + 1], span[place + 2]);
    }
}
