using System.Text.RegularExpressions;

namespace SupervisionBot.Bot.Understanding;

/// <summary>同意, 好，报吧, 就这样: the whole of what was said is that it may go.</summary>
internal static partial class Assent
{
    private const int Longest = 20;

    /// <summary>Assent of any strength: enough for a draft of one's own.</summary>
    public static bool IsMeant(string text) => text.Length <= Longest && Whole().IsMatch(text);

    /// <summary>Assent that is more than a polite 好的, which may only say that it was read.</summary>
    public static bool Decides(string text) => IsMeant(text) && Strong().IsMatch(text);

    /// <summary>发给王主任, 报领导审签: it may go to whoever has to release it.</summary>
    public static bool SendsToLeader(string text) => text.Length <= Longest && ToLeader().IsMatch(text);

    [GeneratedRegex(
        "^(好(的|吧|嘞|啊|呀)?|对|是的|同意(报送|上报|报|发|派出?)?(了|吧|的)?|可以(的|了|吧|报送|上报|派出|[报发派送])?(了|吧)?|行(的|了|吧|啊)?|没问题|就这样(吧|了|[报发派办]吧?)?"
            + "|(那就|那|就)?[报发派送](吧|出|出去|出吧|上去|上去吧|送|送吧|了吧)?|确认(报送|派出|无误)?|(?i:ok))"
            + "([，,、。；;！! ]*(同意(报送|上报)?|可以|行|好的?|没问题|就这样|(那就|就)?[报发派送](吧|出|出吧|上去吧|送吧)?|请?(尽快|抓紧)(办|办理|报|处理)?|辛苦了?|谢谢))*"
            + "[。.！!~～ ]*$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Whole();

    [GeneratedRegex("同意|可以|行|没问题|就这样|[报发派送]|确认|(?i:ok)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Strong();

    [GeneratedRegex(
        "^(好的?|行|可以|嗯)?[，, ]*(那就|那|就|请|直接)?[报发送交](给|送|到)?.{0,6}(主任|书记|镇长|乡长|局长|主席|领导|同志)(审签|签|审|看看?|审阅)?(一下)?(吧|了)?[。.！!~～ ]*$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ToLeader();
}
