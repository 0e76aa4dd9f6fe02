using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Directory;

/// <summary>
/// The directory as it stands, for understanding what people write: units in protocol order, the 事项清单, and the gazetteer over both, whose keys are
/// record ids. Some thirty units and forty matters; how long a loaded one is kept is for the caller to say.
/// </summary>
public sealed class UnitDirectory
{
    private readonly Dictionary<string, Unit> units;
    private readonly Dictionary<string, Matter> matters;

    private UnitDirectory(IReadOnlyList<Unit> units, IReadOnlyList<Matter> matters)
    {
        Units = units;
        Matters = matters;
        this.units = units.ToDictionary(u => Key(u.Id));
        this.matters = matters.ToDictionary(m => Key(m.Id));
        Gazetteer = new Gazetteer(
            units.Select(u => new UnitName(Key(u.Id), u.Name, u.ShortName, u.Kind == UnitKind.Township, u.Aliases)),
            matters.Select(m => new MatterName(Key(m.Id), m.Name, m.Words, [.. m.CompetentUnitIds.Select(Key)], m.Delegated))
        );
    }

    /// <summary>In protocol order.</summary>
    public IReadOnlyList<Unit> Units { get; }

    public IReadOnlyList<Matter> Matters { get; }

    public Gazetteer Gazetteer { get; }

    /// <summary>The key by which the gazetteer knows a unit or matter.</summary>
    public static string Key(Guid id) => id.ToString();

    /// <summary>The unit behind a key of the gazetteer, or null.</summary>
    public Unit? Unit(string key) => units.GetValueOrDefault(key);

    /// <summary>The matter behind a key of the gazetteer, or null.</summary>
    public Matter? Matter(string key) => matters.GetValueOrDefault(key);

    public static async Task<UnitDirectory> LoadAsync(WorkDb db, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var inOrder = await db.Units.AsNoTracking().OrderBy(u => u.Order).ThenBy(u => u.Name).ToListAsync(cancel);
        return new UnitDirectory(inOrder, await db.Matters.AsNoTracking().OrderBy(m => m.Name).ToListAsync(cancel));
    }
}
