using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.History;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;
using SigningTexts = SupervisionBot.Core.Consultations.Signing.Texts;

namespace SupervisionBot.Core.Demo;

/// <summary>Plays what was done to a paper of the demo between its first draft and its issue.</summary>
internal sealed class DemoSigning(DemoScene scene)
{
    public void Play(Minutes paper, DemoPaperStep step, Work work)
    {
        var action = Enum.Parse<MinutesAction>(step.Action);
        if (action == MinutesAction.Chase)
        {
            scene.Occurrences.Settle(paper.Id, CountersignLimit.Name, work.Now);
            CountersignLimit.Pass(paper, work);
            return;
        }

        MinutesLifecycle.Table.Follow(work.Actor, action, paper);
        switch (action)
        {
            case MinutesAction.Edit:
                Edit(paper, step.Text!, work);
                break;
            case MinutesAction.SendForCountersign:
                Send(paper, work);
                break;
            case MinutesAction.Countersign:
                Countersign(paper, step, work);
                break;
            case MinutesAction.Submit:
                MinutesHistory.Remember(work, paper, action, SigningTexts.HistorySubmitted);
                CloseRound(paper, work);
                break;
            case MinutesAction.SignOff:
                SigningOff.Sign(paper, work.Person.Id, onBehalf: false, work.Now);
                MinutesHistory.Remember(work, paper, action, SigningTexts.HistorySignedOff);
                break;
            case MinutesAction.SignOffOnBehalf:
                SignOnBehalf(paper, step, work);
                break;
            case MinutesAction.Issue:
                Issue(paper, work);
                break;
            default:
                throw new InvalidDataException($"The demo's papers know no {step.Action}.");
        }
    }

    /// <summary>One more paragraph before the sentence that closes every paper.</summary>
    private void Edit(Minutes paper, string paragraph, Work work)
    {
        paper.Step += paper.State == MinutesState.Drafting ? 0 : 1;
        paper.Markdown = paper.Markdown.Insert(paper.Markdown.IndexOf(Documents.Texts.Advisory, StringComparison.Ordinal), paragraph + "\n\n");
        paper.VersionNumber++;
        paper.Revision++;
        scene.Db.Add(
            new MinutesVersion
            {
                MinutesId = paper.Id,
                Number = paper.VersionNumber,
                Markdown = paper.Markdown,
                SavedById = work.Person.Id,
                BegunAt = work.Now,
                SavedAt = work.Now,
                Kept = true,
            }
        );
        MinutesHistory.Remember(work, paper, MinutesAction.Edit, SigningTexts.HistoryEdited.With(paper.VersionNumber));
    }

    private void Send(Minutes paper, Work work)
    {
        var units = CountersignRound.UnitsOf(paper).Select(id => scene.County.Units[id]).OrderBy(u => u.Order).ToList();
        CountersignRound.Open(paper, units, scene.Rules, work);
        scene.Occurrences.Plan(paper.Id, CountersignLimit.Name, CountersignLimit.DueValue(paper), CountersignLimit.Moment(paper, scene.Ladder));
        var names = string.Join('、', units.Select(u => u.ShortName));
        MinutesHistory.Remember(work, paper, MinutesAction.SendForCountersign, SigningTexts.HistorySent.With(names));
    }

    private void Countersign(Minutes paper, DemoPaperStep step, Work work)
    {
        var row = paper.Asked.Single(c => c.UnitId == work.Person.UnitId);
        CountersignRound.Answer(paper, row, step.Choice!.Value, step.Text, work);
        if (CountersignRound.TryAgree(paper, work))
        {
            CloseRound(paper, work);
        }
    }

    private void CloseRound(Minutes paper, Work work)
    {
        CountersignRound.Close(paper, work.Now);
        scene.Occurrences.Withdraw(paper.Id, CountersignLimit.Name, work.Now);
    }

    private void SignOnBehalf(Minutes paper, DemoPaperStep step, Work work)
    {
        var chair = paper.Presider!;
        SigningOff.Sign(paper, chair.Id, onBehalf: true, work.Now);
        MinutesHistory.Remember(
            work,
            paper,
            MinutesAction.SignOffOnBehalf,
            SigningTexts.HistorySignedOnBehalf.With(chair.Name),
            Means.Paper,
            chair.Id,
            after: step.Text
        );
    }

    private void Issue(Minutes paper, Work work)
    {
        var kind = paper.Kind == MinutesKind.Session ? RecordNumber.IssuedMinutes : RecordNumber.IssuedConclusion;
        paper.IssuedOn = ChinaTime.DateOf(paper.SignedAt!.Value);
        paper.IssueYear = paper.IssuedOn.Value.Year;
        paper.IssueNumber = scene.Numbers.TakeSequence(kind, paper.IssueYear.Value);
        paper.IssuedAt = work.Now;
        paper.IssuedVersion = paper.VersionNumber;
        MinutesHistory.Remember(work, paper, MinutesAction.Issue, SigningTexts.HistoryIssued.With(MinutesNames.IssueMark(paper)));
        foreach (var resolution in Tracking.On(paper))
        {
            Tracking.Begin(resolution, paper, scene.Numbers.Take(RecordNumber.RegisterTask, work.Today.Year), work);
        }

        foreach (var consultation in MinutesHistory.ConsultationsOf(paper))
        {
            ConsultationLifecycle.Table.Follow(work.Actor, ConsultationAction.Conclude, consultation);
        }
    }
}
