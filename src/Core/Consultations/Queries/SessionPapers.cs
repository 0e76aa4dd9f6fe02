using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Documents;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Queries;

/// <summary>The papers that go out before a session, as an actor may read them.</summary>
public static class SessionPapers
{
    /// <summary>会商议程 with the material of each item, of what the page of the agenda shows.</summary>
    public static Paper Agenda(AgendaPage page, PaperSettings settings)
    {
        ArgumentNullException.ThrowIfNull(page);
        ArgumentNullException.ThrowIfNull(settings);
        var session = page.Session;
        var facts = new AgendaFacts(
            Sessions.Texts.AgendaPaperTitle.With(SessionNames.Title(session)),
            session.StartsAt,
            session.Place,
            SessionNames.Host(session),
            [.. page.Items.Select(Material)]
        )
        {
            PreviousResolutions = PreviousResolutions.Facts(page.Previous),
        };
        return settings.NewPaper(PaperKind.Agenda, AgendaCompiler.Compile(facts));
    }

    /// <summary>会商通知 to the units expected, dated by the day on which the session was last set.</summary>
    public static async Task<Paper> NoticeAsync(WorkDb db, Session session, PaperSettings settings, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(settings);
        var office = (await Addressees.OfficeAsync(db, cancel)).FirstOrDefault();
        var set = await db
            .History.Where(h =>
                h.RecordId == session.Id
                && (h.Action == nameof(ConsultationAction.Schedule) || h.Action == nameof(SessionAction.Reschedule))
            )
            .OrderByDescending(h => h.Id)
            .Select(h => (DateTimeOffset?)h.At)
            .FirstOrDefaultAsync(cancel);
        var facts = new SessionNoticeFacts(
            session.StartsAt,
            session.Place,
            SessionNames.Host(session),
            [.. Units(session, AttendanceRole.Attend, AttendanceRole.SitIn)],
            [.. session.AgendaItems.OrderBy(i => i.Order).Select(i => i.Consultation!.Title)],
            [.. Units(session, AttendanceRole.Attend)],
            [.. Units(session, AttendanceRole.SitIn)],
            office?.Name ?? "",
            office?.Phone ?? ""
        );
        return settings.NewPaper(PaperKind.SessionNotice, SessionNoticeCompiler.Compile(facts)) with
        {
            Date = set is { } at ? ChinaTime.DateOf(at) : null,
        };
    }

    /// <summary>Only the views that the page shows.</summary>
    private static AgendaMaterial Material(AgendaPageItem item)
    {
        var consultation = item.Item.Consultation!;
        var initiator = MinutesSource.Name(consultation.Unit!);
        var shown = item.Views.Select(v => MinutesSource.Name(v.Unit)).Append(initiator).ToHashSet();
        var views = MinutesSource.Views(consultation).Where(v => shown.Contains(v.Unit)).ToList();
        return new AgendaMaterial(
            initiator,
            new MinutesItem(consultation.Title, consultation.Account, consultation.Negotiation, views, Discussion: "", Resolutions: [])
        );
    }

    private static IEnumerable<MinutesUnit> Units(Session session, params AttendanceRole[] roles) =>
        session.Attendances.Where(a => a.PersonId is null && roles.Contains(a.Role)).OrderBy(a => a.Unit!.Order).Select(a => MinutesSource.Name(a.Unit!));
}
