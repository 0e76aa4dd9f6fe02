using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Conversations.Ordering;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Core;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Conversations.Talks;

/// <summary>Files that came without words and without an open draft: kept, and asked where they belong.</summary>
internal sealed class FilesTalk(UseCases useCases) : ITalk
{
    private const string Attach = "files.attach";
    private const string New = "files.new";
    private const int Most = 4;

    public IEnumerable<(string Verb, Answer Answer)> Verbs => [(Attach, AttachAsync), (New, NewAsync)];

    /// <summary>Asks once for all files that wait, however many messages they came in.</summary>
    public async Task ReceiveAsync(TurnContext turn, CancellationToken cancel)
    {
        await turn.Work.Db.SaveChangesAsync(cancel);
        var count = (await WaitingAsync(turn, DateTimeOffset.MinValue, cancel)).Count;
        var open = await RecordStatus.TakingFilesAsync(turn.Work.Db, turn.Work.Person, Most, cancel);
        var message = new Message
        {
            Title = Texts.FilesReceived.With(count),
            Choices =
            [
                .. open.Select(item => new Choice(
                    item.Title,
                    Attach,
                    new Dictionary<string, string>(StringComparer.Ordinal) { ["id"] = item.RecordId.ToString() }
                )),
                new Choice(Texts.FilesForNew, New),
            ],
        };
        await turn.ReplyWhenQuietAsync(message, "files", cancel);
    }

    /// <summary>Files of the person that wait for a record, in the order they came; those that came before <paramref name="since"/> are left out.</summary>
    public static Task<List<Guid>> WaitingAsync(TurnContext turn, DateTimeOffset since, CancellationToken cancel) =>
        turn
            .Work.Db.Files.Where(f =>
                f.OwnerId == turn.Work.Person.Id
                && f.RecordId == null
                && f.At >= since
                && !turn.Work.Db.Drafts.Any(d => d.ClosedAt == null && d.FileIds.Contains(f.Id))
            )
            .OrderBy(f => f.At)
            .Select(f => f.Id)
            .ToListAsync(cancel);

    private async Task AttachAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        var files = await WaitingAsync(turn, DateTimeOffset.MinValue, cancel);
        if (await OrderReplies.FindAsync(turn, press.Id, cancel) is { } order)
        {
            await AttachAsync(turn, order, files, cancel);
            return;
        }

        var outcome = await useCases.RunInAsync(turn.Work, new AddMaterial(press.Id, null, null, files), cancel);
        if (outcome.Refusal is { } refusal)
        {
            await StandingTalk.RefuseAsync(turn, refusal, press.Id, cancel);
            return;
        }

        turn.Reply(Texts.FilesAttached.With(files.Count, outcome.Value.Title));
    }

    /// <summary>Of the township they are what was asked for, or an addition; of the department they go with its progress.</summary>
    private async Task AttachAsync(TurnContext turn, AssistanceOrder order, IReadOnlyList<Guid> files, CancellationToken cancel)
    {
        IRecordRequest<OrderAnswer> request = turn.Work.Person.WorksFor(order.UnitId)
            ? new SupplyMaterial(order.Id, null, null, files, order.State == OrderState.AwaitingMaterial)
            : new ReportOrderProgress(order.Id, null, Texts.FilesAsProgress, files);
        if (await useCases.DoAsync(turn, request, cancel) is { } done)
        {
            OrderReplies.Say(turn, done, Texts.FilesAttached.With(done.Files, order.Title));
        }
    }

    private static Task NewAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        turn.Reply(Texts.FilesNewPrompt);
        return Task.CompletedTask;
    }
}
