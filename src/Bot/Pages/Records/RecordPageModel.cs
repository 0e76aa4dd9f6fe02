using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SupervisionBot.Bot.SignIn;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Bot.Pages.Records;

/// <summary>A page about one record. Whoever may not see the record gets the answer of a record that does not exist.</summary>
internal abstract class RecordPageModel(Database database, BusinessClock clock) : PageModel
{
    protected Database Database { get; } = database;

    /// <summary>Who has signed in, once the page has been loaded.</summary>
    protected Actor? Me { get; private set; }

    /// <summary>Business clock, UTC.</summary>
    protected DateTimeOffset Now => clock.Now;

    /// <summary>The number from the address, as numbers are written.</summary>
    protected static string Normal(string number) => number.ToUpperInvariant();

    /// <summary>Loads what the page shows.</summary>
    /// <returns>Null when it can be shown, else the answer to give instead.</returns>
    protected async Task<IActionResult?> LoadAsync<T>(
        Func<WorkDb, Actor, CancellationToken, Task<T?>> query,
        Action<T> keep,
        CancellationToken cancel
    )
        where T : class
    {
        if (User.PersonId() is not { } id)
        {
            return Unauthorized();
        }

        var today = ChinaTime.DateOf(clock.Now);
        var (actor, found) = await Database.ReadAsync(
            async (db, token) => await Actor.LoadAsync(db, id, today, token) is { } person ? (person, await query(db, person, token)) : (null, null),
            cancel
        );
        if (actor is null)
        {
            return Unauthorized();
        }

        Me = actor;
        ViewData["Me"] = actor.Person.Name;
        if (found is null)
        {
            return NotFound();
        }

        keep(found);
        return null;
    }
}
