namespace SupervisionBot.Core.Documents;

/// <summary>Settings under <c>Documents</c>: the names that stand on papers, and their layout. A wrong value stops the start with its key and the mend.</summary>
public sealed class PaperSettings
{
    public const string Section = "Documents";

    public string MinutesMasthead { get; set; } = Texts.MastheadMinutes;
    public string ConclusionMasthead { get; set; } = Texts.MastheadConclusion;
    public string SessionNoticeMasthead { get; set; } = Texts.MastheadSessionNotice;
    public string AgendaMasthead { get; set; } = Texts.MastheadAgenda;

    public string BulletinMasthead { get; set; } = Texts.MastheadBulletin;

    /// <summary>报, 送 and 发 of a new bulletin; the office changes them for one issue on its page.</summary>
    public string BulletinReportedTo { get; set; } = Texts.BulletinReportedTo;
    public string BulletinSentTo { get; set; } = Texts.BulletinSentTo;
    public string BulletinDistributedTo { get; set; } = Texts.BulletinDistributedTo;

    /// <summary>发文机关, which also prints (印发机关).</summary>
    public string Issuer { get; set; } = Texts.Issuer;

    public PaperMargins Margins { get; set; } = new();
    public PaperFonts Fonts { get; set; } = new();

    /// <summary>A paper of that kind under its masthead, with nothing filled in that only issue gives.</summary>
    public Paper NewPaper(PaperKind kind, string markdown) =>
        new(
            kind,
            kind switch
            {
                PaperKind.Minutes => MinutesMasthead,
                PaperKind.Conclusion => ConclusionMasthead,
                PaperKind.SessionNotice => SessionNoticeMasthead,
                PaperKind.Agenda => AgendaMasthead,
                PaperKind.Bulletin => BulletinMasthead,
                _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
            },
            Issuer,
            markdown
        );

    /// <summary>What is wrong, each with its key and the mend; empty when all is well.</summary>
    internal IEnumerable<string> Complaints()
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [nameof(MinutesMasthead)] = MinutesMasthead,
            [nameof(ConclusionMasthead)] = ConclusionMasthead,
            [nameof(SessionNoticeMasthead)] = SessionNoticeMasthead,
            [nameof(AgendaMasthead)] = AgendaMasthead,
            [nameof(BulletinMasthead)] = BulletinMasthead,
            [nameof(Issuer)] = Issuer,
            ["Fonts:Title"] = Fonts.Title,
            ["Fonts:Text"] = Fonts.Text,
            ["Fonts:Kai"] = Fonts.Kai,
            ["Fonts:Hei"] = Fonts.Hei,
            ["Fonts:Song"] = Fonts.Song,
            ["Fonts:Latin"] = Fonts.Latin,
        };
        var margins = new Dictionary<string, double>(StringComparer.Ordinal)
        {
            ["Margins:Top"] = Margins.Top,
            ["Margins:Bottom"] = Margins.Bottom,
            ["Margins:Left"] = Margins.Left,
            ["Margins:Right"] = Margins.Right,
        };
        return texts
            .Where(t => PaperCharacters.Line(t.Value).TrimStart(',', ' ').Length == 0)
            .Select(t => $"{Section}:{t.Key} is empty. Give it a name, or leave the key out for the default.")
            .Concat(
                margins
                    .Where(m => m.Value is not (>= PaperMargins.Least and <= PaperMargins.Most))
                    .Select(m => $"{Section}:{m.Key} is {m.Value}. Set it to millimetres from {PaperMargins.Least} to {PaperMargins.Most}.")
            );
    }
}

/// <summary>Millimetres from the edge of an A4 sheet to the text area (版心); the defaults are those of GB/T 9704.</summary>
public sealed class PaperMargins
{
    internal const double Least = 15;
    internal const double Most = 60;

    /// <summary>天头.</summary>
    public double Top { get; set; } = 37;

    /// <summary>The page number stands in it, 7 mm under the text area.</summary>
    public double Bottom { get; set; } = 35;

    /// <summary>订口.</summary>
    public double Left { get; set; } = 28;
    public double Right { get; set; } = 26;
}

/// <summary>Names of fonts, the wanted one first, then what may stand in for it, with commas between.</summary>
public sealed class PaperFonts
{
    /// <summary>小标宋, of masthead and title.</summary>
    public string Title { get; set; } = Texts.FontsTitle;

    /// <summary>仿宋, of the text.</summary>
    public string Text { get; set; } = Texts.FontsText;

    /// <summary>楷体, of headings （一）.</summary>
    public string Kai { get; set; } = Texts.FontsKai;

    /// <summary>黑体, of headings 一、 and labels.</summary>
    public string Hei { get; set; } = Texts.FontsHei;

    /// <summary>宋体, of page numbers.</summary>
    public string Song { get; set; } = Texts.FontsSong;

    /// <summary>Of digits and Latin letters.</summary>
    public string Latin { get; set; } = "Times New Roman";
}
