using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>What people are told about a session, each with exactly the actions that are theirs.</summary>
internal static class SessionNotices
{
    public static Message Invitation(Session session, Concerned person, FileLink entry)
    {
        var title = person.Role switch
        {
            AttendanceRole.Host => Texts.NoticeHosting,
            AttendanceRole.Recorder => Texts.NoticeRecording,
            _ => Texts.NoticeInvitation,
        };
        return About(session, title, [new Fact(Texts.FactTime, SessionNames.Time(session)), .. PlaceHostAgenda(session)]) with
        {
            Text = OwesView(person) ? Texts.NoticeViewBefore : null,
            Choices = Choices(session, person),
            Files = [entry],
        };
    }

    public static Message Rescheduled(Session session, DateTimeOffset before, Concerned person, FileLink entry) =>
        About(
            session,
            Texts.NoticeRescheduled,
            [
                new Fact(Texts.FactOldTime, ChinaTime.Moment(before)),
                new Fact(Texts.FactNewTime, SessionNames.Time(session)),
                .. PlaceHostAgenda(session),
            ]
        ) with
        {
            Choices = Choices(session, person),
            Files = [entry],
        };

    private static bool OwesView(Concerned person) =>
        person.Items.Any(i => i.Consultation?.InvitedUnits.Exists(u => u.UnitId == person.UnitId && u.ViewAt is null) ?? false);

    public static Message Cancelled(Session session, string? reason, FileLink entry) =>
        About(session, Texts.NoticeCancelled, [new Fact(Texts.FactOldTime, ChinaTime.Moment(session.StartsAt))]) with
        {
            Text = reason,
            Files = [entry],
        };

    /// <summary>To the office: only a leave needs anything of it.</summary>
    public static Message Leave(Session session, string unit, string reason) =>
        new()
        {
            Title = Texts.NoticeLeave.With(unit, SessionNames.Matter(session)),
            Facts = [new Fact(Texts.FactTime, SessionNames.Time(session))],
            Text = Texts.NoticeLeaveReason.With(reason),
            Footer = session.Number,
        };

    /// <summary>To the office, once, when the scheduled end has come and nobody opened it.</summary>
    public static Message EndCheck(Session session, DateOnly today)
    {
        var start = ChinaTime.ToLocal(session.StartsAt);
        var when = ChinaTime.DateOf(start) == today ? Texts.Today.With($"{start:HH:mm}") : ChinaTime.Moment(start);
        return new Message
        {
            Title = Texts.NoticeEndCheck.With(SessionNames.Title(session), when),
            Choices = SessionChoices.ForOffice(session),
            Footer = session.Number,
        };
    }

    /// <summary>To everybody concerned: the items in their order; the page has the material and the views received.</summary>
    public static Message Agenda(Session session, bool again) =>
        About(
            session,
            again ? Texts.NoticeAgendaAgain : Texts.NoticeAgenda,
            [
                new Fact(Texts.FactTime, SessionNames.Time(session)),
                new Fact(Texts.FactPlace, session.Place),
                new Fact(Texts.FactAgenda, SessionNames.Agenda(session)),
            ]
        ) with
        {
            Text = Texts.NoticeAgendaText,
            Choices = [SessionChoices.AgendaPage(session)],
        };

    /// <summary>To who presides, and to those who need not come any more: an item was withdrawn, the others stay.</summary>
    public static Message ItemTakenOff(Session session, string title, bool needed) =>
        new()
        {
            Title = Texts.NoticeItemTakenOff.With(title),
            Facts = [new Fact(Texts.FactTime, SessionNames.Time(session))],
            Text = needed ? Texts.NoticeItemTakenOffText : Texts.NoticeNotNeeded,
            Footer = session.Number,
        };

    private static Message About(Session session, string title, IReadOnlyList<Fact> facts) =>
        new()
        {
            Title = title.With(SessionNames.Matter(session)),
            Facts = facts,
            Footer = session.Number,
        };

    private static IEnumerable<Fact> PlaceHostAgenda(Session session)
    {
        yield return new Fact(Texts.FactPlace, session.Place);
        yield return new Fact(Texts.FactHost, SessionNames.Host(session));
        if (session.AgendaItems.Count > 1)
        {
            yield return new Fact(Texts.FactAgenda, SessionNames.Agenda(session));
        }
    }

    private static List<Choice> Choices(Session session, Concerned person)
    {
        var choices = new List<Choice>();
        if (person.Role is AttendanceRole.Attend or AttendanceRole.SitIn)
        {
            choices.Add(SessionChoices.Answer(AttendanceReply.Accepted, session));
            choices.Add(SessionChoices.Answer(AttendanceReply.Leave, session));
        }

        if (person.Items is [var first, ..])
        {
            choices.Add(new Choice(Texts.ChoiceFull, "open", Url: $"/records/{first.Consultation!.Number}"));
        }

        return choices;
    }
}
