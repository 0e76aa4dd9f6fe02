using SupervisionBot.Bot.Conversations.Talks;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.TypicalPractices;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Conversations.Practices;

/// <summary>报经验: a text pasted in pieces that 好了 ends, or a file on the upload page; then the draft is shown and sent off (conversation.md 2.7).</summary>
internal sealed class PracticeTalk(UseCases useCases, PracticeCard card, Sentences sentences) : ISendableTalk
{
    public const string Start = "practice.start";
    public const string Paste = "practice.paste";
    public const string Done = "practice.done";
    public const string Send = "practice.send";
    public const string More = "practice.more";
    public const string Retitle = "practice.retitle";
    public const string Later = "practice.later";

    // Nobody announces a practice in so many words: it is the text itself.
    private const int TextItself = 150;

    public string DraftKind => PracticeDraft.Kind;

    public string SendVerb => Send;

    public string LeaveVerb => Later;

    public string Dropped => Texts.Dropped;

    public IEnumerable<(string Verb, Answer Answer)> Verbs =>
        [
            (Start, (turn, _, cancel) => BeginAsync(turn, cancel)),
            (Paste, PasteAsync),
            (Done, DoneAsync),
            (Send, SendAsync),
            (More, MoreAsync),
            (Retitle, RetitleAsync),
            (Later, LaterAsync),
        ];

    /// <summary>“经验材料写好了”: the two ways. A long text is the material itself and is drafted at once, as is a file that came with the words.</summary>
    public async Task BeginAsync(TurnContext turn, CancellationToken cancel)
    {
        if (!turn.Work.Person.WorksFor(turn.Work.Person.UnitId))
        {
            turn.Reply(Texts.OnlyWorkers);
            return;
        }

        var values = new PracticeDraft();
        var text = PracticeText.Count(turn.Text) >= TextItself ? turn.Text : "";
        var came = turn.FileIds.Union(await FilesTalk.WaitingAsync(turn, turn.Work.Now - Drafts.Open, cancel)).ToList();
        var draft = Drafts.Begin(turn, PracticeDraft.Kind, values.Write());
        if (text.Length > 0 || came.Count > 0)
        {
            await TakeInAsync(turn, draft, text, came, cancel);
        }
        else
        {
            turn.Reply(card.TwoWays(turn, draft));
        }
    }

    /// <summary>A piece of the text, a file, or 好了. Pieces in a row are kept in order and answered once.</summary>
    public Task SayAsync(TurnContext turn, Draft draft, CancellationToken cancel) =>
        PracticeWords.IsDone(turn.Text) ? ShowInsteadAsync(turn, draft, cancel)
        : PracticeWords.TitleIn(turn.Text) is { } title ? RenameAsync(turn, draft, title, cancel)
        : TakeInAsync(turn, draft, turn.Text, turn.FileIds, cancel);

    public async Task ShowAsync(TurnContext turn, Draft draft, CancellationToken cancel) =>
        turn.Reply(PracticeDraft.Read(draft).Body.Length == 0 ? card.TwoWays(turn, draft) : await card.DrawAsync(turn, draft, Texts.Drafted, cancel));

    /// <summary>Asks for another title.</summary>
    public Task ChangeAsync(TurnContext turn, Draft draft, CancellationToken cancel) =>
        sentences.AskAsync(turn, Press.Of(Retitle, Drafts.Choice("", Retitle, draft).Arguments), Texts.AskTitle, null, cancel);

    public string? TakeMention(Draft draft)
    {
        var values = PracticeDraft.Read(draft);
        if (values.Mentioned || values.Body.Length == 0)
        {
            return null;
        }

        draft.Values = (values with { Mentioned = true }).Write();
        return Texts.UnsentDraft.With(values.Title);
    }

    private async Task TakeInAsync(TurnContext turn, Draft draft, string text, IReadOnlyList<Guid> fileIds, CancellationToken cancel)
    {
        var taken = await PracticeFiles.ReadAsync(turn.Work.Db, fileIds, turn.FileIds, cancel);
        var before = PracticeDraft.Read(draft);
        var after = taken.Texts.Prepend(text).Where(piece => piece.Length > 0).Aggregate(before, (values, piece) => values.With(piece));
        if ((taken.Complaint ?? PracticeContent.TooLong(after.Body)) is { } complaint)
        {
            turn.Reply(complaint);
            return;
        }

        if (text.Length == 0 && fileIds.Count == 0)
        {
            return;
        }

        draft.FileIds.AddRange(taken.Pictures);
        // A file is the whole material; pieces of text may go on.
        Drafts.Change(turn, draft, (after with { Pasting = after.Pasting && taken.Texts.Count == 0 }).Write());
        var message = PracticeDraft.Read(draft) is { Pasting: true }
            ? PracticeCard.Received(draft)
            : await card.DrawAsync(turn, draft, Texts.Drafted, cancel);
        await turn.ReplyWhenQuietAsync(message, About(draft), cancel);
    }

    private async Task ShowInsteadAsync(TurnContext turn, Draft draft, CancellationToken cancel)
    {
        var values = PracticeDraft.Read(draft);
        if (values.Body.Length == 0)
        {
            turn.Reply(card.TwoWays(turn, draft) with { Title = Texts.NothingYet });
            return;
        }

        draft.Values = (values with { Pasting = false }).Write();
        draft.TouchedAt = turn.Work.Now;
        await turn.ReplyInsteadAsync(await card.DrawAsync(turn, draft, Texts.Drafted, cancel), About(draft), cancel);
    }

    private static async Task PasteAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await Drafts.OpenAsync(turn, press, cancel) is { } draft)
        {
            draft.TouchedAt = turn.Work.Now;
            turn.Reply(Texts.PasteHere);
        }
    }

    private async Task DoneAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await Drafts.OpenAsync(turn, press, cancel) is { } draft)
        {
            await ShowInsteadAsync(turn, draft, cancel);
        }
    }

    private async Task SendAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await Drafts.SendableAsync(turn, press, d => PracticeDraft.Read(d).Sent is not null, cancel) is not { } draft)
        {
            return;
        }

        if (draft.ClosedAt is null && draft.Step != press.Step)
        {
            turn.Reply(await card.DrawAsync(turn, draft, Texts.ChangedSince, cancel));
            return;
        }

        var (refusal, sent) = await PracticeSending.SendAsync(useCases, turn.Work, draft, cancel);
        if (refusal is not null)
        {
            await StandingTalk.RefuseAsync(turn, refusal, draft.RecordId ?? draft.Id, cancel);
            return;
        }

        turn.Reply(
            new Message
            {
                Title = sent!.LeaderName is { } leader ? Texts.Sent.With(leader) : Texts.SentToOffice,
                Footer = PracticeChoices.Footer(sent.Number),
            }
        );
    }

    private static async Task MoreAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await Drafts.OpenAsync(turn, press, cancel) is { } draft)
        {
            draft.TouchedAt = turn.Work.Now;
            turn.Reply(Texts.SayMore);
        }
    }

    private async Task RetitleAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await Drafts.OpenAsync(turn, press, cancel) is not { } draft)
        {
            return;
        }

        if (press.Sentence is { } title)
        {
            await RenameAsync(turn, draft, title, cancel);
        }
        else
        {
            await ChangeAsync(turn, draft, cancel);
        }
    }

    private async Task RenameAsync(TurnContext turn, Draft draft, string title, CancellationToken cancel)
    {
        if (title.Length > PracticeContent.LongestTitle)
        {
            turn.Reply(Texts.TitleTooLong.With(PracticeContent.LongestTitle));
            return;
        }

        Drafts.Change(turn, draft, (PracticeDraft.Read(draft) with { OwnTitle = title }).Write());
        turn.Reply(await card.DrawAsync(turn, draft, Texts.Changed, cancel));
    }

    private static async Task LaterAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await Drafts.OpenAsync(turn, press, cancel) is { } draft)
        {
            // Parked, not dropped: free text no longer goes to it.
            draft.TouchedAt = turn.Work.Now - Drafts.Open - TimeSpan.FromMinutes(1);
            draft.Values = (PracticeDraft.Read(draft) with { Mentioned = true }).Write();
            turn.Reply(Texts.KeptForLater);
        }
    }

    private static string About(Draft draft) => $"draft-{draft.Id:N}";
}
