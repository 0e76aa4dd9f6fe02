namespace SupervisionBot.Core.Calendars.Expressions;

/// <summary>A place in the text being read. Every Take moves on only if it succeeds.</summary>
internal ref struct Cursor(ReadOnlySpan<char> text, int position)
{
    private readonly ReadOnlySpan<char> text = text;

    public int Position { get; set; } = position;

    public readonly ReadOnlySpan<char> Rest => text[Position..];

    public readonly ReadOnlySpan<char> Before => text[..Position];

    /// <summary>Whether the number that was taken from <paramref name="start"/> on was typed in digits.</summary>
    public readonly bool IsArabicFrom(int start) => char.IsDigit(text[start]);

    public bool Take(ReadOnlySpan<char> word)
    {
        if (!Rest.StartsWith(word, StringComparison.Ordinal))
        {
            return false;
        }

        Position += word.Length;
        return true;
    }

    /// <summary>Takes the first of the words that stands here; longer ones must come before their beginnings.</summary>
    public bool TakeAny(params ReadOnlySpan<string> words) => TakeIndex(words) >= 0;

    /// <summary>As <see cref="TakeAny"/>; which of the words it was, or -1.</summary>
    public int TakeIndex(params ReadOnlySpan<string> words)
    {
        for (var index = 0; index < words.Length; index++)
        {
            if (Take(words[index]))
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>Takes a whole number in digits or Chinese numerals; the value is -1 when it is too large to mean anything here.</summary>
    public bool TakeNumber(out int value)
    {
        var length = ChineseNumber.Read(Rest, out value);
        Position += length;
        return length > 0;
    }

    /// <summary>Takes a number and the word behind it, or nothing.</summary>
    public bool TakeNumbered(out int value, params ReadOnlySpan<string> units)
    {
        var start = Position;
        if (TakeNumber(out value) && TakeAny(units))
        {
            return true;
        }

        Position = start;
        return false;
    }
}
