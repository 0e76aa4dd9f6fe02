using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>A person concerned by a session: once, however many reasons there are. <paramref name="Items"/> are those their unit has part in.</summary>
internal sealed record Concerned(Guid PersonId, AttendanceRole Role, IReadOnlyList<AgendaItem> Items, Guid? UnitId = null)
{
    /// <summary>
    /// Host and recorder, then for every expected unit the one it is reached by, and the drafters. Units in protocol order.
    /// </summary>
    public static async Task<List<Concerned>> OfAsync(WorkDb db, Session session, CancellationToken cancel)
    {
        var all = new List<Concerned>();
        var items = session.AgendaItems.OrderBy(i => i.Order).ToList();
        foreach (var person in session.Attendances.Where(a => a.PersonId is not null).OrderBy(a => a.Role))
        {
            all.Add(new Concerned(person.PersonId!.Value, person.Role, items));
        }

        var contacts = await Addressees.ContactsOfAsync(db, session.Attendances.Select(a => a.UnitId), cancel);
        foreach (var unit in session.Attendances.Where(a => a.PersonId is null).OrderBy(a => a.Unit?.Order))
        {
            var theirs = items.FindAll(i => Concerns(i, unit.UnitId));
            all.AddRange(
                theirs.Where(i => i.Consultation!.UnitId == unit.UnitId).Select(i => new Concerned(i.Consultation!.DrafterId, unit.Role, theirs))
            );
            if (contacts.GetValueOrDefault(unit.UnitId) is { } contact)
            {
                all.Add(new Concerned(contact.Id, unit.Role, theirs, unit.UnitId));
            }
        }

        return [.. all.DistinctBy(c => c.PersonId)];
    }

    private static bool Concerns(AgendaItem item, Guid unitId) =>
        item.Consultation!.UnitId == unitId || item.Consultation.InvitedUnits.Exists(i => i.UnitId == unitId);
}
