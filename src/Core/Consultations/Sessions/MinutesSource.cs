using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Documents;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>What the minutes of a session are compiled from. Units by their full names, in protocol order.</summary>
internal static class MinutesSource
{
    private static readonly (AttendanceRole Role, MinutesPart Part)[] Parts =
    [
        (AttendanceRole.Host, MinutesPart.Host),
        (AttendanceRole.Attend, MinutesPart.Attend),
        (AttendanceRole.SitIn, MinutesPart.SitIn),
        (AttendanceRole.Recorder, MinutesPart.Recorder),
    ];

    /// <summary>Gathers it; the session must be loaded with its agenda.</summary>
    public static async Task<MinutesFacts> FactsAsync(Session session, WorkDb db, CancellationToken cancel) =>
        Facts(session, await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, cancel)) with
        {
            PreviousResolutions = PreviousResolutions.Facts(await PreviousResolutions.ForAsync(db, session, cancel)),
        };

    /// <summary>The same without what became of earlier resolutions.</summary>
    public static MinutesFacts Facts(Session session, IReadOnlyDictionary<Guid, Unit> units)
    {
        var items = session.AgendaItems.OrderBy(i => i.Order).Select(i => Item(i, units)).ToList();
        return new MinutesFacts(
            items is [var only] ? Texts.MinutesTitle.With(only.Title) : Texts.MinutesTitleRegular,
            ChinaTime.DateOf(session.StartsAt),
            session.Place,
            items,
            [.. session.Attendances.OrderBy(a => a.Unit!.Order).ThenBy(a => a.Role).Select(Attendee)]
        );
    }

    private static MinutesItem Item(AgendaItem item, IReadOnlyDictionary<Guid, Unit> units)
    {
        var consultation = item.Consultation!;
        return new MinutesItem(
            consultation.Title,
            consultation.Account,
            consultation.Negotiation,
            Views(consultation),
            item.Discussion,
            [.. item.Resolutions.OrderBy(r => r.Order).Select(r => Resolution(r, units))]
        )
        {
            Outcome = Outcome(item.Outcome),
        };
    }

    public static MinutesOutcome? Outcome(ConsultationOutcome? outcome) =>
        outcome switch
        {
            null => null,
            ConsultationOutcome.AgreementReached => MinutesOutcome.Agreed,
            ConsultationOutcome.NotAgreed => MinutesOutcome.NotAgreed,
            ConsultationOutcome.ReferredUpward => MinutesOutcome.Referred,
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, message: null),
        };

    /// <summary>The views received, with that of the initiating unit among them at its place in protocol order.</summary>
    public static List<MinutesView> Views(Consultation consultation)
    {
        var views = consultation
            .InvitedUnits.Where(i => i.ViewKind is not null)
            .Select(i => (i.Unit!.Order, View: new MinutesView(Name(i.Unit), Kind(i.ViewKind!.Value), i.ViewText, i.ViewBasis)));
        if (consultation.OwnView is { } own)
        {
            views = views.Append((consultation.Unit!.Order, new MinutesView(Name(consultation.Unit), MinutesViewKind.Own, own, Basis: null)));
        }

        return [.. views.OrderBy(v => v.Order).Select(v => v.View)];
    }

    public static MinutesResolution Resolution(Resolution resolution, IReadOnlyDictionary<Guid, Unit> units) =>
        new(
            resolution.Text,
            Name(units[resolution.LeadUnitId]),
            [.. resolution.SupportingUnitIds.Select(id => units[id]).OrderBy(u => u.Order).Select(Name)],
            resolution.DueOn
        );

    private static MinutesAttendee Attendee(Attendance attendance)
    {
        var part = attendance switch
        {
            { Present: true } => Parts.First(p => p.Role == attendance.Role).Part,
            { Reply: AttendanceReply.Leave } => MinutesPart.Leave,
            { Role: AttendanceRole.Recorder } => MinutesPart.Recorder,
            _ => MinutesPart.Absent,
        };
        return new MinutesAttendee(part, Name(attendance.Unit!), attendance.Attendee, attendance.Unit!.Kind == UnitKind.Township);
    }

    public static MinutesUnit Name(Unit unit) => new(unit.Name, unit.ShortName);

    private static MinutesViewKind Kind(ViewKind kind) =>
        kind switch
        {
            ViewKind.Own => MinutesViewKind.Own,
            ViewKind.NotOurs => MinutesViewKind.NotOurs,
            ViewKind.None => MinutesViewKind.None,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };
}
