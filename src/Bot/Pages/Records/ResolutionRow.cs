using System.Globalization;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Directory;

namespace SupervisionBot.Bot.Pages.Records;

/// <summary>One 议定事项 on the recorder's page.</summary>
internal sealed record ResolutionRow(SessionModel Page, int Item, int Row)
{
    public ResolutionInput Input => Page.Form.Items[Item].Resolutions[Row];
    public int Number => Row + 1;
    public string Name => string.Create(CultureInfo.InvariantCulture, $"Form.Items[{Item}].Resolutions[{Row}]");
    public string Id => string.Create(CultureInfo.InvariantCulture, $"resolution-{Item}-{Row}");
    public string EarliestDue => RecordForm.Written(ChinaTime.DateOf(Page.Session.StartsAt));

    public string SupportingNames => string.Join('、', Page.Units.Where(u => Input.Supporting.Contains(u.Id)).Select(u => u.ShortName));

    /// <summary>Those expected at the session first.</summary>
    public IEnumerable<(string Label, IReadOnlyList<Unit> Units)> UnitGroups
    {
        get
        {
            var expected = Page.Session.Attendances.Where(a => a.PersonId is null).Select(a => a.UnitId).ToHashSet();
            yield return (Texts.Expected, [.. Page.Units.Where(u => expected.Contains(u.Id))]);
            yield return (Texts.OtherUnits, [.. Page.Units.Where(u => !expected.Contains(u.Id))]);
        }
    }

    /// <summary>The sentence about a field, by its name in the record.</summary>
    public string? ComplaintOf(string field) => Page.ComplaintOf($"{Name}.{field}");
}
