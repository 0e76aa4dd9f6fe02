using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Core;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;
using Act = SupervisionBot.Core.Consultations.Resolutions.ResolutionAction;

namespace SupervisionBot.Bot.Conversations.Talks;

/// <summary>议定事项 by button: the units report, the office closes out or wants more.</summary>
internal sealed class ResolutionTalk(UseCases useCases, Sentences sentences) : ITalk
{
    private const string TextKey = "text";
    private const string FilesKey = "files";
    private const int Most = 9;

    public IEnumerable<(string Verb, Answer Answer)> Verbs =>
        [
            (ResolutionChoices.VerbPrefix + Act.ReportProgress, (t, p, c) => ReportAsync(t, p, done: false, c)),
            (ResolutionChoices.VerbPrefix + Act.ReportDone, (t, p, c) => ReportAsync(t, p, done: true, c)),
            (ResolutionChoices.VerbPrefix + Act.CloseOut, CloseOutAsync),
            (ResolutionChoices.VerbPrefix + Act.SendBack, SendBackAsync),
        ];

    /// <summary>我单位的议定事项: what is still open, by due date.</summary>
    public static async Task ListAsync(TurnContext turn, CancellationToken cancel)
    {
        var open = await ResolutionLines.OfMyUnitAsync(turn.Work.Db, turn.Work.Person, cancel);
        turn.Reply(
            open.Count == 0
                ? Message.Say(Texts.NoResolutions)
                : new Message
                {
                    Title = Texts.ResolutionsTitle.With(open.Count),
                    Text = open.Count > Most ? Texts.ResolutionsMore.With(Most) : null,
                    Choices = [.. open.Take(Most).Select(line => OverviewTalk.Choice(line.Id, Label(line)))],
                }
        );
    }

    /// <summary>巡查汾河滩　3月19日（周五）前　RW-2027-0001.</summary>
    public static string Label(ResolutionLine line)
    {
        var matter = Core.Consultations.ConsultationTitle.Cut(line.Text, LabelLength);
        return line.DueOn is { } due
            ? Texts.ResolutionLine.With(matter, Core.Calendars.ChinaTime.Day(due), line.Number)
            : Texts.ResolutionLineAlways.With(matter, line.Number);
    }

    /// <summary>What a report is made of, as arguments of a choice.</summary>
    public static Dictionary<string, string> Arguments(Guid id, string text, IEnumerable<Guid> files) =>
        new(StringComparer.Ordinal)
        {
            ["id"] = id.ToString(),
            [TextKey] = text,
            [FilesKey] = string.Join(',', files),
        };

    /// <summary>The words and files of a report that a choice carries.</summary>
    public static (string? Text, IReadOnlyList<Guid> Files) Carried(Press press) =>
        (
            press.Arguments.GetValueOrDefault(TextKey),
            [
                .. (press.Arguments.GetValueOrDefault(FilesKey) ?? "")
                    .Split(',', StringSplitOptions.RemoveEmptyEntries)
                    .Select(id => Guid.TryParse(id, out var file) ? file : Guid.Empty),
            ]
        );

    private const int LabelLength = 24;

    private async Task ReportAsync(TurnContext turn, Press press, bool done, CancellationToken cancel)
    {
        var (carried, files) = Carried(press);
        if ((press.Sentence ?? carried) is not { } text)
        {
            await sentences.AskAsync(turn, press, done ? Texts.AskDone : Texts.AskProgress, null, cancel);
            return;
        }

        await ReportAsync(turn, new ReportProgress(press.Id, press.Step, text, [.. files, .. press.FileIds ?? []], done), cancel);
    }

    /// <summary>Reports, and says what became of it.</summary>
    public async Task ReportAsync(TurnContext turn, ReportProgress report, CancellationToken cancel)
    {
        if (await useCases.DoAsync(turn, report, cancel) is { } taken)
        {
            turn.Reply(
                new Message
                {
                    Title = (taken.Done ? Texts.DoneReported : Texts.ProgressReported).With(Short(taken.Matter)),
                    Text = StandingTalk.Lines(
                        taken.Done ? Texts.DoneReportedThen : Texts.ProgressReportedThen,
                        taken.Files == 0 ? null : Texts.FilesWithReport.With(taken.Files)
                    ),
                    Footer = taken.Number,
                }
            );
        }
    }

    private async Task CloseOutAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (await useCases.DoAsync(turn, new CloseOutResolution(press.Id, press.Step), cancel) is { } done)
        {
            turn.Reply(
                new Message
                {
                    Title = Texts.ClosedOut.With(Short(done.Matter)),
                    Text = done.Told.Count == 0 ? null : Texts.ToldUnits.With(string.Join('、', done.Told)),
                    Footer = done.Number,
                }
            );
        }
    }

    private async Task SendBackAsync(TurnContext turn, Press press, CancellationToken cancel)
    {
        if (press.Sentence is not { } reason)
        {
            await sentences.AskAsync(turn, press, Texts.AskSendBackResolution, null, cancel);
        }
        else if (await useCases.DoAsync(turn, new SendBackResolution(press.Id, press.Step, reason), cancel) is { } done)
        {
            turn.Reply(
                new Message
                {
                    Title = Texts.ResolutionSentBack.With(Short(done.Matter)),
                    Text = done.Reached ? Texts.ToldUnits.With(done.UnitName) : StandingTalk.Unreached([done.UnitName]),
                    Footer = done.Number,
                }
            );
        }
    }

    private static string Short(string matter) => Core.Consultations.ConsultationTitle.Cut(matter, 40);
}
