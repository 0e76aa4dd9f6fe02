namespace SupervisionBot.Core.Calendars.Expressions;

/// <summary>Whole numbers as staff type them: 12, １２, 十二, 二十, 两, 一百二十, 二〇二七.</summary>
public static class ChineseNumber
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>Reads the number at the start of <paramref name="text"/>.</summary>
    /// <param name="text">The text, number first.</param>
    /// <param name="value">The number; -1 when it has more digits than any number of the work, or is only about that much (两三, 十五六).</param>
    /// <returns>How many characters belong to the number; 0 if there is none.</returns>
    public static int Read(ReadOnlySpan<char> text, out int value)
    {
        var length = ReadArabic(text, out value);
        return length > 0 ? length : ReadChinese(text, out value);
    }

    private static int ReadArabic(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        var length = 0;
        for (; length < text.Length && ArabicDigit(text[length]) is var digit and >= 0; length++)
        {
            value = value is < 0 or >= 100_000 ? -1 : (value * 10) + digit;
        }

        return length;
    }

    private static int ReadChinese(ReadOnlySpan<char> text, out int value)
    {
        // 十 and 百 close what stands before them; a row of four digits (二〇二七) is read like 2027.
        var (total, pending, row, length) = (0, 0, 0, 0);
        var unsure = false;
        for (; length < text.Length; length++)
        {
            var multiplier = text[length] switch
            {
                '十' => 10,
                '百' => 100,
                _ => 0,
            };
            if (multiplier == 0)
            {
                var digit = ChineseDigit(text[length]);
                if (digit < 0)
                {
                    break;
                }

                unsure |= row >= 4 || (row == 1 && pending > 0 && digit > 0 && total > 0);
                pending = unsure ? 0 : (pending * 10) + digit;
                row += row == 1 && pending == digit ? 0 : 1;
                continue;
            }

            unsure |= row > 1 || total >= 1000;
            total = unsure ? 0 : total + ((row == 0 ? 1 : pending) * multiplier);
            (pending, row) = (0, 0);
        }

        // 两三 and 十五六 are about so many; a year has four digits.
        value = unsure || row is 2 or 3 ? -1 : total + pending;
        return length;
    }

    private static int ArabicDigit(char c) =>
        c switch
        {
            >= '0' and <= '9' => c - '0',
            >= '０' and <= '９' => c - '０',
            _ => -1,
        };

    private static int ChineseDigit(char c) =>
        c switch
        {
            '两' => 2,
            '〇' => 0,
            _ => Digits.IndexOf(c, StringComparison.Ordinal),
        };
}
