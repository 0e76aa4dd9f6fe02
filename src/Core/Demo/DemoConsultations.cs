using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Demo;

/// <summary>Plays what was done to the consultations of the demo.</summary>
internal sealed class DemoConsultations(DemoScene scene)
{
    private const int AdmissionWorkingDays = 2;
    private const int ViewWorkingDays = 5;
    private readonly Dictionary<string, Consultation> played = new(StringComparer.Ordinal);

    public Consultation this[string key] => played[key];

    public Consultation ById(Guid id) => played.Values.Single(c => c.Id == id);

    public void Play(DemoConsultation told, DemoStep step)
    {
        if (step.Action == nameof(StartConsultation))
        {
            Start(told, step);
        }
        else
        {
            Do(played[told.Key], step);
        }
    }

    /// <summary>A step that follows from what happened to the session.</summary>
    public void Follow(Consultation record, ConsultationAction action, DemoStep step, string historyAction, string words)
    {
        scene.Move(ConsultationLifecycle.Table, record, action, step);
        scene.Remember(RecordNumber.Consultation, record.Id, historyAction, step, words);
    }

    private void Start(DemoConsultation told, DemoStep step)
    {
        var at = scene.MomentOf(step);
        var id = DemoDirectory.IdOf("consultation", told.Key);
        var record = new Consultation
        {
            Id = id,
            Number = scene.Numbers.Take(RecordNumber.Consultation, at.Year),
            UnitId = scene.County.UnitOf(told.Unit).Id,
            DrafterId = scene.County.PersonOf(told.Drafter).Id,
            Title = told.Title,
            Situation = told.Situation,
            Account = told.Account,
            Negotiation = told.Negotiation,
            OwnView = told.OwnView,
            StartedAt = at,
            InvitedUnits = [.. told.Invited.Select(key => new InvitedUnit { ConsultationId = id, UnitId = scene.County.UnitOf(key).Id })],
        };
        played.Add(told.Key, record);
        scene.Db.Consultations.Add(record);
        scene.Remember(RecordNumber.Consultation, id, step.Action, step);
    }

    private void Do(Consultation record, DemoStep step)
    {
        var action = Enum.Parse<ConsultationAction>(step.Action);
        scene.Move(ConsultationLifecycle.Table, record, action, step);
        scene.Remember(RecordNumber.Consultation, record.Id, step.Action, step);
        var at = scene.MomentOf(step);
        switch (action)
        {
            case ConsultationAction.Release:
            case ConsultationAction.ReleaseOnBehalf:
                record.ReleasedAt = at;
                record.ReleasedOnBehalf = action == ConsultationAction.ReleaseOnBehalf;
                record.AdmissionDue = EndAfter(at, AdmissionWorkingDays);
                break;
            case ConsultationAction.SendBack:
            case ConsultationAction.ReturnForCompletion:
                record.ReturnReason = step.Text;
                record.AdmissionDue = null;
                break;
            case ConsultationAction.ConvertToOrder:
                record.AdmissionDue = null;
                break;
            case ConsultationAction.AdmitForViews:
                Admit(record, AdmissionRoute.WrittenViews, at);
                break;
            case ConsultationAction.AdmitForRegularSession:
                Admit(record, AdmissionRoute.RegularSession, at);
                break;
            case ConsultationAction.AdmitForOwnSession:
                Admit(record, AdmissionRoute.OwnSession, at);
                break;
            case ConsultationAction.GiveView:
                GiveView(record, step, at);
                break;
        }
    }

    private void Admit(Consultation record, AdmissionRoute route, DateTimeOffset at)
    {
        record.Route = route;
        record.AdmittedAt = at;
        record.ViewsDue = EndAfter(at, ViewWorkingDays);
    }

    private void GiveView(Consultation record, DemoStep step, DateTimeOffset at)
    {
        var person = scene.County.PersonOf(step.By!);
        var asked = record.InvitedUnits.Single(i => i.UnitId == person.UnitId);
        asked.ViewKind = step.Kind;
        asked.ViewText = step.Text;
        asked.ViewBasis = step.Basis;
        asked.ViewById = person.Id;
        asked.ViewAt = at;
    }

    private DateTimeOffset EndAfter(DateTimeOffset at, int workingDays) =>
        scene.Calendar.EndOfBusiness(scene.Calendar.AddWorkingDays(ChinaTime.DateOf(at), workingDays));
}
