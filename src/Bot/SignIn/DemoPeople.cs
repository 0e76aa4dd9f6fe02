using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Bot.SignIn;

/// <summary>Somebody a demonstration can be signed in as.</summary>
internal sealed record DemoPersonView(string Login, string Name, string Unit, IReadOnlyList<string> Roles);

/// <summary>The people of the demo, in protocol order: by unit, then by rank within it.</summary>
internal static class DemoPeople
{
    internal static Task<List<Person>> ListAsync(Database database, CancellationToken cancel) =>
        database.ReadAsync(
            (db, token) => db.People.Include(p => p.Unit).Where(p => p.Active).OrderBy(p => p.Unit!.Order).ThenBy(p => p.Order).ToListAsync(token),
            cancel
        );

    /// <summary>What the person does, in words.</summary>
    internal static string RoleWords(Person person) => string.Join('、', person.Roles.Select(Word));

    internal static async Task<IResult> GetAsync(Database database, CancellationToken cancel)
    {
        var people = await ListAsync(database, cancel);
        var views = people.ConvertAll(p => new DemoPersonView(p.Login, p.Name, p.Unit!.ShortName, [.. p.Roles.Select(r => r.ToString())]));
        return Results.Json(views, DemoJson.Wire.ListDemoPersonView);
    }

    private static string Word(Role role) =>
        role switch
        {
            Role.Staff => Texts.Staff,
            Role.Liaison => Texts.Liaison,
            Role.UnitLeader => Texts.UnitLeader,
            Role.Office => Texts.Office,
            Role.TaskForceLeader => Texts.TaskForceLeader,
            Role.Reader => Texts.Reader,
            Role.Administrator => Texts.Administrator,
            _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
        };
}
