using SupervisionBot.Bot.Conversations.Starting;
using SupervisionBot.Bot.Conversations.Talks;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Forms;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Conversations.Ordering;

/// <summary>点单: one sentence becomes a draft, one confirmation sends it (conversation.md 2.2). What is typed meanwhile changes the draft.</summary>
internal sealed class OrderTalk(UseCases useCases, OrderDraftWords words, OrderCard card, OrderMenuTalk menu, StartTalk consultation) : ISendableTalk
{
    public const string Begin = "orderdraft.begin";
    public const string Send = "orderdraft.send";
    public const string Change = "orderdraft.change";
    public const string Urge = "orderdraft.urge";
    public const string Ease = "orderdraft.ease";
    public const string Similar = "orderdraft.similar";
    public const string Consult = "orderdraft.consult";
    public const string Drop = "orderdraft.drop";
    private const string Kind = "orderdraft.kind";
    private const string ValueKey = "value";

    public string DraftKind => OrderDraft.Kind;

    public string SendVerb => Send;

    public string LeaveVerb => Drop;

    public string Dropped => Texts.Dropped;

    public IEnumerable<(string Verb, Answer Answer)> Verbs =>
        [
            (OrderMenuTalk.Place, PlaceAsync),
            (Begin, BeginWithAsync),
            (Send, SendAsync),
            (Change, ChangeAsync),
            (Urge, UrgeAsync),
            (Ease, (t, p, c) => SaveAsync(t, p, v => v with { Urgent = false, Ground = null }, c)),
            (Kind, KindAsync),
            (Similar, SimilarAsync),
            (Consult, ConsultAsync),
            (Drop, DropAsync),
        ];

    /// <summary>A first sentence: draft it and show what was understood; 点单 alone shows the menu.</summary>
    /// <param name="before">What was said of the matter right before, in messages of its own.</param>
    public Task BeginAsync(TurnContext turn, string? before, CancellationToken cancel)
    {
        var text = OrderOpening.IsAll(turn.Text) && before is not null ? before : Unplaced.Joined(before, turn.Text);
        return BeginAsync(turn, text, turn.FileIds, before is not null, cancel);
    }

    /// <summary>Whether the actor may order at all.</summary>
    public static bool MayOrder(Actor actor) => actor.Person.Unit!.Kind == UnitKind.Township && actor.WorksFor(actor.UnitId);

    private Task BeginWithAsync(TurnContext turn, Press press, CancellationToken cancel) =>
        press.Arguments.GetValueOrDefault(StartTalk.WordsKey) is { } said
            ? BeginAsync(turn, said, [], moreMayFollow: false, cancel)
            : menu.ShowAsync(turn, cancel);

    private async Task BeginAsync(TurnContext turn, string text, IReadOnlyList<Guid> files, bool moreMayFollow, CancellationToken cancel)
    {
        if (!MayOrder(turn.Work.Person))
        {
            turn.Reply(new Message { Title = Texts.OnlyTownships, Choices = [new Choice(Texts.ChoiceConsult, StartTalk.Start)] });
            return;
        }

        if (OrderOpening.IsAll(text))
        {
            await menu.ShowAsync(turn, cancel);
            return;
        }

        await DraftAsync(turn, new OrderDraft(), text, files, moreMayFollow, cancel);
    }

    /// <summary>A sentence after something was chosen from the menu.</summary>
    private Task PlaceAsync(TurnContext turn, Press press, CancellationToken cancel) =>
        press.Sentence is { } text
            ? DraftAsync(turn, OrderMenuTalk.Chosen(press), text, press.FileIds ?? [], moreMayFollow: false, cancel)
            : menu.AskAsync(turn, press, cancel);

    private async Task DraftAsync(
        TurnContext turn,
        OrderDraft start,
        string text,
        IReadOnlyList<Guid> files,
        bool moreMayFollow,
        CancellationToken cancel
    )
    {
        var values = await words.AddAsync(turn, start, text, cancel);
        if (Complaint(values) is { } complaint)
        {
            turn.Reply(complaint);
            return;
        }

        var draft = Drafts.Begin(turn, OrderDraft.Kind, values.Write());
        draft.FileIds.AddRange(files.Union(await FilesTalk.WaitingAsync(turn, turn.Work.Now - Drafts.Open, cancel)));
        var drawn = await card.DrawAsync(turn, draft, Texts.Drafted, cancel);
        if (moreMayFollow)
        {
            await turn.ReplyWhenQuietAsync(drawn, About(draft), cancel);
        }
        else
        {
            turn.Reply(drawn);
        }
    }

    private static string About(Draft draft) => $"draft-{draft.Id:N}";

    /// <summary>More words or files for the open draft; several in a row are answered once.</summary>
    public async Task SayAsync(TurnContext turn, Draft draft, CancellationToken cancel)
    {
        var before = OrderDraft.Read(draft);
        var after = turn.Text.Length == 0 ? before : await words.AddAsync(turn, before, turn.Text, cancel);
        if (Complaint(after) is { } complaint)
        {
            turn.Reply(complaint);
            return;
        }

        draft.FileIds.AddRange(turn.FileIds);
        Drafts.Change(turn, draft, after.Write());
        await turn.ReplyWhenQuietAsync(await card.DrawAsync(turn, draft, Texts.Changed, cancel), About(draft), cancel);
    }

    public async Task ShowAsync(TurnContext turn, Draft draft, CancellationToken cancel) =>
        turn.Reply(await card.DrawAsync(turn, draft, Texts.Drafted, cancel));

    public string? TakeMention(Draft draft)
    {
        var values = OrderDraft.Read(draft);
        if (values.Mentioned)
        {
            return null;
        }

        draft.Values = (values with { Mentioned = true }).Write();
        return Texts.Unsent.With(values.Title);
    }

    public Task ChangeAsync(TurnContext turn, Draft draft, CancellationToken cancel)
    {
        var kinds = Enum.GetValues<OrderKind>().Select(k => Drafts.Choice(OrderWords.KindName(k), Kind, draft, ValueKey, k.ToString()));
        turn.Reply(
            new Message
            {
                Title = Texts.WhatToChange,
                Text = Texts.WhatToChangeExample,
                Choices = [.. kinds],
            }
        );
        return Task.CompletedTask;
    }

    private async Task SendAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await Drafts.SendableAsync(turn, press, d => OrderDraft.Read(d).Sent, cancel) is not { } draft)
        {
            return;
        }

        if (draft.ClosedAt is null && draft.Step != press.Step)
        {
            turn.Reply(await card.DrawAsync(turn, draft, Texts.ChangedSince, cancel));
            return;
        }

        var values = OrderDraft.Read(draft);
        IReadOnlyList<Guid> units =
            Guid.TryParse(press.Arguments.GetValueOrDefault(OrderCard.UnitKey), out var chosen) ? [chosen]
            : values.Only is { } only ? [only]
            : values.UnitIds;
        var outcome = await useCases.RunInAsync(turn.Work, new PlaceOrder(draft.Id, values.ContentFor(units), draft.FileIds), cancel);
        if (outcome.Refusal is { } refusal)
        {
            turn.Reply(refusal.Sentence);
            return;
        }

        draft.Values = (values with { Sent = true }).Write();
        Drafts.Close(turn, draft);
        var order = outcome.Value.Order;
        turn.Reply(
            new Message
            {
                Title = order.LeadUnit is { } lead ? Texts.Sent.With(lead.ShortName) : Texts.SentToOffice,
                Text = SentText(outcome.Value),
                Footer = Texts.SentFooter.With(OrderChoices.Footer(order)),
            }
        );
    }

    private static string SentText(OrderAnswer answer) =>
        answer.Order.LeadUnit is null ? Texts.SentToOfficeThen
        : answer.Told is [var told, ..] ? Texts.SentThen.With(told)
        : Texts.SentButNobody.With(answer.Order.LeadUnit.ShortName);

    private async Task ChangeAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await Drafts.OpenAsync(turn, press, cancel) is { } draft)
        {
            draft.TouchedAt = turn.Work.Now;
            await ChangeAsync(turn, draft, cancel);
        }
    }

    /// <summary>紧急 needs one of the listed grounds.</summary>
    private async Task UrgeAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (press.Named<UrgentGround>(ValueKey) is { } ground)
        {
            await SaveAsync(turn, press, v => v with { Urgent = true, Ground = ground }, cancel);
        }
        else if (await Drafts.OpenAsync(turn, press, cancel) is { } draft)
        {
            var grounds = Enum.GetValues<UrgentGround>().Select(g => Drafts.Choice(OrderWords.GroundName(g), Urge, draft, ValueKey, g.ToString()));
            turn.Reply(new Message { Title = Texts.WhyUrgent, Choices = [.. grounds, Drafts.Choice(Texts.ChoiceNotUrgent, Ease, draft)] });
        }
    }

    private static async Task SimilarAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await Drafts.OpenAsync(turn, press, cancel) is { } draft)
        {
            turn.Reply(OrderSimilar.List(draft, await OrderCard.SimilarAsync(turn, OrderDraft.Read(draft), cancel)));
        }
    }

    /// <summary>It is rather a consultation: the words and files go over into its draft.</summary>
    private async Task ConsultAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await Drafts.OpenAsync(turn, press, cancel) is { } draft)
        {
            Drafts.Close(turn, draft);
            await consultation.BeginAsync(turn, OrderDraft.Read(draft).Account, draft.FileIds, cancel);
        }
    }

    private async Task DropAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await Drafts.OpenAsync(turn, press, cancel) is { } draft)
        {
            Drafts.Close(turn, draft);
            turn.Reply(Texts.Dropped);
        }
    }

    private Task KindAsync(TurnContext turn, Press press, CancellationToken cancel) =>
        press.Named<OrderKind>(ValueKey) is { } kind
            ? SaveAsync(turn, press, v => v with { OrderKind = kind, KindChosen = true }, cancel)
            : ChangeAsync(turn, press, cancel);

    private async Task SaveAsync(TurnContext turn, Press press, Func<OrderDraft, OrderDraft> change, CancellationToken cancel)
    {
        if (await Drafts.OpenAsync(turn, press, cancel) is { } draft)
        {
            Drafts.Change(turn, draft, change(OrderDraft.Read(draft)).Write());
            turn.Reply(await card.DrawAsync(turn, draft, Texts.Changed, cancel));
        }
    }

    private static string? Complaint(OrderDraft values) =>
        OrderContent.Form.Fields.First(f => f.Key == OrderContent.AccountKey).Check(values.Account) ?? SensitiveText.SecrecyRefusal(values.Account);
}
