using Microsoft.AspNetCore.Mvc;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Documents;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Bot.Pages.Records;

/// <summary><c>/minutes/{number}</c>: the minutes of a session.</summary>
internal sealed class MinutesModel(Database database, BusinessClock clock) : RecordPageModel(database, clock)
{
    public MinutesPage Minutes { get; private set; } = null!;

    /// <summary>Sanitised: only elements of a document, no attribute.</summary>
    public string Html => MarkdownPages.ToHtml(Minutes.Markdown);

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancel) =>
        await LoadAsync((db, actor, token) => MinutesPage.LoadAsync(db, actor, Normal(number), token), found => Minutes = found, cancel) ?? Page();
}
