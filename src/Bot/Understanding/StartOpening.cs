using System.Text.RegularExpressions;

namespace SupervisionBot.Bot.Understanding;

/// <summary>我想再报个会商: the wish without its matter.</summary>
internal static partial class StartOpening
{
    public static bool IsAll(string text) => Opening().IsMatch(text);

    [GeneratedRegex(
        "^(我们?|请|麻烦)?(要|想|想要|需要)?(再)?(报|发起|提|提请|开|申请|召开)(一)?(个|次|件|下)?(执法)?(会商|联席会|会)(申请)?[。.！!吧]*$",
        RegexOptions.ExplicitCapture,
        250
    )]
    private static partial Regex Opening();
}
