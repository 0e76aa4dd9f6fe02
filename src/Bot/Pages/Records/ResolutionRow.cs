using System.Globalization;
using SupervisionBot.Core.Directory;

namespace SupervisionBot.Bot.Pages.Records;

/// <summary>One 议定事项 of such a list.</summary>
internal sealed record ResolutionRow(ResolutionRows Rows, int Row)
{
    public ResolutionInput Input => Rows.Inputs[Row];
    public int Number => Row + 1;
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Rows.Name}[{Row}]");
    public string Id => string.Create(CultureInfo.InvariantCulture, $"resolution-{Rows.List}-{Row}");
    public string Removal => string.Create(CultureInfo.InvariantCulture, $"{Rows.List}-{Row}");
    public string EarliestDue => RecordForm.Written(Rows.Earliest);
    public string SupportingNames => string.Join('、', Rows.Units.Where(u => Input.Supporting.Contains(u.Id)).Select(u => u.ShortName));

    /// <summary>The sentence about a field, by its name in the record.</summary>
    public string? ComplaintOf(string field) => Rows.ComplaintOf($"{Name}.{field}");
}

/// <summary>
/// The 议定事项 of one item of a session, or of a conclusion, as they are filled in. Rows are added and taken away by the page's handler <c>Row</c>.
/// </summary>
/// <param name="Name">Of the list in the form: <c>Form.Items[0].Resolutions</c>.</param>
/// <param name="List">Which list of the page it is, from 0.</param>
/// <param name="Anchor">Where the page goes on after a row was added or taken away.</param>
/// <param name="Earliest">The first day that a resolution may fall due.</param>
/// <param name="Units">All units; those of <paramref name="First"/> are offered before the others, under <paramref name="FirstLabel"/>.</param>
/// <param name="ComplaintOf">The sentence about a field, by the field's name in the form.</param>
internal sealed record ResolutionRows(
    IReadOnlyList<ResolutionInput> Inputs,
    string Name,
    int List,
    string Anchor,
    DateOnly Earliest,
    IReadOnlyList<Unit> Units,
    IReadOnlySet<Guid> First,
    string FirstLabel,
    Func<string, string?> ComplaintOf
)
{
    public IEnumerable<(string Label, IReadOnlyList<Unit> Units)> UnitGroups =>
        [(FirstLabel, [.. Units.Where(u => First.Contains(u.Id))]), (Texts.OtherUnits, [.. Units.Where(u => !First.Contains(u.Id))])];

    /// <summary>One more row in a list, or one less.</summary>
    /// <param name="lists">The lists of the page.</param>
    /// <param name="add">Index of a list.</param>
    /// <param name="remove">Index of a list and of a row in it: <c>0-2</c>.</param>
    public static void Change(IReadOnlyList<List<ResolutionInput>> lists, int? add, string? remove)
    {
        if (add is { } list && list >= 0 && list < lists.Count)
        {
            lists[list].Add(new ResolutionInput());
        }
        else if (
            remove?.Split('-') is [var first, var second]
            && int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var from)
            && int.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            && lists.ElementAtOrDefault(from)?.ElementAtOrDefault(row) is { } unwanted
        )
        {
            lists[from].Remove(unwanted);
        }
    }
}
