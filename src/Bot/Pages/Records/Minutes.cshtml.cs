using Microsoft.AspNetCore.Mvc;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Documents;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Bot.Pages.Records;

/// <summary><c>/minutes/{number}</c>: the minutes of a session.</summary>
internal sealed class MinutesModel(Database database, BusinessClock clock, PaperSettings papers) : RecordPageModel(database, clock)
{
    public MinutesPage Minutes { get; private set; } = null!;

    /// <summary>Safe: nothing of the text becomes markup of the page.</summary>
    public string Html => PaperPages.ToHtml(papers.NewPaper(PaperKind.Minutes, Minutes.Markdown));

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancel) =>
        await LoadAsync((db, actor, token) => MinutesPage.LoadAsync(db, actor, Normal(number), token), found => Minutes = found, cancel) ?? Page();
}
