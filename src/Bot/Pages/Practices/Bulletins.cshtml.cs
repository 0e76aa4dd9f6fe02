using Microsoft.AspNetCore.Mvc;
using SupervisionBot.Bot.Pages.Records;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.TypicalPractices.Bulletins;

namespace SupervisionBot.Bot.Pages.Practices;

/// <summary><c>/bulletins</c>: every issue; for the office those being edited as well.</summary>
internal sealed class BulletinsModel(Database database, BusinessClock clock) : RecordPageModel(database, clock)
{
    public IReadOnlyList<Bulletin> Shown { get; private set; } = [];
    public bool IsOffice => Me!.IsOffice;

    /// <summary>The id of the next one, given with the page, so that pressing twice makes one.</summary>
    public Guid NewId => Guid.CreateVersion7(Now);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) =>
        await LoadAsync(
            async (db, actor, token) => (IReadOnlyList<Bulletin>?)await BulletinPage.ListAsync(db, actor, token),
            found => Shown = found,
            cancel
        ) ?? Page();
}
