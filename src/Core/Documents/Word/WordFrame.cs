using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SupervisionBot.Core.Documents.Word;

/// <summary>What is the same in every file of an installation: page, styles, fonts, settings, page numbers; and the package around it.</summary>
internal sealed class WordFrame
{
    private const string OddFooter = "rId4";
    private const string EvenFooter = "rId5";
    private const int SmallPoints = 14;

    /// <summary>The dash stands 7 mm under the text area; its line reaches as far below it.</summary>
    private const double NumberBelowText = 7;
    private const double NumberDepth = 2.7;

    private readonly WordPage page;
    private readonly byte[] styles;
    private readonly byte[] fonts;
    private readonly byte[] settings;
    private readonly byte[] odd;
    private readonly byte[] even;

    public WordFrame(WordPage page, WordStyles styles)
    {
        this.page = page;
        this.styles = Xml(styles.Build());
        fonts = Xml(styles.FontTable());
        settings = Xml(Settings());
        odd = Xml(new Footer(PageNumber(JustificationValues.Right)));
        even = Xml(new Footer(PageNumber(JustificationValues.Left)));
    }

    /// <summary>The page of the paper's only section.</summary>
    public SectionProperties Section() =>
        new(
            new FooterReference { Type = HeaderFooterValues.Default, Id = OddFooter },
            new FooterReference { Type = HeaderFooterValues.Even, Id = EvenFooter },
            new PageSize { Width = WordPage.Width, Height = WordPage.Height },
            new PageMargin
            {
                Top = page.Top,
                Bottom = page.Bottom,
                Left = (uint)page.Left,
                Right = (uint)page.Right,
                Header = (uint)(page.Top / 2),
                Footer = (uint)Math.Max(page.Bottom - WordPage.Twips(NumberBelowText + NumberDepth), 0),
                Gutter = 0,
            },
            new DocGrid
            {
                Type = DocGridValues.LinesAndChars,
                LinePitch = page.LinePitch,
                CharacterSpace = page.CharacterSpace,
            }
        );

    /// <summary>The file around what <paramref name="fill"/> puts into it.</summary>
    public byte[] Write(Action<MainDocumentPart> fill, string title, string creator)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document, autoSave: false))
        {
            document.CompressionOption = System.IO.Packaging.CompressionOption.NotCompressed;
            var main = document.AddMainDocumentPart();
            document.ChangeIdOfPart(main, "rId1");
            Feed(main.AddNewPart<StyleDefinitionsPart>("rId1"), styles);
            Feed(main.AddNewPart<FontTablePart>("rId2"), fonts);
            Feed(main.AddNewPart<DocumentSettingsPart>("rId3"), settings);
            Feed(main.AddNewPart<FooterPart>(OddFooter), odd);
            Feed(main.AddNewPart<FooterPart>(EvenFooter), even);
            fill(main);
            main.Document!.Save();
            var core = document.AddCoreFilePropertiesPart();
            document.ChangeIdOfPart(core, "rId2");
            Feed(core, CoreProperties.Xml(title, creator));
        }

        return ZipOfOneDay.Repack(stream);
    }

    private Paragraph PageNumber(JustificationValues side)
    {
        var paragraph = WordText.Paragraph(WordStyles.PageNumber, []);
        var inset = WordStyles.Twips(page.Wide(1, SmallPoints));
        WordText.Add(paragraph, side == JustificationValues.Right ? new Indentation { Right = inset } : new Indentation { Left = inset });
        WordText.Add(paragraph, new Justification { Val = side });
        paragraph.Append(
            WordText.Run(new PaperSpan("— ")),
            new SimpleField(new Run(WordText.Words("1"))) { Instruction = " PAGE " },
            WordText.Run(new PaperSpan(" —"))
        );
        return paragraph;
    }

    private static Settings Settings() =>
        new(
            new DefaultTabStop { Val = 420 },
            new EvenAndOddHeaders(),
            new CharacterSpacingControl { Val = CharacterSpacingValues.DoNotCompress },
            new Compatibility(
                new DoNotExpandShiftReturn(),
                new UseFarEastLayout(),
                new CompatibilitySetting
                {
                    Name = CompatSettingNameValues.CompatibilityMode,
                    Uri = "http://schemas.microsoft.com/office/word",
                    Val = "15",
                }
            ),
            new ThemeFontLanguages { Val = "en-US", EastAsia = "zh-CN" }
        );

    private static byte[] Xml(OpenXmlPartRootElement root) =>
        Encoding.UTF8.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n{root.OuterXml}")
        );

    private static void Feed(OpenXmlPart part, byte[] content)
    {
        using var data = new MemoryStream(content, writable: false);
        part.FeedData(data);
    }
}
