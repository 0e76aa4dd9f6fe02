using System.Text.RegularExpressions;

namespace SupervisionBot.Bot.Understanding;

/// <summary>Recognises that somebody reports a signature given on paper: 王书记在纸上签了.</summary>
internal static partial class PaperSignature
{
    private const int Longest = 60;

    public static bool IsMeant(string text) => text.Length <= Longest && Signed().IsMatch(text) && !Denial().IsMatch(text);

    /// <summary>Whether the sentence names that person: by full name, or by surname and post.</summary>
    public static bool Names(string text, string fullName) =>
        text.Contains(fullName, StringComparison.Ordinal)
        || (fullName.Length > 1 && Titled().Match(text) is { Success: true } titled && titled.Groups["surname"].ValueSpan[0] == fullName[0]);

    [GeneratedRegex(
        "(纸上|纸质稿上?|纸质|纸稿上?|文稿上|稿子上|手写|当面).{0,6}签(了|字|发|过|好)|签(了|过|好)?(字|名).{0,4}(在|到)?(纸上|纸质|稿子上|文稿上)|签(了|好)字|已经?签字",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Signed();

    [GeneratedRegex("(没|未|不|别|还没).{0,3}签|签(了吗|字吗|了没|字没|没签)|[？?]", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Denial();

    [GeneratedRegex(@"(?<surname>\p{Lo})(书记|组长|局长|主任|市长|县长|领导|主席|部长|同志)", RegexOptions.ExplicitCapture, 100)]
    private static partial Regex Titled();
}
