using System.Text.RegularExpressions;
using SupervisionBot.Core.AssistanceOrders;

namespace SupervisionBot.Bot.Understanding;

/// <summary>Why an order is handed back, and to whom it should go: 不归我们管，按河道管理条例归水务局.</summary>
internal static partial class HandBackSentence
{
    private const int Timeout = 250;

    /// <summary>The reason of a hand-back; null where the words name none.</summary>
    public static HandBackReason? Reason(string text) =>
        Twice().IsMatch(text) ? HandBackReason.Duplicate
        : Given().IsMatch(text) ? HandBackReason.Delegated
        : Foreign().IsMatch(text) ? HandBackReason.NotCompetent
        : Cannot().IsMatch(text) ? HandBackReason.Impossible
        : null;

    /// <summary>依据: the clause that names a document, an article or 三定; null where none does.</summary>
    public static string? Basis(string text) => Clauses.Of(text).FirstOrDefault(clause => Document().IsMatch(clause));

    /// <summary>请专班定: no other department is named on purpose.</summary>
    public static bool LeavesToOffice(string text) => ToOffice().IsMatch(text);

    [GeneratedRegex("重复|已经?有一?单|同一(件|个)事|刚(点|报)过", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Twice();

    [GeneratedRegex(
        "赋权|下放|(权力|职权|权限|事项).{0,6}(给|在|归|属于)(了)?(乡镇|镇里|街道|你们)|乡镇(自己)?(有权|可以)|你们(自己)?有权",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Given();

    [GeneratedRegex(
        "不归|不属于|不是我|没有?这(项|个)(职|权)|没有执法权|不该我|无关|职权|职责|的事|管|改派|转给|转办|转由|交给",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Foreign();

    [GeneratedRegex(
        "没有(设备|人|资质|条件|能力)|不具备|做不了|办不了|去不了|无法|客观",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Cannot();

    [GeneratedRegex(
        "条例|办法|规定|规则|规程|方案|通知|意见|清单|三定|编办|第[一二三四五六七八九十百零0-9]+条|[^办方立执司违想没看设合]法(?!制|规|治|庭|院|定|子)|文件|红头|〔|\\[20|按照|根据|依据",
        RegexOptions.ExplicitCapture,
        Timeout
    )]
    private static partial Regex Document();

    [GeneratedRegex(
        "(请|让|由)?专班(办公室)?(来)?(定|决定|裁定|明确)|说不准|不清楚(归谁|该谁)|不知道(归谁|该谁)",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
    )]
    private static partial Regex ToOffice();
}
