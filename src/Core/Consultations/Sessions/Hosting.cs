using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>The persons of a session: who presides and who records.</summary>
internal static class Hosting
{
    /// <summary>The person asked for, or the first task-force leader in protocol order.</summary>
    public static Task<Person?> FindAsync(WorkDb db, Guid? personId, CancellationToken cancel) =>
        personId is { } id
            ? db.People.Include(p => p.Unit).FirstOrDefaultAsync(p => p.Active && p.Id == id, cancel)
            : db
                .People.Include(p => p.Unit)
                .Where(p => p.Active && p.Roles.Contains(Role.TaskForceLeader))
                .OrderBy(p => p.Unit!.Order)
                .ThenBy(p => p.Order)
                .FirstOrDefaultAsync(cancel);

    /// <summary>Gives a person a row of their own.</summary>
    public static void Seat(Session session, Person person, AttendanceRole role, Work work) =>
        work.Db.Add(
            new Attendance
            {
                Id = work.NewId(),
                SessionId = session.Id,
                UnitId = person.UnitId,
                PersonId = person.Id,
                Role = role,
                Attendee = Texts.PostAndName.With(person.Post, person.Name),
            }
        );
}
