using System.Globalization;

namespace SupervisionBot.Core;

/// <summary>Fills the numbered places of a sentence from a <c>Texts.resx</c>; the same result on every machine.</summary>
public static class TextFormat
{
    public static string With(this string sentence, params ReadOnlySpan<object?> values) =>
        string.Format(CultureInfo.InvariantCulture, sentence, values);
}
