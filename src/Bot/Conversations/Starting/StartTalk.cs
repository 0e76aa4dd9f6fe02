using SupervisionBot.Bot.Conversations.Talks;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Forms;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Conversations.Starting;

/// <summary>One sentence becomes a draft, the draft a consultation: sentence, at most one combined question, one confirmation (conversation.md 2.1).</summary>
internal sealed class StartTalk(UseCases useCases, StartWords words, StartFields fields) : ISendableTalk
{
    public const string Start = "draft.start";
    public const string Send = "draft.send";
    public const string More = "draft.more";
    public const string Change = "draft.change";
    public const string Later = "draft.later";
    public const string Add = "draft.add";

    /// <summary>The argument of <see cref="Add"/> and <see cref="Start"/>: the words.</summary>
    public const string WordsKey = "words";

    public string DraftKind => StartDraft.Kind;

    public string SendVerb => Send;

    public string LeaveVerb => Later;

    public string Dropped => Texts.Dropped;

    public IEnumerable<(string Verb, Answer Answer)> Verbs =>
        [(Start, StartAsync), (Send, SendAsync), (More, MoreAsync), (Later, LaterAsync), (Add, AddAsync)];

    /// <summary>A first sentence: draft it and show what was understood. Behind others of the same matter more may follow: it is shown when they are all said.</summary>
    public async Task BeginAsync(TurnContext turn, string? before, CancellationToken cancel)
    {
        if (await DraftAsync(turn, Unplaced.Joined(before, turn.Text), turn.FileIds, cancel) is not { } draft)
        {
            return;
        }

        var card = await FirstCardAsync(turn, draft, cancel);
        if (before is null)
        {
            turn.Reply(card);
        }
        else
        {
            await turn.ReplyWhenQuietAsync(card, FirstShown(draft), cancel);
        }
    }

    /// <summary>The same for words and files that were said of something else before.</summary>
    public async Task BeginAsync(TurnContext turn, string text, IReadOnlyList<Guid> files, CancellationToken cancel)
    {
        if (await DraftAsync(turn, text, files, cancel) is { } draft)
        {
            turn.Reply(await FirstCardAsync(turn, draft, cancel));
        }
    }

    private async Task<Draft?> DraftAsync(TurnContext turn, string text, IReadOnlyList<Guid> files, CancellationToken cancel)
    {
        if (!turn.Work.Person.WorksFor(turn.Work.Person.UnitId))
        {
            turn.Reply(Texts.OnlyWorkers);
            return null;
        }

        if (StartOpening.IsAll(text))
        {
            turn.Reply(Texts.Prompt);
            return null;
        }

        var values = await words.AddAsync(turn, new StartDraft(), text, cancel);
        if (Complaint(values) is { } complaint)
        {
            turn.Reply(complaint);
            return null;
        }

        var draft = Drafts.Begin(turn, StartDraft.Kind, (values with { Asked = true }).Write());
        draft.FileIds.AddRange(files.Union(await FilesTalk.WaitingAsync(turn, turn.Work.Now - Drafts.Open, cancel)));
        return draft;
    }

    private static Task<Message> FirstCardAsync(TurnContext turn, Draft draft, CancellationToken cancel)
    {
        var question = StartQuestion.For(StartDraft.Read(draft), turn.Work.Person.Person.Unit!.Kind == UnitKind.Township);
        return StartCard.DrawAsync(turn, draft, Texts.Drafted, question, cancel);
    }

    private static string FirstShown(Draft draft) => $"first-{draft.Id:N}";

    /// <summary>More words or files for the open draft; several in a row are answered once. A leader's agreement by telephone is asked where it belongs.</summary>
    public Task SayAsync(TurnContext turn, Draft draft, CancellationToken cancel) =>
        PhoneAgreement.IsMeant(turn.Text) ? AgreedDraft.AskAsync(turn, draft, cancel) : TakeInAsync(turn, draft, turn.Text, cancel);

    private async Task AddAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await Drafts.OpenAsync(turn, press, cancel) is { } draft)
        {
            await TakeInAsync(turn, draft, press.Arguments.GetValueOrDefault(WordsKey) ?? "", cancel);
        }
    }

    private async Task TakeInAsync(TurnContext turn, Draft draft, string text, CancellationToken cancel)
    {
        var before = StartDraft.Read(draft);
        var after = text.Length == 0 ? before : await words.AddAsync(turn, before, text, cancel);
        if (Complaint(after) is { } complaint)
        {
            turn.Reply(complaint);
            return;
        }

        draft.FileIds.AddRange(turn.FileIds);
        Drafts.Change(turn, draft, after.Write());
        if (await turn.TakeBackAsync(FirstShown(draft), cancel))
        {
            await turn.ReplyWhenQuietAsync(await FirstCardAsync(turn, draft, cancel), FirstShown(draft), cancel);
            return;
        }

        var echo = await StartEcho.OfAsync(turn, before, after, turn.FileIds.Count, cancel);
        var message = new Message
        {
            Title = echo,
            Text = SensitiveText.NumberWarning(text) ?? (before.Urgent ? null : StartQuestion.ForUrgency(after)),
            Choices = await StartCard.ChoicesAsync(turn, draft, cancel),
        };
        await turn.ReplyWhenQuietAsync(message, $"draft-{draft.Id:N}", cancel);
    }

    public async Task ShowAsync(TurnContext turn, Draft draft, CancellationToken cancel) =>
        turn.Reply(await StartCard.DrawAsync(turn, draft, Texts.Drafted, null, cancel));

    public string? TakeMention(Draft draft)
    {
        var values = StartDraft.Read(draft);
        if (values.Mentioned)
        {
            return null;
        }

        draft.Values = (values with { Mentioned = true }).Write();
        return Texts.Unsent.With(values.Title);
    }

    public Task ChangeAsync(TurnContext turn, Draft draft, CancellationToken cancel) => fields.ListAsync(turn, draft);

    /// <summary>发起会商 with what has been said of the matter already; else asks for it.</summary>
    private async Task StartAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if ((press.Arguments.GetValueOrDefault(WordsKey) ?? await Unplaced.BeforeAsync(turn, cancel)) is { } said)
        {
            await BeginAsync(turn, said, [], cancel);
        }
        else
        {
            turn.Reply(Texts.Prompt);
        }
    }

    private async Task SendAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await Drafts.SendableAsync(turn, press, d => StartDraft.Read(d).Sent, cancel) is not { } draft)
        {
            return;
        }

        if (draft.ClosedAt is null && draft.Step != press.Step)
        {
            turn.Reply(await StartCard.DrawAsync(turn, draft, Texts.ChangedSince, null, cancel));
            return;
        }

        await SendOffAsync(turn, draft, cancel);
    }

    private async Task SendOffAsync(TurnContext turn, Draft draft, CancellationToken cancel)
    {
        var content = StartDraft.Read(draft).Content;
        if (draft.RecordId is { } amended)
        {
            var refusal = draft.ClosedAt is null
                ? (await useCases.RunInAsync(turn.Work, new AmendConsultation(amended, null, content, draft.FileIds), cancel)).Refusal
                : null;
            if (refusal is null)
            {
                CloseAsSent(turn, draft);
            }

            turn.Reply(refusal?.Sentence ?? Texts.SentAgain);
            return;
        }

        var started = await useCases.RunInAsync(turn.Work, new StartConsultation(draft.Id, content, draft.FileIds), cancel);
        if (!started.Done)
        {
            turn.Reply(started.Refusal!.Sentence);
            return;
        }

        CloseAsSent(turn, draft);
        // A leader who writes it needs no second signature of their own: it is with the office already.
        var title = started.Value.AdmissionDue is { } due
            ? Texts.SentToOffice.With(Core.Calendars.ChinaTime.Moment(due))
            : Texts.Sent.With(started.Value.LeaderName);
        turn.Reply(
            new Message
            {
                Title = title,
                Text = Texts.SentPhotos,
                Footer = Footer(started.Value.Number),
            }
        );
    }

    private async Task MoreAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await Drafts.OpenAsync(turn, press, cancel) is { } draft)
        {
            draft.TouchedAt = turn.Work.Now;
            turn.Reply(Texts.SayMore);
        }
    }

    private async Task LaterAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await Drafts.OpenAsync(turn, press, cancel) is { } draft)
        {
            // Parked, not dropped: free text no longer goes to it.
            draft.TouchedAt = turn.Work.Now - TimeSpan.FromHours(3);
            draft.Values = (StartDraft.Read(draft) with { Mentioned = true }).Write();
            turn.Reply(Texts.KeptForLater);
        }
    }

    /// <summary>Notes that it was sent off.</summary>
    public static void CloseAsSent(TurnContext turn, Draft draft)
    {
        draft.Values = (StartDraft.Read(draft) with { Sent = true }).Write();
        Drafts.Close(turn, draft);
    }

    private static string? Complaint(StartDraft values) =>
        ConsultationContent.Form.Fields.First(f => f.Key == ConsultationContent.AccountKey).Check(values.Account);

    private static string Footer(string number) => Texts.Footer.With(RecordNumber.Sequence(number), number);
}
