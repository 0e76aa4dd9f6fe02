using Microsoft.AspNetCore.Mvc;
using SupervisionBot.Bot.Pages.Records;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Bot.Pages.Papers;

/// <summary><c>/minutes/{number}/compare?before=1&amp;after=3</c>: what changed between two versions of the text, line by line.</summary>
internal sealed class CompareModel(Database database, BusinessClock clock) : RecordPageModel(database, clock)
{
    public MinutesComparison Comparison { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string number, int before, int after, CancellationToken cancel) =>
        await LoadAsync(
            (db, actor, token) => MinutesComparison.LoadAsync(db, actor, Normal(number), before, after, token),
            found => Comparison = found,
            cancel
        ) ?? Page();
}
