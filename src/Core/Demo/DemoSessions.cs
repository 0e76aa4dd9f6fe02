using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Demo;

/// <summary>Plays what was done to the sessions of the demo, and what followed for the consultations on their agenda.</summary>
internal sealed class DemoSessions(DemoScene scene, DemoConsultations consultations)
{
    private const string Schedule = "Schedule";

    /// <summary>The lifecycle ends with the draft minutes; those that stand as issued were signed by the host on paper.</summary>
    private const string Issue = "Issue";

    private readonly Dictionary<string, (Session Session, Minutes? Minutes)> played = new(StringComparer.Ordinal);

    public async Task PlayAsync(DemoSession told, DemoStep step, CancellationToken cancel)
    {
        if (step.Action == Schedule)
        {
            await ScheduleAsync(told, step, cancel);
            return;
        }

        var (session, minutes) = played[told.Key];
        if (step.Action == Issue)
        {
            IssueMinutes(session, minutes!, step);
        }
        else
        {
            Do(told, session, Enum.Parse<SessionAction>(step.Action), step);
        }

        scene.Remember(RecordNumber.Session, session.Id, step.Action, step);
    }

    private async Task ScheduleAsync(DemoSession told, DemoStep step, CancellationToken cancel)
    {
        var id = DemoDirectory.IdOf("session", told.Key);
        var day = scene.DayOf(told.Day);
        var session = new Session
        {
            Id = id,
            Number = await RecordNumber.TakeAsync(scene.Db, RecordNumber.Session, scene.MomentOf(step).Year, cancel),
            Kind = told.Kind,
            StartsAt = ChinaTime.FromLocal(day, told.StartsAt),
            EndsAt = ChinaTime.FromLocal(day, told.EndsAt),
            Place = told.Place,
        };
        played.Add(told.Key, (session, null));
        foreach (var (item, order) in told.Items.Select((item, index) => (item, index + 1)))
        {
            var consultation = consultations[item.Consultation];
            consultations.Follow(consultation, ConsultationAction.Schedule, step);
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
        scene.Remember(RecordNumber.Session, id, Schedule, step);
    }

    /// <summary>Host and recorder, then the units concerned in protocol order.</summary>
    private IEnumerable<Attendance> Expected(DemoSession told, Session session)
    {
        var records = told.Items.Select(i => consultations[i.Consultation]).ToList();
        var units = records.SelectMany(c => c.InvitedUnits.Select(i => i.UnitId).Append(c.UnitId)).Distinct().Select(scene.County.UnitOf);
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
            Role = role,
            Attendee = person is null ? "" : $"{person.Post}{person.Name}",
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
            case SessionAction.Record:
                Record(told, session);
                break;
            case SessionAction.End:
                FollowAll(session, ConsultationAction.Hear, step);
                break;
            case SessionAction.Compile:
                FollowAll(session, ConsultationAction.DraftMinutes, step);
                var minutes = new DemoMinutes(scene, consultations).Compile(told, session, step);
                scene.Db.Minutes.Add(minutes);
                played[told.Key] = (session, minutes);
                break;
        }
    }

    private void Answer(Session session, DemoStep step)
    {
        var unitId = scene.County.PersonOf(step.By!).UnitId;
        var expected = session.Attendances.Single(a => a.UnitId == unitId && a.Role == AttendanceRole.Attend);
        expected.Reply = step.Leave ? AttendanceReply.Leave : AttendanceReply.Accepted;
        expected.ReplyText = step.Text;
        expected.Attendee = step.Leave ? "" : Named(unitId);
    }

    private void Record(DemoSession told, Session session)
    {
        foreach (var expected in session.Attendances)
        {
            expected.Present = expected.Reply != AttendanceReply.Leave;
            expected.Attendee = expected.Present.Value && expected.Attendee.Length == 0 ? Named(expected.UnitId) : expected.Attendee;
        }

        var day = ChinaTime.DateOf(session.StartsAt);
        foreach (var (item, content) in session.AgendaItems.Zip(told.Items))
        {
            item.Discussion = content.Discussion!;
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

    private void IssueMinutes(Session session, Minutes minutes, DemoStep step)
    {
        minutes.State = MinutesState.Issued;
        minutes.Version++;
        foreach (var item in session.AgendaItems)
        {
            var record = consultations.ById(item.ConsultationId);
            DemoScene.MoveTo(record, ConsultationState.Concluded);
            scene.Remember(RecordNumber.Consultation, record.Id, Issue, step);
        }
    }

    private void FollowAll(Session session, ConsultationAction action, DemoStep step) =>
        session.AgendaItems.ForEach(i => consultations.Follow(consultations.ById(i.ConsultationId), action, step));

    private string Named(Guid unitId)
    {
        var person = scene.County.DelegateOf(unitId);
        return $"{person.Post}{person.Name}";
    }
}
