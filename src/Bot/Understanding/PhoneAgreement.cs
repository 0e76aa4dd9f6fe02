using System.Text.RegularExpressions;

namespace SupervisionBot.Bot.Understanding;

/// <summary>Recognises that somebody reports a leader's agreement given by telephone or word of mouth.</summary>
internal static partial class PhoneAgreement
{
    private const int Longest = 60;

    public static bool IsMeant(string text) => text.Length <= Longest && Agreement().IsMatch(text) && !Denial().IsMatch(text);

    [GeneratedRegex(
        "(电话|口头|微信|当面).{0,8}(同意|点头|说行|认可)|(主任|书记|镇长|乡长|局长|领导|主席).{0,12}(同意了|已同意|点头了)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Agreement();

    [GeneratedRegex("不同意|没同意|未同意|同意吗|同意没|同意了吗", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Denial();
}
