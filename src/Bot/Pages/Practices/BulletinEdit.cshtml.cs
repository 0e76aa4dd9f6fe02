using Microsoft.AspNetCore.Mvc;
using SupervisionBot.Bot.Pages.Records;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Documents;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.TypicalPractices.Bulletins;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Pages.Practices;

/// <summary><c>/bulletins/{id}/edit</c>: the office puts a bulletin together. An id that is not there yet begins a new one.</summary>
internal sealed class BulletinEditModel(Database database, BusinessClock clock, UseCases useCases, PaperSettings settings)
    : RecordPageModel(database, clock)
{
    private BulletinPage? known;

    [BindProperty]
    public BulletinForm Form { get; set; } = new();

    public string? Trouble { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel) => await FindAsync(id, fresh: true, cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (await FindAsync(id, fresh: false, cancel) is { } otherwise)
        {
            return otherwise;
        }

        IRequest<BulletinSaved> request = known is null ? new StartBulletin(id, Form.ToContent()) : new EditBulletin(id, Form.Step, Form.ToContent());
        var outcome = await useCases.RunAsync(Me!.Id, request, cancel);
        if (outcome.Done)
        {
            return LocalRedirect($"/bulletins/{id}");
        }

        Trouble = outcome.Refusal!.Sentence;
        return Page();
    }

    private Task<IActionResult?> FindAsync(Guid id, bool fresh, CancellationToken cancel)
    {
        ModelState.Clear();
        return LoadAsync(
            async (db, actor, token) =>
            {
                known = await BulletinPage.LoadAsync(db, actor, id, token);
                if (!actor.IsOffice || known?.Actions.Contains(BulletinAction.Edit) == false)
                {
                    return null;
                }

                var form =
                    !fresh ? Form
                    : known is null ? BulletinForm.New(settings)
                    : BulletinForm.Of(known.Bulletin);
                form.Offer(await BulletinPage.FreeAsync(db, id, token));
                return form;
            },
            found => Form = found,
            cancel
        );
    }
}
