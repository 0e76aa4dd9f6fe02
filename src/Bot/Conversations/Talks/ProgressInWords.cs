using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using Act = SupervisionBot.Core.Consultations.Resolutions.ResolutionAction;

namespace SupervisionBot.Bot.Conversations.Talks;

/// <summary>
/// “RW12号办完了，巡查记录已交”: finds the resolution by its number or by the words of its matter among those open for the unit. Under way by number counts
/// at once; done, or found by its words only, is shown once before it counts.
/// </summary>
internal sealed class ProgressInWords(ResolutionTalk talk) : ITalk, IInWords
{
    private const string Read = "resolution.read";
    private const int MatterLength = 40;

    public IEnumerable<(string Verb, Answer Answer)> Verbs => [(Read, ReadAsync)];

    public async Task<bool> TryAsync(TurnContext turn, CancellationToken cancel)
    {
        if (ProgressSentence.AsksForList(turn.Text))
        {
            await ResolutionTalk.ListAsync(turn, cancel);
            return true;
        }

        return ProgressSentence.IsMeant(turn.Text) && await TakeAsync(turn, certain: true, cancel);
    }

    /// <summary>Takes a report.</summary>
    /// <param name="certain">The sentence says itself that it is one: then it is asked which resolution is meant, where that is not clear.</param>
    /// <returns>False when nothing open is meant.</returns>
    public async Task<bool> TakeAsync(TurnContext turn, bool certain, CancellationToken cancel)
    {
        var open = await ResolutionLines.OfMyUnitAsync(turn.Work.Db, turn.Work.Person, cancel);
        var files = turn.FileIds.Union(await FilesTalk.WaitingAsync(turn, turn.Work.Now - Drafts.Open, cancel)).ToList();
        var text = ProgressSentence.WordsOf(turn.Text);
        if (ProgressSentence.Number(turn.Text) is { } number)
        {
            return await ByNumberAsync(turn, open, number, text, files, cancel);
        }

        var meant = MatterWords.Find(turn.Text, [.. open.Select(line => line.Matter + line.Text)]);
        if (meant is [var only])
        {
            await OnceAsync(turn, open[only].Id, text, files, cancel);
            return true;
        }

        if (!certain || open.Count == 0)
        {
            return false;
        }

        var asked = meant.Count == 0 ? open : [.. meant.Select(i => open[i])];
        turn.Reply(
            new Message
            {
                Title = Texts.WhichResolution,
                Choices = [.. asked.Select(line => new Choice(ResolutionTalk.Label(line), Read, ResolutionTalk.Arguments(line.Id, text, files)))],
            }
        );
        return true;
    }

    private async Task<bool> ByNumberAsync(
        TurnContext turn,
        IReadOnlyList<ResolutionLine> open,
        string number,
        string text,
        IReadOnlyList<Guid> files,
        CancellationToken cancel
    )
    {
        var asTyped = number.StartsWith(RecordNumber.RegisterTask, StringComparison.OrdinalIgnoreCase) ? number : RecordNumber.RegisterTask + number;
        var found = await RecordFinder.FindAsync(turn.Work.Db, turn.Work.Person, asTyped, turn.Work.Today, cancel);
        if (found is not [var only])
        {
            turn.Reply(Texts.NumberNotFound.With(number));
            return true;
        }

        if (ProgressSentence.IsDone(text) || !open.Any(line => line.Id == only.Id))
        {
            await OnceAsync(turn, only.Id, text, files, cancel);
            return true;
        }

        await talk.ReportAsync(turn, new ReportProgress(only.Id, null, text, files, Done: false), cancel);
        return true;
    }

    private static Task ReadAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        var (text, files) = ResolutionTalk.Carried(press);
        return OnceAsync(turn, press.Id, text ?? "", files, cancel);
    }

    /// <summary>Shows what would be reported. Where nothing can be reported any more, or by this person, it shows where the resolution stands.</summary>
    private static async Task OnceAsync(TurnContext turn, Guid id, string text, IReadOnlyList<Guid> files, CancellationToken cancel)
    {
        var (db, actor) = (turn.Work.Db, turn.Work.Person);
        var resolution = await db.Resolutions.AsNoTracking().VisibleTo(actor).FirstOrDefaultAsync(r => r.Id == id, cancel);
        var allowed = resolution is null ? [] : Allowed(turn, resolution, ProgressSentence.IsDone(text));
        if (allowed.Count == 0)
        {
            turn.Reply(await RecordStatus.OfAsync(db, actor, id, turn.Work.Now, cancel) ?? Message.Say(Texts.NothingMoreToDo));
            return;
        }

        turn.Reply(
            new Message
            {
                Title = (allowed[0] == Act.ReportDone ? Texts.DoneRead : Texts.ProgressRead).With(
                    ConsultationTitle.Cut(resolution!.Text, MatterLength)
                ),
                Facts =
                [
                    new Fact(Texts.FactProgress, text),
                    .. files.Count == 0 ? Array.Empty<Fact>() : [new Fact(Texts.FactReportFiles, Texts.FileCount.With(files.Count))],
                ],
                Choices =
                [
                    .. allowed.Select(action => Carrying(action, resolution, text, files)),
                    new Choice(Conversations.Texts.NotNow, HelpTalk.Never),
                ],
                Footer = resolution.Number,
            }
        );
    }

    /// <summary>What the person may report now; what they seem to mean comes first.</summary>
    private static List<Act> Allowed(TurnContext turn, Resolution resolution, bool done) =>
        [
            .. (done ? new[] { Act.ReportDone, Act.ReportProgress } : [Act.ReportProgress, Act.ReportDone]).Where(action =>
                ResolutionLifecycle.Table.Can(turn.Work.Person, action, resolution)
            ),
        ];

    private static Choice Carrying(Act action, Resolution resolution, string text, IReadOnlyList<Guid> files)
    {
        var plain = ResolutionChoices.Of(action, resolution, action == Act.ReportDone ? null : Texts.ChoiceOnlyProgress);
        return plain with
        {
            Arguments = new Dictionary<string, string>(
                ResolutionTalk.Arguments(resolution.Id, text, files).Concat(plain.Arguments!).DistinctBy(a => a.Key)
            ),
        };
    }
}
