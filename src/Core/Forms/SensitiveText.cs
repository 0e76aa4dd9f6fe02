using System.Text.RegularExpressions;

namespace SupervisionBot.Core.Forms;

/// <summary>
/// Recognises what must not stand in a chat (domain section 0, 9): text marked as a state secret is refused; numbers of identity cards and bank cards
/// are pointed out before anything is sent.
/// </summary>
public static partial class SensitiveText
{
    private static readonly int[] IdentityWeights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>The refusal sentence when a text carries a secrecy mark; null otherwise.</summary>
    public static string? SecrecyRefusal(string text)
    {
        var mark = SecrecyMark().Match(text);
        return mark.Success ? Texts.SecretMarked.With(mark.Groups["mark"].Value) : null;
    }

    /// <summary>The sentence that points out a number of an identity card (GB 11643 check digit) or bank card (Luhn); null when there is none.</summary>
    public static string? NumberWarning(string text)
    {
        foreach (Match match in LongNumber().Matches(text))
        {
            var digits = match.Value;
            if (digits.Length == 18 && IsIdentity(digits))
            {
                return Texts.SensitiveNumber.With(Texts.Identity, digits[..4]);
            }

            if (digits.Length is >= 16 and <= 19 && digits.All(char.IsAsciiDigit) && IsBankCard(digits))
            {
                return Texts.SensitiveNumber.With(Texts.BankCard, digits[..4]);
            }
        }

        return null;
    }

    private static bool IsIdentity(string number)
    {
        var sum = 0;
        for (var i = 0; i < 17; i++)
        {
            if (!char.IsAsciiDigit(number[i]))
            {
                return false;
            }

            sum += (number[i] - '0') * IdentityWeights[i];
        }

        return "10X98765432"[sum % 11] == char.ToUpperInvariant(number[17]);
    }

    private static bool IsBankCard(string number)
    {
        var sum = 0;
        for (var i = 0; i < number.Length; i++)
        {
            var digit = number[number.Length - 1 - i] - '0';
            var doubled = i % 2 == 1 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }

        return sum % 10 == 0;
    }

    // A mark stands by itself or before the star of GB/T 9704 (机密★1年); “保守秘密” in running text is no mark.
    [GeneratedRegex(
        @"(^|[\s【\[（(：:，,。;；])(?<mark>秘密|机密|绝密)($|[\s】\]）)★☆，,。:：;；])|(?<mark>秘密|机密|绝密)[★☆]",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex SecrecyMark();

    [GeneratedRegex(@"[0-9]{16,19}[Xx]?|[0-9]{17}[Xx]", RegexOptions.NonBacktracking)]
    private static partial Regex LongNumber();
}
