namespace SupervisionBot.Core.Documents;

/// <summary>
/// What goes out before a session: when and where, its items, and the material of each. Of an item only account, negotiation and views are used.
/// </summary>
public sealed record AgendaFacts(string Title, DateTimeOffset StartsAt, string Place, string Host, IReadOnlyList<AgendaMaterial> Items)
{
    /// <summary>上次议定事项, heard first; none: no such item.</summary>
    public IReadOnlyList<PreviousResolution> PreviousResolutions { get; init; } = [];
}

/// <summary>One item with who brings it. The view of <paramref name="Initiator"/> is among <see cref="MinutesItem.Views"/> by its unit.</summary>
public sealed record AgendaMaterial(MinutesUnit Initiator, MinutesItem Item);

/// <summary>会商议程 as Markdown; the material of every item begins a page of its own.</summary>
public static class AgendaCompiler
{
    private const string NewPage = "---";

    public static string Compile(AgendaFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var titles = facts.Items.Select(i => i.Item.Title);
        var heard = facts.PreviousResolutions.Count > 0 ? titles.Prepend(Texts.Previous) : titles;
        IEnumerable<string> lines =
        [
            $"# {MarkdownText.Line(facts.Title)}",
            Texts.AgendaTime.With(Sections.Moment(facts.StartsAt)),
            Texts.AgendaPlace.With(MarkdownText.Line(facts.Place)),
            Texts.AgendaHost.With(MarkdownText.Line(facts.Host)),
            Texts.AgendaItems,
            Sections.Numbered(heard.Select(MarkdownText.Line)),
            .. facts.Items.SelectMany((material, index) => Material(material, index + 1)),
        ];
        return string.Join("\n\n", lines.Where(line => line.Length > 0)) + "\n";
    }

    private static IEnumerable<string> Material(AgendaMaterial material, int number)
    {
        var item = material.Item;
        var own = item.Views.Where(v => v.Unit == material.Initiator);
        var others = item.Views.Where(v => v.Unit != material.Initiator);
        return
        [
            NewPage,
            Sections.Heading(number, item.Title),
            "### " + Texts.PartFacts,
            .. Sections.Account(item.Account, item.Negotiation),
            "### " + Texts.PartInitiator.With(MarkdownText.Line(material.Initiator.Name)),
            .. Sentences(own, Texts.NoOwnView),
            "### " + Texts.PartReceived,
            .. Sentences(others, Texts.NoViewsYet),
        ];
    }

    private static List<string> Sentences(IEnumerable<MinutesView> views, string none)
    {
        var lines = ViewSentences.Of(views).Select(s => MarkdownText.Line(s)).ToList();
        return lines.Count > 0 ? lines : [none];
    }
}
