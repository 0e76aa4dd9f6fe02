using Microsoft.AspNetCore.Mvc;
using SupervisionBot.Bot.Pages.Records;
using SupervisionBot.Channels.Cards;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Pages.Desk;

/// <summary><c>/desk</c>: the office's desk. Leaders and readers see it without buttons.</summary>
internal sealed class DeskModel(Database database, BusinessClock clock, WorkingCalendar calendar, UseCases useCases)
    : RecordPageModel(database, clock)
{
    [BindProperty]
    public DeadlineAction? Action { get; set; }

    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    public int? Step { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [TempData]
    public string? Done { get; set; }

    public Core.Deadlines.Desk Shown { get; private set; } = null!;
    public bool IsOffice => Me!.IsOffice;
    public string? Trouble { get; private set; }

    /// <summary>Without the choices: a person who reads it on the telephone presses nothing.</summary>
    public static string Forwarded(Message message) => TextFace.Of(message with { Choices = [], Files = [] });

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel) => await FindAsync(cancel) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is { } otherwise)
        {
            return otherwise;
        }

        IRequest<DeadlineAnswer>? request = Action switch
        {
            DeadlineAction.TakeCharge => new TakeCharge(Id, Step),
            DeadlineAction.Hold => new HoldEscalation(Id, Step, Text ?? ""),
            DeadlineAction.Resume => new ResumeDeadline(Id, Step),
            DeadlineAction.Grant => new Rule(Id, Step, Grant: true),
            DeadlineAction.Refuse => new Rule(Id, Step, Grant: false, Text),
            _ => null,
        };
        if (request is null)
        {
            return BadRequest();
        }

        var outcome = await useCases.RunAsync(Me!.Id, request, cancel);
        if (outcome.Done)
        {
            Done = Texts.DoneLine;
            return RedirectToPage();
        }

        Trouble = outcome.Refusal!.Sentence;
        return await FindAsync(cancel) ?? Page();
    }

    private Task<IActionResult?> FindAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        return LoadAsync((db, actor, token) => Core.Deadlines.Desk.LoadAsync(db, actor, Now, calendar, token), found => Shown = found, cancel);
    }
}
