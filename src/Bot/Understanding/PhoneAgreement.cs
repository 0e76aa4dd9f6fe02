using System.Text.RegularExpressions;

namespace SupervisionBot.Bot.Understanding;

/// <summary>Recognises that somebody reports a leader's agreement given by telephone or word of mouth.</summary>
internal static partial class PhoneAgreement
{
    private const int Longest = 60;

    public static bool IsMeant(string text) => text.Length <= Longest && Agreement().IsMatch(text) && !Denial().IsMatch(text);

    [GeneratedRegex(
        "(电话|口头|微信|当面).{0,8}(同意|点头|(说|讲)(行|可以|中|没问题)|认可|让报)|(主任|书记|镇长|乡长|局长|领导|主席).{0,12}(同意了|已同意|点头了)|(主任|书记|镇长|乡长|局长|领导|主席).{0,6}(说|讲)(行|可以|中|没问题|让报|先报)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Agreement();

    // Whoever waits for it, sets it as a condition, or could not reach anybody has no agreement yet.
    [GeneratedRegex(
        "不同意|同不同意|没(有)?(同意|点头|表态|说|接|打通)|未|同意(吗|没|了吗|了没)|[？?]|等.{0,10}(同意|点头|回来|回复|答复|通知|再|才)|要是|如果|只要|除非|是否|还没|打不通|改改|(同意|点头)了?(才|再|之?前|以前)|能不能|可不可以",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Denial();
}
