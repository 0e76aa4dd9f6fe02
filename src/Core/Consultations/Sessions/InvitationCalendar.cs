using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>
/// The invitation as iCalendar (RFC 5545, RFC 5546): one UID per session, so that a later sequence moves or removes the entry in people's calendars.
/// Moments stand in UTC; a calendar shows them in local time.
/// </summary>
internal static class InvitationCalendar
{
    public const string ContentType = "text/calendar; charset=utf-8";

    // An organiser is required, and nobody may be written to there: the top-level domain is reserved (RFC 2606).
    private const string Organizer = "mailto:office@supervisionbot.invalid";

    public static byte[] Write(Session session, string title, string description, DateTimeOffset now)
    {
        var cancelled = session.State == SessionState.Cancelled;
        var calendar = new Calendar { Method = cancelled ? "CANCEL" : "REQUEST", ProductId = "-//SupervisionBot//Sessions//ZH" };
        calendar.Events.Add(
            new CalendarEvent
            {
                Uid = $"{session.Id:D}@supervisionbot.invalid",
                Sequence = session.InvitationSequence,
                Status = cancelled ? "CANCELLED" : "CONFIRMED",
                Summary = title,
                Description = description,
                Location = session.Place,
                Organizer = new Organizer(Organizer) { CommonName = Texts.CalendarOffice },
                DtStamp = Utc(now),
                DtStart = Utc(session.StartsAt),
                DtEnd = Utc(session.EndsAt),
            }
        );
        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(calendar) ?? "");
    }

    private static CalDateTime Utc(DateTimeOffset instant) => new(instant.UtcDateTime, "UTC");
}
