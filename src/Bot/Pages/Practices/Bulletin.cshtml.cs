using Microsoft.AspNetCore.Mvc;
using SupervisionBot.Bot.Files;
using SupervisionBot.Bot.Pages.Records;
using SupervisionBot.Core;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Documents;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.TypicalPractices.Bulletins;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Pages.Practices;

/// <summary><c>/bulletins/{id}</c>: the bulletin as it is printed; the office issues it here.</summary>
internal sealed class BulletinModel(Database database, BusinessClock clock, UseCases useCases, PaperSettings settings, SignedPaths paths)
    : RecordPageModel(database, clock)
{
    [TempData]
    public string? Done { get; set; }

    public BulletinPage Shown { get; private set; } = null!;
    public string? Trouble { get; private set; }

    /// <summary>Safe by construction: every word of the paper is escaped.</summary>
    public string Html => PaperPages.ToHtml(BulletinPaper.Of(Shown, settings));

    /// <summary>Opens without the cookie: phones hand a Word file to another program, which has none.</summary>
    public string WordAddress => paths.Sign($"/bulletins/{Shown.Bulletin.Id}/word", Me!.Id);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, BulletinAction? press, int? step, CancellationToken cancel)
    {
        if (await FindAsync(id, cancel) is { } otherwise)
        {
            return otherwise;
        }

        switch (press)
        {
            case BulletinAction.Issue:
                var issued = await useCases.RunAsync(Me!.Id, new IssueBulletin(id, step), cancel);
                (Done, Trouble) = (issued.Done ? Texts.DoneIssued.With(issued.Value.Mark) : null, issued.Refusal?.Sentence);
                break;
            case BulletinAction.Discard:
                var discarded = await useCases.RunAsync(Me!.Id, new DiscardBulletin(id, step), cancel);
                if (discarded.Done)
                {
                    return LocalRedirect("/bulletins");
                }

                Trouble = discarded.Refusal!.Sentence;
                break;
            default:
                return BadRequest();
        }

        return Trouble is null ? RedirectToPage() : await FindAsync(id, cancel) ?? Page();
    }

    private Task<IActionResult?> FindAsync(Guid id, CancellationToken cancel)
    {
        ModelState.Clear();
        return LoadAsync((db, actor, token) => BulletinPage.LoadAsync(db, actor, id, token), found => Shown = found, cancel);
    }
}
