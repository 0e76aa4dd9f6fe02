using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Documents;
using SupervisionBot.Core.Persistence;
using SessionTexts = SupervisionBot.Core.Consultations.Sessions.Texts;

namespace SupervisionBot.Core.Demo;

/// <summary>Plays what was done to the sessions of the demo, and what followed for the consultations on their agenda.</summary>
internal sealed class DemoSessions(DemoScene scene, DemoConsultations consultations)
{
    private const string Scheduled = "Schedule";

    private readonly Dictionary<string, Session> played = new(StringComparer.Ordinal);

    private readonly Dictionary<string, Minutes> papers = new(StringComparer.Ordinal);

    public Minutes PaperOf(string key) => papers[key];

    public void Play(DemoSession told, DemoStep step)
    {
        if (step.Action == Scheduled)
        {
            Schedule(told, step);
            return;
        }

        Do(told, played[told.Key], Enum.Parse<SessionAction>(step.Action), step);
    }

    /// <summary>What time will still cause: the question at the end of a session to come, and minutes compiled at the start of the next working day.</summary>
    public void Plan(SessionReminders reminders)
    {
        var morning = scene.Calendar.NextWorkingInstant(ChinaTime.FromLocal(scene.DayOf(1), TimeOnly.MinValue));
        foreach (var session in played.Values)
        {
            if (session.State == SessionState.Scheduled)
            {
                scene.Occurrences.Plan(session.Id, SessionEndCheck.Name, SessionEndCheck.DueValue(session), session.EndsAt);
                foreach (var (step, due, at) in reminders.Of(session, morning))
                {
                    scene.Occurrences.Plan(session.Id, step, due, at);
                }
            }
            else if (session.State == SessionState.Ended)
            {
                scene.Occurrences.Plan(session.Id, CompileMinutes.Name, session.Number, morning);
            }
        }
    }

    private void Schedule(DemoSession told, DemoStep step)
    {
        var id = DemoDirectory.IdOf("session", told.Key);
        var day = scene.DayOf(told.Day);
        var session = new Session
        {
            Id = id,
            Number = scene.Numbers.Take(RecordNumber.Session, scene.MomentOf(step).Year),
            Kind = told.Kind,
            StartsAt = ChinaTime.FromLocal(day, told.StartsAt),
            EndsAt = ChinaTime.FromLocal(day, told.EndsAt),
            Place = told.Place,
        };
        played.Add(told.Key, session);
        var start = ChinaTime.Moment(session.StartsAt);
        foreach (var (item, order) in told.Items.Select((item, index) => (item, index + 1)))
        {
            var consultation = consultations[item.Consultation];
            consultations.Follow(consultation, ConsultationAction.Schedule, step, Scheduled, SessionTexts.HistoryScheduled.With(start));
            session.AgendaItems.Add(
                new AgendaItem
                {
                    Id = DemoDirectory.IdOf("agenda-item", item.Consultation),
                    SessionId = id,
                    ConsultationId = consultation.Id,
                    Order = order,
                }
            );
        }

        session.Attendances.AddRange(Expected(told, session));
        scene.Db.Sessions.Add(session);
        scene.Remember(RecordNumber.Session, id, Scheduled, step, SessionTexts.HistoryScheduledPlace.With(start, session.Place));
    }

    /// <summary>Host and recorder, then the units concerned in protocol order.</summary>
    private IEnumerable<Attendance> Expected(DemoSession told, Session session)
    {
        var records = told.Items.Select(i => consultations[i.Consultation]).ToList();
        var units = records.SelectMany(c => c.InvitedUnits.Select(i => i.UnitId).Append(c.UnitId)).Distinct().Select(id => scene.County.Units[id]);
        var host = scene.County.PersonOf(told.Host);
        var recorder = scene.County.PersonOf(told.Recorder);
        return
        [
            Expect(session, host.UnitId, AttendanceRole.Host, host),
            Expect(session, recorder.UnitId, AttendanceRole.Recorder, recorder),
            .. units.OrderBy(u => u.Order).Select(u => Expect(session, u.Id, AttendanceRole.Attend, null)),
        ];
    }

    private static Attendance Expect(Session session, Guid unitId, AttendanceRole role, Person? person) =>
        new()
        {
            Id = DemoDirectory.IdOf("attendance", $"{session.Id}:{role}:{unitId}"),
            SessionId = session.Id,
            UnitId = unitId,
            PersonId = person?.Id,
            Role = role,
            Attendee = person is null ? "" : Named(person),
            Reply = person is null ? AttendanceReply.Open : AttendanceReply.Accepted,
        };

    private void Do(DemoSession told, Session session, SessionAction action, DemoStep step)
    {
        scene.Move(SessionLifecycle.Table, session, action, step);
        switch (action)
        {
            case SessionAction.Answer:
                Answer(session, step);
                break;
            case SessionAction.Open:
                Remember(session, action, step, SessionTexts.HistoryOpened, ofItems: null);
                break;
            case SessionAction.Record:
                Record(told, session);
                scene.Remember(RecordNumber.Session, session.Id, step.Action, step, SessionTexts.HistoryRecorded);
                break;
            case SessionAction.End:
                Remember(session, action, step, SessionTexts.HistoryEnded, ConsultationAction.Hear, SessionTexts.HistoryHeard);
                break;
            case SessionAction.Compile:
                Remember(session, action, step, SessionTexts.HistoryCompiled, ConsultationAction.DraftMinutes);
                Compile(told, session, step);
                break;
        }
    }

    /// <summary>Writes the history of the session and of the items on its agenda, which may move with it.</summary>
    private void Remember(Session session, SessionAction action, DemoStep step, string words, ConsultationAction? ofItems, string? itemWords = null)
    {
        scene.Remember(RecordNumber.Session, session.Id, step.Action, step, words);
        foreach (var item in session.AgendaItems)
        {
            var record = consultations.ById(item.ConsultationId);
            if (ofItems is { } follow)
            {
                scene.Move(ConsultationLifecycle.Table, record, follow, step);
            }

            scene.Remember(RecordNumber.Consultation, record.Id, $"{nameof(Session)}{action}", step, itemWords ?? words);
        }
    }

    private void Compile(DemoSession told, Session session, DemoStep step)
    {
        var facts = MinutesSource.Facts(session, scene.County.Units);
        var minutes = new Minutes
        {
            Id = DemoDirectory.IdOf("minutes", told.Key),
            Kind = MinutesKind.Session,
            Number = session.Number,
            SessionId = session.Id,
            Session = session,
            PresiderId = scene.County.PersonOf(told.Host).Id,
            Title = facts.Title,
            Markdown = MinutesCompiler.Compile(facts),
            CompiledAt = scene.MomentOf(step),
        };
        papers.Add(told.Key, minutes);
        scene.Db.Minutes.Add(minutes);
        scene.Db.Add(MinutesVersions.First(minutes));
    }

    private void Answer(Session session, DemoStep step)
    {
        var unitId = scene.County.PersonOf(step.By!).UnitId;
        var expected = session.Attendances.Single(a => a.UnitId == unitId && a.Role == AttendanceRole.Attend);
        expected.Reply = step.Leave ? AttendanceReply.Leave : AttendanceReply.Accepted;
        expected.ReplyText = step.Text;
        expected.Attendee = step.Leave ? "" : Named(scene.County.DelegateOf(unitId));
        var unit = scene.County.Units[unitId].ShortName;
        var words = step.Leave ? SessionTexts.HistoryLeave.With(unit, step.Text) : SessionTexts.HistoryAccepted.With(unit, expected.Attendee);
        scene.Remember(RecordNumber.Session, session.Id, step.Action, step, words);
    }

    private void Record(DemoSession told, Session session)
    {
        foreach (var expected in session.Attendances)
        {
            expected.Present = expected.Reply != AttendanceReply.Leave;
            expected.Attendee =
                expected.Present.Value && expected.Attendee.Length == 0 ? Named(scene.County.DelegateOf(expected.UnitId)) : expected.Attendee;
        }

        var day = ChinaTime.DateOf(session.StartsAt);
        foreach (var (item, content) in session.AgendaItems.Zip(told.Items))
        {
            item.Discussion = content.Discussion!;
            item.Outcome = ConsultationOutcome.AgreementReached;
            item.Resolutions.AddRange(content.Resolutions!.Select((r, index) => Resolution(item, r, index + 1, day)));
        }
    }

    private Resolution Resolution(AgendaItem item, DemoResolution told, int order, DateOnly day) =>
        new()
        {
            Id = DemoDirectory.IdOf("resolution", $"{item.Id}:{order}"),
            AgendaItemId = item.Id,
            Order = order,
            Text = told.Text,
            LeadUnitId = scene.County.UnitOf(told.Lead).Id,
            SupportingUnitIds = [.. (told.Supporting ?? []).Select(key => scene.County.UnitOf(key).Id)],
            DueOn = told.DueInDays is { } days ? day.AddDays(days) : null,
        };

    private static string Named(Person person) => SessionTexts.PostAndName.With(person.Post, person.Name);
}
