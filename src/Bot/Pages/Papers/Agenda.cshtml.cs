using Microsoft.AspNetCore.Mvc;
using SupervisionBot.Bot.Files;
using SupervisionBot.Bot.Pages.Records;
using SupervisionBot.Core;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Pages.Papers;

/// <summary>
/// <c>/sessions/{number}/agenda</c>: what a session takes, in which order, with the material of each item. The office sets the order and sends it.
/// </summary>
internal sealed class AgendaModel(Database database, BusinessClock clock, UseCases useCases, SignedPaths paths) : RecordPageModel(database, clock)
{
    [TempData]
    public string? Done { get; set; }

    public AgendaPage Agenda { get; private set; } = null!;
    public string? Trouble { get; private set; }

    public Session Session => Agenda.Session;
    public bool MayArrange => SessionLifecycle.Table.Can(Me, SessionAction.ArrangeAgenda, Session);
    public bool MaySend => SessionLifecycle.Table.Can(Me, SessionAction.SendAgenda, Session);
    public bool IsOffice => Me!.IsOffice;
    public string WordAddress => paths.Sign($"/sessions/{Session.Number}/agenda/word", Me!.Id);
    public string NoticeAddress => paths.Sign($"/sessions/{Session.Number}/notice/word", Me!.Id);

    /// <summary>Label and text of the material of an item, in the order in which it is read.</summary>
    public static IEnumerable<(string Label, string Text)> MaterialOf(AgendaPageItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        var consultation = item.Item.Consultation!;
        (string Label, string? Text)[] all =
        [
            (Texts.ItemUnit, consultation.Unit!.Name),
            (Texts.ItemSituation, Situations.Name(consultation.Situation)),
            (Texts.ItemAccount, consultation.Account),
            (Texts.ItemNegotiation, consultation.Negotiation),
            (Texts.ItemOwnView, consultation.OwnView),
        ];
        return all.Where(f => !string.IsNullOrEmpty(f.Text)).Select(f => (f.Label, f.Text!));
    }

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancel) => await FindAsync(number, cancel) ?? Page();

    /// <summary>One item up or down among those that were shown.</summary>
    /// <param name="order">All items as they were shown.</param>
    public async Task<IActionResult> OnPostMoveAsync(string number, int step, List<Guid> order, Guid? up, Guid? down, CancellationToken cancel)
    {
        if (await FindAsync(number, cancel) is { } otherwise)
        {
            return otherwise;
        }

        var from = order.IndexOf(up ?? down ?? Guid.Empty);
        var to = up is null ? from + 1 : from - 1;
        if (from < 0 || to < 0 || to >= order.Count)
        {
            return RedirectToPage();
        }

        (order[from], order[to]) = (order[to], order[from]);
        return await AnswerAsync(number, await useCases.RunAsync(Me!.Id, new ArrangeAgenda(Session.Id, step, order), cancel), _ => null, cancel);
    }

    public async Task<IActionResult> OnPostSendAsync(string number, int step, CancellationToken cancel)
    {
        if (await FindAsync(number, cancel) is { } otherwise)
        {
            return otherwise;
        }

        return await AnswerAsync(number, await useCases.RunAsync(Me!.Id, new SendAgenda(Session.Id, step), cancel), Words, cancel);
    }

    private async Task<IActionResult> AnswerAsync<T>(string number, Outcome<T> outcome, Func<T, string?> words, CancellationToken cancel)
    {
        if (outcome.Done)
        {
            Done = words(outcome.Value);
            return RedirectToPage();
        }

        Trouble = outcome.Refusal!.Sentence;
        return await FindAsync(number, cancel) ?? Page();
    }

    private static string Words(AgendaSent sent) =>
        Texts.DoneAgendaSent.With(string.Join('、', sent.Units))
        + (sent.Unreached.Count == 0 ? "" : Texts.DoneCall.With(string.Join('、', sent.Unreached)));

    private Task<IActionResult?> FindAsync(string number, CancellationToken cancel)
    {
        ModelState.Clear();
        return LoadAsync((db, actor, token) => AgendaPage.LoadAsync(db, actor, Normal(number), token), found => Agenda = found, cancel);
    }
}
