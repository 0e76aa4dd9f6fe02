using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace SupervisionBot.Core.Directory.Demo;

/// <summary>
/// The invented example county that demo mode starts with: real names of townships and departments, invented people with invented telephone
/// numbers, and a matter list. Units refer to each other by <see cref="DemoUnit.Key"/>.
/// </summary>
public sealed record DemoCounty(
    IReadOnlyList<DemoUnit> Units,
    IReadOnlyList<DemoPerson> People,
    IReadOnlyList<DemoMatter> Matters,
    IReadOnlyList<DemoMenuItem> Menu
)
{
    /// <summary>Reads the county shipped with the program.</summary>
    public static DemoCounty Load() =>
        new(
            Read("units", DemoJson.Default.DemoUnitArray),
            Read("people", DemoJson.Default.DemoPersonArray),
            Read("matters", DemoJson.Default.DemoMatterArray),
            Read("menu", DemoJson.Default.DemoMenuItemArray)
        );

    /// <summary>A gazetteer of this county, whose unit and matter keys are those of the county's files.</summary>
    public Gazetteer ToGazetteer() =>
        new(
            Units.Select(unit => new UnitName(unit.Key, unit.Name, unit.ShortName, unit.IsTownship, unit.Aliases)),
            Matters.Select(matter => new MatterName(matter.Name, matter.Name, matter.Words, matter.Competent, matter.Delegated))
        );

    private static T[] Read<T>(string file, JsonTypeInfo<T[]> type)
    {
        using var json =
            typeof(DemoCounty).Assembly.GetManifestResourceStream($"SupervisionBot.Core.Directory.Demo.{file}.json")
            ?? throw new InvalidOperationException($"{file}.json is missing from the program.");
        return JsonSerializer.Deserialize(json, type) ?? throw new InvalidDataException($"{file}.json is empty.");
    }
}

/// <summary>A unit; <paramref name="Kind"/> is Township or Department, <paramref name="Order"/> the 建制序.</summary>
public sealed record DemoUnit(string Key, string Name, string ShortName, string Kind, int Order, IReadOnlyList<string> Aliases)
{
    [JsonIgnore]
    public bool IsTownship => Kind == "Township";
}

/// <summary>
/// An invented person; <paramref name="Unit"/> is a unit's key, <paramref name="Order"/> the 职务排序 within it, and <paramref name="Roles"/> names out
/// of Staff, Liaison, UnitLeader, Office, TaskForceLeader, Reader, Administrator.
/// </summary>
public sealed record DemoPerson(string Login, string Name, string Unit, string Post, int Order, IReadOnlyList<string> Roles, string Phone);

/// <summary>A line of the 事项清单; <paramref name="Competent"/> and <paramref name="Guiding"/> are keys of units.</summary>
public sealed record DemoMatter(
    string Name,
    IReadOnlyList<string> Words,
    IReadOnlyList<string> Competent,
    bool Delegated,
    IReadOnlyList<string> Guiding,
    string Basis
);

/// <summary>What a department offers to townships; <paramref name="Kind"/> names an order kind.</summary>
public sealed record DemoMenuItem(string Unit, string Kind, string Name);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DemoUnit[]))]
[JsonSerializable(typeof(DemoPerson[]))]
[JsonSerializable(typeof(DemoMatter[]))]
[JsonSerializable(typeof(DemoMenuItem[]))]
internal sealed partial class DemoJson : JsonSerializerContext;
