using System.Security.Cryptography;
using System.Text;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Directory.Demo;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Demo;

/// <summary>The demo county as records, found by the keys and logins of its files.</summary>
internal sealed class DemoDirectory
{
    private readonly DemoCounty county = DemoCounty.Load();
    private readonly Dictionary<string, Unit> units;
    private readonly Dictionary<string, Person> people;

    public DemoDirectory()
    {
        units = county.Units.ToDictionary(u => u.Key, Unit, StringComparer.Ordinal);
        people = county.People.ToDictionary(p => p.Login, Person, StringComparer.Ordinal);
    }

    /// <summary>The id that a record of the demo has in every database: derived from its kind and key.</summary>
    public static Guid IdOf(string kind, string key)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{kind}:{key}")).AsSpan(0, 16);
        // RFC 9562: version 8 is for ids made by a rule of one's own.
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    public Unit UnitOf(string key) => units[key];

    public IReadOnlyDictionary<Guid, Unit> Units => units.Values.ToDictionary(u => u.Id);

    public Person PersonOf(string login) => people[login];

    /// <summary>Who goes to a session for the unit: its leader, or its liaison where it has none.</summary>
    public Person DelegateOf(Guid unitId) =>
        people
            .Values.Where(p => p.UnitId == unitId)
            .OrderByDescending(p => p.Roles.Contains(Role.UnitLeader))
            .ThenBy(p => p.Order)
            .First(p => p.Roles.Exists(r => r is Role.UnitLeader or Role.Liaison));

    /// <summary>Adds units, people, the matter list and the menu of what departments offer.</summary>
    public void AddTo(WorkDb db)
    {
        db.Units.AddRange(units.Values);
        db.People.AddRange(people.Values);
        db.Matters.AddRange(county.Matters.Select(Matter));
        db.MenuItems.AddRange(county.Menu.Select(Offer));
    }

    private static Unit Unit(DemoUnit unit) =>
        new()
        {
            Id = IdOf("unit", unit.Key),
            Kind = Enum.Parse<UnitKind>(unit.Kind),
            Name = unit.Name,
            ShortName = unit.ShortName,
            Order = unit.Order,
            Aliases = [.. unit.Aliases],
        };

    private Person Person(DemoPerson person) =>
        new()
        {
            Id = IdOf("person", person.Login),
            Login = person.Login,
            Name = person.Name,
            UnitId = units[person.Unit].Id,
            Unit = units[person.Unit],
            Post = person.Post,
            Order = person.Order,
            Phone = person.Phone,
            Roles = [.. person.Roles.Select(Enum.Parse<Role>)],
        };

    private MenuItem Offer(DemoMenuItem item) =>
        new()
        {
            Id = IdOf("menu-item", $"{item.Unit}:{item.Name}"),
            UnitId = units[item.Unit].Id,
            Kind = Enum.Parse<OrderKind>(item.Kind),
            Name = item.Name,
        };

    private Matter Matter(DemoMatter matter) =>
        new()
        {
            Id = IdOf("matter", matter.Name),
            Name = matter.Name,
            Words = [.. matter.Words],
            CompetentUnitIds = [.. matter.Competent.Select(key => units[key].Id)],
            GuidingUnitIds = [.. matter.Guiding.Select(key => units[key].Id)],
            Delegated = matter.Delegated,
            Basis = matter.Basis,
        };
}
