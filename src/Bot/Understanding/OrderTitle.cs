using System.Text.RegularExpressions;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Consultations;

namespace SupervisionBot.Bot.Understanding;

/// <summary>Makes the title of an order from what is left of a sentence once units, dates and counts are taken out: 来帮忙查一下小饭桌 → 小饭桌联合检查.</summary>
internal static partial class OrderTitle
{
    /// <summary>Fewer characters tell no matter.</summary>
    public const int ShortestMatter = 2;

    private const int Timeout = 250;

    /// <summary>The title, or null if nothing tells a matter.</summary>
    /// <param name="rest">The text with units and dates blanked out.</param>
    public static string? Write(string rest, OrderKind? kind)
    {
        // The first clause with an ordinary matter; one that is only an opening (点一单, 请…明天) has none.
        var best = Clauses.Of(rest).Select(Matter).FirstOrDefault(m => m.Length > ShortestMatter);
        if (best is null)
        {
            return null;
        }

        var title =
            kind is null or OrderKind.OnSite && Checked().Match(best) is { Success: true } asked
                ? asked.Groups["what"].Value + (kind is null ? Texts.OrderCheck : Texts.OrderJointCheck)
            : Done().Match(best) is { Success: true } done ? done.Groups["what"].Value + done.Groups["verb"].Value
            : best;
        return ConsultationTitle.Cut(title, ConsultationTitle.MaxLength);
    }

    private static string Matter(string clause)
    {
        var before = "";
        var matter = clause;
        while (matter != before)
        {
            before = matter;
            matter = Ending().Replace(Opening().Replace(matter, ""), "");
        }

        return Blank().Replace(matter, "");
    }

    [GeneratedRegex(
        "^(?:[\u0001\u0002\\s]|点一?单|点个单|下一?个?单|还有个事|还有件事|还有一个|还要一个|再要一个|再来一个|另外|那就|就|让|叫上|叫|申请|请求|急需|需要|想要|想请|想|要|请|麻烦|烦请|能不能|能否|可否|可不可以|谁能|有没有|帮忙|帮着|帮我们|派个人|派两个人|帮助|帮|给我们|给|协助我们|协助|配合我们|配合|支持我们|派人|派员|派专家|派|过来|来一下|来一趟|来|到我们镇|到我们这|到|去|一起|我们镇上|我们镇里|我们镇|我们乡|我们街道|我们这里|我们这儿|我们这|我们|我镇|我乡|我街道|镇里|村里|现场|指导我们|的?专家|的?同志|的?技术员|人|的|和|跟|与|、|最迟|最好|希望|前|之前|部门|期限)+",
        RegexOptions.ExplicitCapture,
        Timeout
    )]
    private static partial Regex Opening();

    [GeneratedRegex(
        "(?:[\u0001\u0002\\s]|一下|下吧|(?<!网)吧|谢谢|麻烦了|行不行|行吗|可以吗|好吗|吗|的问题|这个事|的事|这件事|来$|去$|了|前$|之前$|我们$|给$|最迟|急$|比较急$)+$",
        RegexOptions.ExplicitCapture,
        Timeout
    )]
    private static partial Regex Ending();

    [GeneratedRegex(
        "^(?:联合|夜间|帮着|看看|去|来)?(?:检查|查处|查一下|查一查|查查|看看|看一下|查看|查)(?:这个|那个|这家|那家|一家|几家|下)?(?<what>[^\u0001\u0002]{2,24})$",
        RegexOptions.ExplicitCapture,
        Timeout
    )]
    private static partial Regex Checked();

    // 认定一下河堤内堆料 → 河堤内堆料认定
    [GeneratedRegex(
        "^(?<verb>认定|鉴定|检测|监测|检验|化验|查处|清理|拆除|核实|核查|评查|评估)(?:一下|下|一份|个)?(?<what>[^\u0001\u0002]{2,26})$",
        RegexOptions.ExplicitCapture,
        Timeout
    )]
    private static partial Regex Done();

    [GeneratedRegex("[\u0001\u0002]", RegexOptions.NonBacktracking)]
    private static partial Regex Blank();
}
