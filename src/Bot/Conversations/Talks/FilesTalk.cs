using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Conversations.Ordering;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Conversations.Talks;

/// <summary>Files that came without an open draft, and without words that say what is wanted: kept, and asked where they belong.</summary>
internal sealed class FilesTalk(UseCases useCases) : ITalk
{
    private const string Attach = "files.attach";
    private const string New = "files.new";
    private const string WordsKey = "words";
    private const string FilesKey = "files";
    private const int Most = 4;

    /// <summary>How many open matters the words beside the files may mean.</summary>
    private const int Looked = 40;

    public IEnumerable<(string Verb, Answer Answer)> Verbs => [(Attach, AttachAsync), (New, NewAsync)];

    /// <summary>Asks once for all files that wait, however many messages they came in.</summary>
    public async Task ReceiveAsync(TurnContext turn, CancellationToken cancel)
    {
        await turn.Work.Db.SaveChangesAsync(cancel);
        var files = await WaitingAsync(turn, DateTimeOffset.MinValue, cancel);
        var open = await RecordStatus.TakingFilesAsync(turn.Work.Db, turn.Work.Person, Looked, cancel);
        var meant = MatterWords.Find(turn.Text, [.. open.Select(item => item.Title)]);
        var message = new Message
        {
            Title = Texts.FilesReceived.With(files.Count),
            Choices =
            [
                .. open.Select((item, at) => (item, at))
                    .OrderByDescending(o => meant.Contains(o.at))
                    .Take(Most)
                    .Select(o => new Choice(o.item.Title, Attach, Arguments(o.item.RecordId, turn.Text, files))),
                new Choice(Texts.FilesForNew, New),
            ],
        };
        await turn.ReplyWhenQuietAsync(message, "files", cancel);
    }

    /// <summary>
    /// Files of the person that wait for a record, in the order they came; those that came before <paramref name="since"/> are left out, and those of a draft: what
    /// was dropped with its draft does not go out with another matter.
    /// </summary>
    public static Task<List<Guid>> WaitingAsync(TurnContext turn, DateTimeOffset since, CancellationToken cancel) =>
        turn
            .Work.Db.Files.Where(f =>
                f.OwnerId == turn.Work.Person.Id
                && f.RecordId == null
                && f.At >= since
                && !turn.Work.Db.Drafts.Any(d => d.PersonId == turn.Work.Person.Id && d.FileIds.Contains(f.Id))
            )
            .OrderBy(f => f.At)
            .Select(f => f.Id)
            .ToListAsync(cancel);

    private async Task AttachAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        var drawnFor = (press.Arguments.GetValueOrDefault(FilesKey) ?? "").Split(',');
        var waiting = await WaitingAsync(turn, DateTimeOffset.MinValue, cancel);
        var files = waiting.FindAll(file => drawnFor.Contains(file.ToString("N")));
        if (files.Count == 0)
        {
            turn.Reply(Conversations.Texts.ChoiceGone);
            return;
        }

        var words = press.Arguments.GetValueOrDefault(WordsKey);
        if (await OrderReplies.FindAsync(turn, press.Id, cancel) is { } order)
        {
            await AttachAsync(turn, order, words, files, cancel);
            return;
        }

        var outcome = await useCases.RunInAsync(turn.Work, new AddMaterial(press.Id, null, words, files), cancel);
        if (outcome.Refusal is { } refusal)
        {
            await StandingTalk.RefuseAsync(turn, refusal, press.Id, cancel);
            return;
        }

        turn.Reply(Texts.FilesAttached.With(files.Count, outcome.Value.Title));
    }

    /// <summary>Of the township they are what was asked for, or an addition; of the department they go with its progress.</summary>
    private async Task AttachAsync(TurnContext turn, AssistanceOrder order, string? words, IReadOnlyList<Guid> files, CancellationToken cancel)
    {
        IRecordRequest<OrderAnswer> request = turn.Work.Person.WorksFor(order.UnitId)
            ? new SupplyMaterial(order.Id, null, words, files, order.State == OrderState.AwaitingMaterial)
            : new ReportOrderProgress(order.Id, null, words ?? Texts.FilesAsProgress, files);
        if (await useCases.DoAsync(turn, request, cancel) is { } done)
        {
            OrderReplies.Say(turn, done, Texts.FilesAttached.With(done.Files, order.Title));
        }
    }

    /// <summary>The record, and what the choice was drawn for: files that come later are asked about again.</summary>
    private static Dictionary<string, string> Arguments(Guid recordId, string words, IEnumerable<Guid> files)
    {
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["id"] = recordId.ToString(),
            [FilesKey] = string.Join(',', files.Select(file => file.ToString("N"))),
        };
        if (words.Length > 0)
        {
            arguments[WordsKey] = words;
        }

        return arguments;
    }

    private static Task NewAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        turn.Reply(Texts.FilesNewPrompt);
        return Task.CompletedTask;
    }
}
