using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.TypicalPractices;
using SupervisionBot.Core.TypicalPractices.Bulletins;

namespace SupervisionBot.Core.Demo;

/// <summary>Plays what was done to the typical practices of the demo, and the bulletins that carry them.</summary>
internal sealed class DemoPractices(DemoScene scene)
{
    private readonly Dictionary<string, TypicalPractice> played = new(StringComparer.Ordinal);

    public void Play(DemoPractice told, DemoStep step)
    {
        if (step.Action == nameof(SubmitPractice))
        {
            Submit(told, step);
        }
        else
        {
            Do(played[told.Key], step);
        }
    }

    public void Issue(DemoBulletin told)
    {
        var work = scene.WorkAt(told.By, told.Day, told.At);
        var bulletin = new Bulletin
        {
            Id = DemoDirectory.IdOf("bulletin", told.Key),
            State = BulletinState.Issued,
            Step = 1,
            Version = 1,
            Year = work.Today.Year,
            Issue = scene.Numbers.TakeSequence(IssueBulletin.Kind, work.Today.Year),
            IssuedOn = work.Today,
            Foreword = told.Foreword,
            ReportedTo = told.ReportedTo,
            SentTo = told.SentTo,
            DistributedTo = told.DistributedTo,
            Copies = told.Copies,
            StartedAt = work.Now,
            IssuedAt = work.Now,
        };
        var mark = BulletinNames.Mark(bulletin);
        foreach (var (index, key) in told.Practices.Index())
        {
            var practice = played[key];
            bulletin.Items.Add(
                new BulletinItem
                {
                    BulletinId = bulletin.Id,
                    PracticeId = practice.Id,
                    Order = index + 1,
                }
            );
            AdoptionRecording.Add(
                practice,
                AdoptionLevel.TaskForce,
                work.Today,
                TypicalPractices.Bulletins.Texts.Outlet.With(mark),
                instruction: null,
                work
            );
        }

        scene.Db.Bulletins.Add(bulletin);
        work.Remember(IssueBulletin.Kind, bulletin.Id, nameof(BulletinAction.Issue), TypicalPractices.Bulletins.Texts.HistoryIssued.With(mark));
    }

    private void Submit(DemoPractice told, DemoStep step)
    {
        var work = scene.WorkAt(step.By, step.Day, step.At);
        var drafter = scene.County.PersonOf(told.Drafter);
        var practice = new TypicalPractice
        {
            Id = DemoDirectory.IdOf("practice", told.Key),
            Number = scene.Numbers.Take(RecordNumber.TypicalPractice, work.Today.Year),
            UnitId = drafter.UnitId,
            DrafterId = drafter.Id,
            Title = told.Title,
            Body = told.Body,
            Author = drafter.Name,
            Contact = Addressees.Line(drafter),
            SubmittedAt = work.Now,
        };
        played.Add(told.Key, practice);
        scene.Db.TypicalPractices.Add(practice);
        work.Remember(RecordNumber.TypicalPractice, practice.Id, step.Action, TypicalPractices.Texts.HistorySubmitted);
    }

    private void Do(TypicalPractice practice, DemoStep step)
    {
        var action = Enum.Parse<PracticeAction>(step.Action);
        var work = scene.WorkAt(step.By, step.Day, step.At);
        scene.Move(PracticeLifecycle.Table, practice, action, step);
        switch (action)
        {
            case PracticeAction.Release:
                practice.ReleasedAt = work.Now;
                work.Remember(RecordNumber.TypicalPractice, practice.Id, step.Action, TypicalPractices.Texts.HistoryReleased);
                break;
            case PracticeAction.RecordAdoption:
                AdoptionRecording.Add(practice, AdoptionLevel.Prefecture, ChinaTime.DateOf(work.Now), step.Text, instruction: null, work);
                break;
            default:
                practice.Reason = step.Text;
                practice.AdoptedAt = action == PracticeAction.Adopt ? work.Now : null;
                work.Remember(
                    RecordNumber.TypicalPractice,
                    practice.Id,
                    step.Action,
                    TypicalPractices.Texts.HistoryReviewed.With(PracticeChoices.Label(action), step.Text)
                );
                break;
        }
    }
}
