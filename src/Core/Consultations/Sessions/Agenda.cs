using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>Puts consultations on the agenda of a session and takes them off again.</summary>
internal static class Agenda
{
    /// <summary>Tells one agenda from another: which consultations, in which order.</summary>
    public static string Fingerprint(Session session)
    {
        var order = string.Join(',', session.AgendaItems.OrderBy(i => i.Order).Select(i => i.ConsultationId));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(order)));
    }

    /// <summary>Adds items, and the units that have part in them (出席) where they are not expected yet. The consultations' own state is moved by the caller.</summary>
    /// <returns>The new items.</returns>
    public static async Task<IReadOnlyList<AgendaItem>> AddAsync(
        Session session,
        IReadOnlyList<Consultation> consultations,
        Work work,
        CancellationToken cancel
    )
    {
        var added = new List<AgendaItem>();
        var last = session.AgendaItems.Select(i => i.Order).DefaultIfEmpty().Max();
        foreach (var consultation in consultations)
        {
            var item = new AgendaItem
            {
                Id = work.NewId(),
                SessionId = session.Id,
                ConsultationId = consultation.Id,
                Order = ++last,
            };
            work.Db.Add(item);
            added.Add(item);
            // A written view is for the meeting: it is wanted before, however long the units were given at first.
            consultation.ViewsDue = consultation.ViewsDue is { } due && due < session.StartsAt ? due : session.StartsAt;
            await ExpectAsync(
                session,
                [consultation.UnitId, .. consultation.InvitedUnits.Select(i => i.UnitId)],
                AttendanceRole.Attend,
                work,
                cancel
            );
        }

        return added;
    }

    /// <summary>Expects units; one that was to sit in (列席) attends once it is a party.</summary>
    public static async Task ExpectAsync(Session session, IReadOnlyList<Guid> unitIds, AttendanceRole role, Work work, CancellationToken cancel)
    {
        // Loaded so that the rows below know their units at once.
        await work.Db.Units.Where(u => unitIds.Contains(u.Id)).LoadAsync(cancel);
        foreach (var unitId in unitIds.Distinct())
        {
            var known = session.Attendances.Find(a => a.UnitId == unitId && a.PersonId is null);
            if (known is null)
            {
                work.Db.Add(
                    new Attendance
                    {
                        Id = work.NewId(),
                        SessionId = session.Id,
                        UnitId = unitId,
                        Role = role,
                    }
                );
            }
            else if (role == AttendanceRole.Attend)
            {
                known.Role = role;
            }
        }
    }
}
