using System.Text.RegularExpressions;

namespace SupervisionBot.Bot.Understanding;

/// <summary>What a department or township says about an order that is with it.</summary>
internal enum OrderSpeech
{
    /// <summary>Nothing of the kind, or a question.</summary>
    None,
    Accept,
    HandBack,

    /// <summary>还缺材料.</summary>
    AskMaterial,

    /// <summary>改约: who comes, or when, after it was accepted.</summary>
    Rearrange,

    /// <summary>More time is wanted.</summary>
    AskExtension,

    /// <summary>Done, or answered.</summary>
    Complete,
    Progress,
    Rate,
}

/// <summary>Reads free sentences about orders: 可以，安排老李去，明天上午九点到 · 不归我们管，应该是水务局的事 · 去了，查了3家，1家责令改正.</summary>
internal static partial class OrderSentence
{
    private const int Timeout = 250;

    /// <summary>What the sentence does; the more careful reading where two are possible.</summary>
    public static OrderSpeech Read(string text) =>
        Asks().IsMatch(text) ? OrderSpeech.None
        : WantsTime().IsMatch(text) ? OrderSpeech.AskExtension
        : Declines().IsMatch(Own().Replace(text, "")) && !Took().IsMatch(text) ? OrderSpeech.HandBack
        : Lacks().IsMatch(text) ? OrderSpeech.AskMaterial
        : Rearranges().IsMatch(text) && !Finished().IsMatch(text) ? OrderSpeech.Rearrange
        : Agrees().IsMatch(text) && !Finished().IsMatch(text) ? OrderSpeech.Accept
        : UnderWay().IsMatch(text) && !Finished().IsMatch(text) ? OrderSpeech.Progress
        : Finished().IsMatch(text) ? OrderSpeech.Complete
        : Accepts().IsMatch(text) ? OrderSpeech.Accept
        : OrderSpeech.None;

    /// <summary>True unless it asks, is nothing but a number, or speaks of a consultation, a paper or a task.</summary>
    public static bool MayAnswer(string text) => !Asks().IsMatch(text) && !OfOthers().IsMatch(text) && LeadingNumber().Replace(text, "").Length > 1;

    /// <summary>正在请示局长，还没定: neither yes nor no.</summary>
    public static bool Hesitates(string text) => Undecided().IsMatch(text);

    /// <summary>Whether what stands before a unit asks it for something: 想请, 麻烦.</summary>
    public static bool AsksBefore(string before) => Asking().IsMatch(before);

    /// <summary>31号单, 协助31号, XZ-2026-0031.</summary>
    public static bool NamesOrder(string text) => Named().IsMatch(text);

    /// <summary>原件已交, 红线图原件今天下午给你们送去.</summary>
    public static bool IsHandedOver(string text) => Paper().IsMatch(text);

    /// <summary>收到, 好的: consent without a word of what to.</summary>
    public static bool IsBareConsent(string text) => Consent().IsMatch(text);

    /// <summary>先接单: who and when come later.</summary>
    public static bool IsJustAccepted(string text) => Just().IsMatch(text);

    /// <summary>What is reported, without the number that it starts with.</summary>
    public static string WordsOf(string text)
    {
        var words = LeadingNumber().Replace(text, "").TrimStart('，', ',', '：', ':', '；', ';', ' ', '。');
        return words.Length == 0 ? text : words;
    }

    /// <summary>What is said beside the rating itself: 基本满意，就是来得晚了点 → 就是来得晚了点; null where nothing is.</summary>
    public static string? BesideRating(string text)
    {
        var words = string.Join('，', Clauses.Of(WordsOf(text)).Where(clause => !OnlyRating().IsMatch(clause)));
        return words.Length == 0 ? null : words;
    }

    [GeneratedRegex(
        "[？?]|吗$|么$|呢$|没$|没有$|了没|怎么|咋|如何|到哪|什么时候|多久|谁在|谁接|催|哪些|几件|几个单|多少|查一下进度|进度$|撤回|取消|帮我|几(天|号|点)|到期|哪天|(是|在|归|由|算).{1,12}还是|能不能|是不是|行不行|可不可以|请问|不知道归谁",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Asks();

    [GeneratedRegex("单|协助|协单|XZ[ -]?[0-9]", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Named();

    [GeneratedRegex(
        "会商|纪要|议定|任务|议题|会签|签发|审签|报送|(的|这个|那个|个)会(我|议|上|，|,|$)|会议|请(个)?假|参加不了|参会|(HS|HY|RW|JY)[ -]?[0-9]",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex OfOthers();

    [GeneratedRegex(
        "退单|退回这|不接|接不了|不归我|不属于我|不属于本|不是我(们|局)的?(职|事|管|权|范围)|不该我|轮不到我|与我(们|局)无关|没有?这(项|个)(职|权)|没有执法权|改派|转派|(转|交)(给|由|到).{1,8}(局|办|队)|转办|(我(们|局).{0,4}|本局)不管|(得|该)找.{2,8}$|单?重复|得(由|归|是|让)?.{2,6}(办|管)|(应该|应当|应|该)(由|是|归|让)?.{1,10}(的事|管|办|负责|处理|牵头)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Declines();

    [GeneratedRegex(
        "(材料|照片|资料|附件|文件|图).{0,4}(没有?|未)(收到|看到|见到|附|传|发)|材料不(全|齐|够)|缺(少)?(材料|照片|资料|手续|位置|图|笔录)|还(缺|差|少|需要).{0,12}(材料|照片|资料|图|笔录|信息|位置|清单)|请(先)?补(充|齐|一下)|补(个|一份|一下|充).{0,10}(材料|照片|资料|图)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Lacks();

    [GeneratedRegex(
        "办结|办接|办完|办好|办妥|完成|完毕|已(经)?(于|到|去|出|查|测|检|送|清|勘|提供|回复|答复|处理|解决|拆|派|交|核|认定|责令|立案|移交|反馈|培训|讲|整改)|整改(到位|完)|(去|到|查|看|测|检查|处理|处置|清理|解决|送|交|拆|核实|核查|讲|培训)了|责令改正|出动|出具了?|结果(是|：|:|如下)|反馈|结论(是|：)|认定(为|意见)|鉴定(为|意见|结果)|属于|不属于|规划上|原件|请查收",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Finished();

    [GeneratedRegex(
        "(^|[^整])改(到|成|在|约|期|由|派人|时间|个时间)|换(成|人|由|个人)|换.{1,10}(去|来|到|带队)|另(派|约)|(推迟|提前)(到|一|两|1|2)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Rearranges();

    [GeneratedRegex(
        "正在|预计|还没|尚未|还差|还剩|争取|计划|约了|准备|(明|后)天(去|到|再)|下周(去|再)|进展|推进|已(经)?(联系|对接|安排|约)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex UnderWay();

    [GeneratedRegex(
        "接单|接担|接了|我们接|我局接|签收|(?<![没未有接])收到|^(可以|好的?|行|没问题|同意|能去|能办|好嘞|ok)|能办，|正在安排|(安排|派|让|由|交给|转给).{1,24}(去|到|来|过去|前往|办|负责|对接)|(点|号|天|午|周.|日)(准时)?(到(?!期|底|现在|哪|谁|什么|账)|去|过去|来)",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        Timeout
    )]
    private static partial Regex Accepts();

    [GeneratedRegex("(请|麻烦|邀|求|烦|劳驾)(一下)?$", RegexOptions.ExplicitCapture, Timeout)]
    private static partial Regex Asking();

    [GeneratedRegex(
        "(请示|研究|商量|考虑|汇报)(一下)?.{0,8}(局长|领导|再|还没|$|，)|没(有)?定|未定|等.{1,10}(回来|通知|答复|定了|再)|(再|回头)(说|看|定|答复)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Undecided();

    [GeneratedRegex(
        "(申请|想|要|请|需要|再)(给)?.{0,6}(延期|宽限|延长|推迟|缓)|^.{0,12}(延期|延长)(到|至|[0-9一二三四五六七八九十])|(宽限|缓|延)(几|两|一|三|[0-9]+)(个)?(天|日|周|工作日)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex WantsTime();

    // 转给我们二中队, 应该能办, 该我们管: their own arrangement, not another's work. 应该我们管不了 is.
    [GeneratedRegex(
        "(转|交)(给|由|到)?(我们|我局|本局|局里).{0,8}(办|队)|应该能|该(由|归)?(我们|我局|本局)(来)?管(?!不)",
        RegexOptions.ExplicitCapture,
        Timeout
    )]
    private static partial Regex Own();

    [GeneratedRegex(
        "^([0-9]{1,4}号?单?[，, ]*)?(可以|好的?[，,]|行[，,]|没问题|同意|能去|能办|接单|接了|收到[，,])",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Agrees();

    [GeneratedRegex("[，,。](我们|我局)?(接了|接单)[。！!]?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Took();

    [GeneratedRegex(
        "(原件|纸质|盖章|书面).{0,12}(送|交|给|拿|取|寄|带)|(送|交|给|寄).{0,10}(原件|纸质件|盖章件|书面)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Paper();

    [GeneratedRegex(
        "^(可以|好的?|行|收到|没问题|同意|好嘞|ok)[。.！!]?$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase
    )]
    private static partial Regex Consent();

    [GeneratedRegex("^(先接单?|先接下|接单|先接着|人和时间再定|再定)[。.！!]?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Just();

    [GeneratedRegex(
        @"^(协助|协单|协助单|单)?(XZ[ -]?)?(20[0-9]{2}[ -]?)?[0-9]{1,4}号?(单|件|协助|那个|这个|那单|这单)*",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        Timeout
    )]
    private static partial Regex LeadingNumber();

    [GeneratedRegex(
        "^(评价|评单|打分|给个|给|这单|这次|总体|对方|[0-9 ]|分|星|颗|满分|非常满意|很满意|十分满意|比较满意|基本满意|不太满意|不满意|满意|[一二三四五]|：|:)+$",
        RegexOptions.ExplicitCapture,
        Timeout
    )]
    private static partial Regex OnlyRating();
}
