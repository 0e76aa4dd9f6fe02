namespace SupervisionBot.Core.Documents;

/// <summary>What a paper in the official layout is.</summary>
public enum PaperKind
{
    /// <summary>会商会议纪要: no addressees, no seal, no signature (GB/T 9704-2012, 10.3).</summary>
    Minutes,

    /// <summary>会商意见书, what a written consultation came to; laid out like minutes.</summary>
    Conclusion,

    /// <summary>会商通知: to its addressees, closed by issuer and date without a seal.</summary>
    SessionNotice,

    /// <summary>会商议程 with the material of each item, sent beforehand.</summary>
    Agenda,

    /// <summary>简报: practices, each under a title of its own; who reads it stands at its foot (报、送、发).</summary>
    Bulletin,
}

/// <summary>A line of readers in the imprint: 报, 送 or 发, and who.</summary>
public sealed record PaperReaders(string Label, string To);

/// <summary>
/// A paper: its text as the office edits it, and what the program sets around it. <see cref="PaperTree.Of"/> makes the one tree of it that page, Word file,
/// Markdown and plain text are drawn from.
/// </summary>
/// <param name="Kind">Decides where issuer and date stand, and whether the first line names addressees.</param>
/// <param name="Masthead">标志, in red on one line.</param>
/// <param name="Issuer">发文机关.</param>
/// <param name="Markdown">
/// The text; begins with <c># title</c>. Closing paragraphs that begin with 主持, 出席, 请假, 缺席, 列席, 记录, 分送 or 抄送 and a colon become blocks of their own.
/// </param>
public sealed record Paper(PaperKind Kind, string Masthead, string Issuer, string Markdown)
{
    /// <summary>〔2026〕5号; null before issue.</summary>
    public string? Number { get; init; }

    /// <summary>成文日期: the day of sign-off (of minutes), a Shanghai day; null before.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Plain sentences that follow the text and that nobody edits, such as a dissent; word for word, no Markdown.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>印发机关 in the imprint; null leaves the row out.</summary>
    public string? PrintedBy { get; init; }

    /// <summary>印发日期, a Shanghai day; null before.</summary>
    public DateOnly? PrintedOn { get; init; }

    /// <summary>Lines of readers in the imprint, beside those that close the text.</summary>
    public IReadOnlyList<PaperReaders> Readers { get; init; } = [];

    /// <summary>份数, the last row of the imprint; null leaves it out.</summary>
    public int? Copies { get; init; }

    /// <summary>征求意见稿 or 会签稿; null once issued.</summary>
    public string? DraftMark { get; init; }
}
