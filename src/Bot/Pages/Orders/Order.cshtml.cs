using Microsoft.AspNetCore.Mvc;
using SupervisionBot.Bot.Pages.Records;
using SupervisionBot.Core;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.AssistanceOrders.Queries;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Pages.Orders;

/// <summary>
/// <c>/records/XZ-…</c>: an order with one timeline for both sides. What is said in a sentence is said in the chat; here the office enters what it was told on the
/// telephone (代录).
/// </summary>
internal sealed class OrderModel(Database database, BusinessClock clock, UseCases useCases) : RecordPageModel(database, clock)
{
    [BindProperty]
    public int? Step { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The day, as a date field sends it.</summary>
    [BindProperty]
    public DateOnly? Day { get; set; }

    [BindProperty]
    public bool HandedOver { get; set; }

    [TempData]
    public string? Done { get; set; }

    public OrderPage Shown { get; private set; } = null!;
    public AssistanceOrder Order => Shown.Order;
    public string? Trouble { get; private set; }

    public bool Can(OrderAction action) => Shown.Actions.Contains(action);

    /// <summary>Label and text of everything that is known, in the order in which it is read.</summary>
    public IEnumerable<(string Label, string Text)> Fields
    {
        get
        {
            (string Label, string? Text)[] all =
            [
                (Texts.Township, $"{Order.Unit!.Name}　{Order.Requester!.Name} {Order.Requester.Phone}"),
                (Texts.Department, Order.LeadUnit is { } lead ? $"{lead.Name}　{Shown.DepartmentContact}" : Texts.DepartmentOpen),
                (Texts.Supporters, Joined(Order.Supporters.OrderBy(s => s.Unit!.Order).Select(Part))),
                (Texts.Kind, OrderWords.KindName(Order.Kind)),
                (Texts.Wanted, OrderWords.Wanted(Order)),
                (Texts.Account, Order.Account),
                (Texts.Urgent, Order.Urgent is { } ground ? OrderWords.GroundName(ground) : null),
                (Texts.Dispatched, Moment(Order.DispatchedAt)),
                (Texts.AcceptDue, Order.State == OrderState.AwaitingAcceptance ? Moment(Order.AcceptDue) : null),
                (Texts.Appointment, Order.AcceptedAt is null ? null : OrderWords.Appointment(Order)),
                (Texts.CompleteDue, Order.CompletedAt is null && Order.PausedAt is null ? Moment(Order.CompleteDue) : null),
                (Texts.Material, Order.State == OrderState.AwaitingMaterial ? Order.MaterialWanted : null),
                (Texts.HandBacks, Joined(Order.HandBacks.Select(h => Texts.HandBack.With(h.Unit!.ShortName, OrderWords.Whole(h))))),
                (Texts.Result, Order.Result is null ? null : OrderWords.Outcome(Order)),
                (Texts.DoneOn, Order is { Result: not null, DoneOn: { } day } ? ChinaTime.FullDay(day) : null),
                (Texts.Rating, Order.Rating is { } rating ? Joined([OrderWords.RatingName(rating), Order.RatingText ?? ""]) : null),
            ];
            return all.Where(f => !string.IsNullOrEmpty(f.Text)).Select(f => (f.Label, f.Text!));
        }
    }

    public async Task<IActionResult> OnGetAsync(string number, CancellationToken cancel) => await FindAsync(number, cancel) ?? Page();

    /// <summary>代录接单.</summary>
    public Task<IActionResult> OnPostAcceptAsync(string number, CancellationToken cancel) =>
        EnterAsync(number, id => new AcceptOrder(id, Step, Text, Day, null, OnBehalf: true), Texts.AcceptanceEntered, cancel);

    /// <summary>代录办结.</summary>
    public Task<IActionResult> OnPostCompleteAsync(string number, CancellationToken cancel) =>
        EnterAsync(
            number,
            id => new CompleteOrder(id, Step, Text ?? "", [], Day, HandedOver: HandedOver, OnBehalf: true),
            Texts.CompletionEntered,
            cancel
        );

    private async Task<IActionResult> EnterAsync(
        string number,
        Func<Guid, IRecordRequest<OrderAnswer>> request,
        string words,
        CancellationToken cancel
    )
    {
        if (await FindAsync(number, cancel) is { } otherwise)
        {
            return otherwise;
        }

        var outcome = await useCases.RunAsync(Me!.Id, request(Order.Id), cancel);
        if (outcome.Done)
        {
            Done = words;
            return RedirectToPage();
        }

        Trouble = outcome.Refusal!.Sentence;
        return await FindAsync(number, cancel) ?? Page();
    }

    private Task<IActionResult?> FindAsync(string number, CancellationToken cancel)
    {
        ModelState.Clear();
        return LoadAsync((db, actor, token) => OrderPage.LoadAsync(db, actor, Normal(number), Now, token), found => Shown = found, cancel);
    }

    private static string Part(SupportingUnit part) =>
        part.Contribution is { } words ? Texts.HandBack.With(part.Unit!.ShortName, words) : part.Unit!.ShortName;

    private static string Joined(IEnumerable<string> parts) => string.Join('\n', parts.Where(p => p.Length > 0));

    private static string? Moment(DateTimeOffset? at) => at is { } moment ? ChinaTime.Moment(moment) : null;
}
