using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SupervisionBot.Core.Documents.Word;

/// <summary>
/// The styles of a paper. Every one names the fonts of Han, Latin and other scripts; body lines are exactly one line of the grid high, so that a character from
/// a stand-in font cannot push the page apart.
/// </summary>
internal sealed class WordStyles(WordPage page, PaperFonts fonts)
{
    public const string Masthead = "Masthead";
    public const string Number = "Number";
    public const string Issuer = "Issuer";
    public const string DraftMark = "DraftMark";
    public const string Title = "Title";
    public const string Text = "BodyText";
    public const string Item = "Item";
    public const string Note = "Note";
    public const string Quote = "Quote";
    public const string Addressees = "Addressees";
    public const string Labelled = "Labelled";
    public const string Label = "Label";
    public const string Emphasis = "Emphasis";
    public const string Signature = "Signature";
    public const string Cell = "Cell";
    public const string CellHead = "CellHead";
    public const string Imprint = "Imprint";
    public const string Anchor = "Anchor";
    public const string PageNumber = "PageNumber";

    public const string Red = "FF0000";

    private const int TitlePoints = 22;
    private const int SmallPoints = 14;
    private const string Normal = "Normal";

    public static string Heading(int level) => $"Heading{Math.Clamp(level, 1, 4)}";

    public Styles Build()
    {
        var indented = new Indentation { FirstLine = Twips(page.Wide(2)), FirstLineChars = 200 };
        return new Styles(
            new DocDefaults(new RunPropertiesDefault(Run<RunPropertiesBaseStyle>(fonts.Text)), new ParagraphPropertiesDefault()),
            Default(),
            Paragraph(Masthead, fonts.Title, jc: JustificationValues.Center, extra: new Color { Val = Red }),
            Paragraph(Number, fonts.Text, jc: JustificationValues.Center),
            Paragraph(Issuer, fonts.Text, jc: JustificationValues.Left),
            Paragraph(DraftMark, fonts.Hei, jc: JustificationValues.Left),
            Paragraph(Title, fonts.Title, TitlePoints, jc: JustificationValues.Center),
            Paragraph(Text, fonts.Text, indent: indented),
            Paragraph(Item, fonts.Text, indent: indented),
            Paragraph(Note, fonts.Text, indent: indented),
            Paragraph(
                Quote,
                fonts.Kai,
                indent: new Indentation
                {
                    Left = Twips(page.Wide(2)),
                    LeftChars = 200,
                    FirstLine = Twips(page.Wide(2)),
                    FirstLineChars = 200,
                }
            ),
            Paragraph(Addressees, fonts.Text),
            Paragraph(Labelled, fonts.Text),
            Paragraph(Signature, fonts.Text, jc: JustificationValues.Left),
            Heading(1, fonts.Hei, indented),
            Heading(2, fonts.Kai, indented),
            Heading(3, fonts.Text, indented),
            Heading(4, fonts.Text, indented),
            Small(Cell, fonts.Text, JustificationValues.Left),
            Small(CellHead, fonts.Hei, JustificationValues.Center),
            Small(Imprint, fonts.Text, JustificationValues.Left),
            Small(PageNumber, fonts.Song, JustificationValues.Left, latin: First(fonts.Song), exact: SmallPoints * 20),
            Tiny(),
            Character(Label, fonts.Hei),
            Character(Emphasis, fonts.Kai)
        );
    }

    /// <summary>The font table: what may stand in for a font that is not installed.</summary>
    public Fonts FontTable()
    {
        string[] all = [fonts.Title, fonts.Text, fonts.Kai, fonts.Hei, fonts.Song, fonts.Latin];
        return new Fonts(all.DistinctBy(First).Select(Entry));
    }

    public static string Twips(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Font Entry(string names)
    {
        var font = new Font { Name = First(names) };
        if (names.Split(',', 2) is [_, var others])
        {
            font.AltName = new AltName
            {
                Val = string.Join(',', others.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)),
            };
            font.FontCharSet = new FontCharSet { Val = "86" };
        }

        return font;
    }

    private static string First(string names) => PaperCharacters.Line(names.Split(',')[0]);

    private Style Default()
    {
        var style = New(StyleValues.Paragraph, Normal, basedOn: null);
        style.Default = true;
        style.Append(
            Properties(
                new WidowControl { Val = false },
                new SpacingBetweenLines
                {
                    Before = "0",
                    After = "0",
                    Line = Twips(page.LinePitch),
                    LineRule = LineSpacingRuleValues.Exact,
                },
                new Justification { Val = JustificationValues.Both }
            ),
            Run<StyleRunProperties>(fonts.Text)
        );
        return style;
    }

    private Style Paragraph(
        string id,
        string font,
        int points = WordPage.TextPoints,
        JustificationValues? jc = null,
        Indentation? indent = null,
        OpenXmlElement? extra = null
    )
    {
        var style = New(StyleValues.Paragraph, id, Normal);
        style.Append(
            Properties(indent?.CloneNode(deep: true), jc is { } value ? new Justification { Val = value } : null),
            Run<StyleRunProperties>(font, points, extra: extra)
        );
        return style;
    }

    private Style Heading(int level, string font, Indentation indent)
    {
        var style = New(StyleValues.Paragraph, Heading(level), Normal, $"heading {level}");
        style.Append(
            new NextParagraphStyle { Val = Text },
            new PrimaryStyle(),
            Properties(new KeepNext(), indent.CloneNode(deep: true), new OutlineLevel { Val = level - 1 }),
            Run<StyleRunProperties>(font)
        );
        return style;
    }

    /// <summary>4号, off the grid.</summary>
    private Style Small(string id, string font, JustificationValues jc, string? latin = null, int? exact = null)
    {
        var line = exact is { } twips
            ? new SpacingBetweenLines { Line = Twips(twips), LineRule = LineSpacingRuleValues.Exact }
            : new SpacingBetweenLines
            {
                Before = "40",
                After = "40",
                Line = "400",
                LineRule = LineSpacingRuleValues.Exact,
            };
        var style = New(StyleValues.Paragraph, id, Normal);
        style.Append(Properties(line, new Justification { Val = jc }), Run<StyleRunProperties>(font, SmallPoints, latin));
        return style;
    }

    /// <summary>A paragraph without words that takes no room.</summary>
    private Style Tiny()
    {
        var style = New(StyleValues.Paragraph, Anchor, Normal);
        style.Append(
            Properties(new SpacingBetweenLines { Line = "14", LineRule = LineSpacingRuleValues.Exact }),
            Run<StyleRunProperties>(fonts.Text, 1)
        );
        return style;
    }

    private Style Character(string id, string font)
    {
        var style = New(StyleValues.Character, id, basedOn: null);
        style.Append(new StyleRunProperties(Fonts(font, First(fonts.Latin))));
        return style;
    }

    private static Style New(StyleValues type, string id, string? basedOn, string? name = null)
    {
        var style = new Style
        {
            Type = type,
            StyleId = id,
            StyleName = new StyleName { Val = name ?? id },
        };
        style.CustomStyle = name is null && id is not (Normal or Title) ? true : null;
        style.BasedOn = basedOn is null ? null : new BasedOn { Val = basedOn };
        return style;
    }

    /// <summary>
    /// Lines that keep to the text area and to their own measure: nothing hangs over, no space between Han and Latin, no cell of the grid. Said in every style,
    /// because LibreOffice does not hear of the grid in the one they are based on (and lets marks hang over all the same).
    /// </summary>
    private static StyleParagraphProperties Properties(params OpenXmlElement?[] parts)
    {
        OpenXmlElement[] always =
        [
            new OverflowPunctuation { Val = false },
            new AutoSpaceDE { Val = false },
            new AutoSpaceDN { Val = false },
            new SnapToGrid { Val = false },
        ];
        var properties = new StyleParagraphProperties();
        foreach (var part in always.Concat(parts.OfType<OpenXmlElement>()))
        {
            properties.AddChild(part);
        }

        return properties;
    }

    private T Run<T>(string font, int points = WordPage.TextPoints, string? latin = null, OpenXmlElement? extra = null)
        where T : OpenXmlElement, new()
    {
        var (halves, properties) = (Twips(points * 2), new T());
        properties.Append(Fonts(font, latin ?? First(fonts.Latin)));
        properties.Append(new[] { extra }.OfType<OpenXmlElement>());
        if (points == WordPage.TextPoints)
        {
            properties.Append(new Spacing { Val = page.Spacing });
        }

        properties.Append(new FontSize { Val = halves }, new FontSizeComplexScript { Val = halves });
        properties.Append(new Languages { Val = "en-US", EastAsia = "zh-CN" });
        return properties;
    }

    private static RunFonts Fonts(string eastAsia, string latin) =>
        new()
        {
            Ascii = latin,
            HighAnsi = latin,
            EastAsia = First(eastAsia),
            ComplexScript = latin,
        };
}
