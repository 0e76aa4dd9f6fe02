using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>What a session reminds of: when and where, and an answer to the invitation where one is still wanted.</summary>
internal static class SessionReminderNotices
{
    /// <summary>The line of the working day before.</summary>
    public static DigestLine DayBefore(Session session, Actor reader, DateOnly today)
    {
        var title = Texts.ReminderDayBefore.With(Day(session, today), SessionNames.Matter(session));
        var unanswered = session.Attendances.Exists(a =>
            a.Reply == AttendanceReply.Open && a.PersonId is null && reader.WorksFor(a.UnitId) && !reader.IsOffice
        );
        IEnumerable<Choice> answers = unanswered
            ? [SessionChoices.Answer(AttendanceReply.Accepted, session), SessionChoices.Answer(AttendanceReply.Leave, session)]
            : [];
        var message = About(session, title) with { Choices = [.. answers, SessionChoices.AgendaPage(session)] };
        return new DigestLine(message, SessionChoices.AgendaPage(session) with { Label = title }, session.StartsAt, Mine: true);
    }

    /// <summary>An hour before.</summary>
    public static Message HourBefore(Session session) =>
        About(session, Texts.ReminderHourBefore.With(Hour(session), SessionNames.Matter(session))) with
        {
            Choices = [SessionChoices.AgendaPage(session)],
        };

    private static Message About(Session session, string title) =>
        new()
        {
            Title = title,
            Facts = [new Fact(Texts.FactTime, SessionNames.Time(session)), new Fact(Texts.FactPlace, session.Place)],
            Footer = session.Number,
        };

    private static string Day(Session session, DateOnly today)
    {
        var date = ChinaTime.DateOf(session.StartsAt);
        return date == today.AddDays(1) ? Texts.Tomorrow.With(Hour(session)) : ChinaTime.Moment(session.StartsAt);
    }

    private static string Hour(Session session) =>
        ChinaTime.ToLocal(session.StartsAt).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
