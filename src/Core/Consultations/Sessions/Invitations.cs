using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>Tells those concerned by a session about its time and place, each once, with an entry for their calendar.</summary>
internal static class Invitations
{
    /// <summary>Invites; where <paramref name="items"/> are given, only the host and the units that have part in them.</summary>
    public static async Task InviteAsync(Session session, Work work, IReadOnlyCollection<AgendaItem>? items, CancellationToken cancel)
    {
        var entry = CalendarEntries.Store(session, work);
        foreach (var person in await Concerned.OfAsync(work.Db, session, cancel))
        {
            if (items is null || person.Role == AttendanceRole.Host || person.Items.Any(items.Contains))
            {
                work.Tell(person.PersonId, SessionNotices.Invitation(session, person, entry));
            }
        }
    }

    public static async Task RescheduledAsync(Session session, DateTimeOffset before, Work work, CancellationToken cancel)
    {
        var entry = CalendarEntries.Store(session, work);
        foreach (var person in await Concerned.OfAsync(work.Db, session, cancel))
        {
            work.Tell(person.PersonId, SessionNotices.Rescheduled(session, before, person, entry));
        }
    }

    /// <summary>The session must already stand as cancelled, so that the entry removes it from calendars.</summary>
    /// <returns>Who was told.</returns>
    public static async Task<HashSet<Guid>> CancelledAsync(Session session, string? reason, Work work, CancellationToken cancel)
    {
        var notice = SessionNotices.Cancelled(session, reason, CalendarEntries.Store(session, work));
        var people = (await Concerned.OfAsync(work.Db, session, cancel)).Select(c => c.PersonId).ToHashSet();
        foreach (var person in people)
        {
            work.Tell(person, notice);
        }

        return people;
    }
}
