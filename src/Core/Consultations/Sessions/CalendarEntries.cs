using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>Keeps each sent state of a session as an iCalendar file among its files; the newest sequence counts in people's calendars.</summary>
internal static class CalendarEntries
{
    /// <summary>Writes the entry as the session stands now and counts it.</summary>
    public static FileLink Store(Session session, Work work)
    {
        var description = Texts.CalendarDescription.With(SessionNames.Host(session), SessionNames.Agenda(session));
        var content = InvitationCalendar.Write(session, SessionNames.Title(session), description, work.Now);
        session.InvitationSequence++;
        var file = new StoredFile
        {
            Id = work.NewId(),
            Name = Texts.CalendarFile,
            ContentType = InvitationCalendar.ContentType,
            Size = content.Length,
            Content = content,
            RecordId = session.Id,
            Number = session.InvitationSequence,
            At = work.Now,
        };
        work.Db.Files.Add(file);
        return new FileLink(file.Name, $"/files/{file.Id}", file.ContentType);
    }
}
