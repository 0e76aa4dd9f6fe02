using System.Text.Json;

namespace SupervisionBot.Core.Calendars.Importing;

/// <summary>
/// Rows of a JSON file in the form of the shipped <c>holidays.json</c>; every part may be left out. A name that is not known is a problem and not
/// passed over: a slip in it would otherwise lose what stands behind it.
/// </summary>
internal sealed class JsonCalendar
{
    private readonly List<YearRow> years = [];
    private readonly List<HolidayRow> holidays = [];
    private readonly List<string> problems = [];

    public static CalendarRows Read(ReadOnlyMemory<byte> content)
    {
        try
        {
            using var document = JsonDocument.Parse(content, new JsonDocumentOptions { AllowTrailingCommas = true });
            return new JsonCalendar().Read(document.RootElement);
        }
        catch (JsonException broken)
        {
            return CalendarRows.Unreadable(Texts.BrokenJson.With(broken.LineNumber + 1, broken.BytePositionInLine + 1));
        }
    }

    private CalendarRows Read(JsonElement root)
    {
        Expect(root, "", "about", "years", "hours", "seasons", "exceptions");
        foreach (var (where, year) in Items(root, "", "years"))
        {
            ReadYear(where, year);
        }

        var hours = Has(root, "hours") ? new HoursRow("hours", "", "", "", Words(root, "", "hours")) : null;
        var seasons = Has(root, "seasons") ? Items(root, "", "seasons").Select(one => Season(one.Where, one.Item)).ToList() : null;
        var exceptions = Has(root, "exceptions") ? Items(root, "", "exceptions").Select(one => Exception(one.Where, one.Item)).ToList() : null;
        return new(years, holidays, hours, seasons, exceptions, problems);
    }

    private void ReadYear(string where, JsonElement year)
    {
        Expect(year, where, "year", "published", "source", "holidays", "makeUpWorkdays");
        var number = Text(year, "year");
        var published = !Has(year, "published") || year.GetProperty("published").ValueKind == JsonValueKind.True;
        years.Add(new(where, number, published, Text(year, "source")));
        foreach (var (place, block) in Items(year, where, "holidays"))
        {
            Expect(block, place, "name", "from", "to");
            holidays.Add(new(place, number, IsWorked: false, Text(block, "name"), Text(block, "from"), Text(block, "to")));
        }

        foreach (var (index, day) in Words(year, where, "makeUpWorkdays").Index())
        {
            holidays.Add(new(Place(where, "makeUpWorkdays", index), number, IsWorked: true, "", day, ""));
        }
    }

    private HoursRow Season(string where, JsonElement season)
    {
        Expect(season, where, "name", "from", "to", "hours");
        return new(where, Text(season, "name"), Text(season, "from"), Text(season, "to"), Words(season, where, "hours"));
    }

    private ExceptionRow Exception(string where, JsonElement exception)
    {
        Expect(exception, where, "date", "name", "hours");
        if (!Has(exception, "hours"))
        {
            problems.Add(Texts.HoursMissing.With(where));
            return new(where, Text(exception, "date"), Text(exception, "name"), []);
        }

        var usual = exception.GetProperty("hours").ValueKind == JsonValueKind.Null;
        return new(where, Text(exception, "date"), Text(exception, "name"), usual ? null : Words(exception, where, "hours"));
    }

    private void Expect(JsonElement element, string where, params ReadOnlySpan<string> names)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            problems.Add(Texts.NotAnObject.With(where));
            return;
        }

        foreach (var property in element.EnumerateObject())
        {
            if (!names.Contains(property.Name))
            {
                problems.Add(Texts.UnknownName.With(where.Length == 0 ? property.Name : $"{where}.{property.Name}"));
            }
        }
    }

    private static bool Has(JsonElement element, string name) => element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out _);

    /// <summary>A string or number as it stands; empty where there is neither, which the checks then refuse.</summary>
    private static string Text(JsonElement element, string name) => Has(element, name) ? Text(element.GetProperty(name)) : "";

    private static string Text(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String => value.GetString()!.Trim(),
            JsonValueKind.Number => value.GetRawText(),
            _ => "",
        };

    private List<(string Where, JsonElement Item)> Items(JsonElement element, string where, string name)
    {
        if (!Has(element, name))
        {
            return [];
        }

        var value = element.GetProperty(name);
        if (value.ValueKind != JsonValueKind.Array)
        {
            problems.Add(Texts.NotAList.With(where.Length == 0 ? name : $"{where}.{name}"));
            return [];
        }

        return [.. value.EnumerateArray().Select((item, index) => (Place(where, name, index), item))];
    }

    private List<string> Words(JsonElement element, string where, string name) => Items(element, where, name).ConvertAll(one => Text(one.Item));

    private static string Place(string where, string name, int index) => (where.Length == 0 ? "" : where + ".") + "{0}[{1}]".With(name, index);
}
