using System.Text;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Sessions;

namespace SupervisionBot.Core.Demo;

/// <summary>The minutes of the demo's past sessions, in the register of the worker's own (domain: a6).</summary>
internal sealed class DemoMinutes(DemoScene scene, DemoConsultations consultations)
{
    public Minutes Compile(DemoSession told, Session session, DemoStep step)
    {
        var records = session.AgendaItems.ConvertAll(i => consultations.ById(i.ConsultationId));
        var titles = string.Join('、', records.Select(r => r.Title));
        return new Minutes
        {
            Id = DemoDirectory.IdOf("minutes", told.Key),
            SessionId = session.Id,
            Title = Texts.MinutesTitle.With(titles),
            Markdown = Write(session, records),
            CompiledAt = scene.MomentOf(step),
        };
    }

    private string Write(Session session, List<Consultation> records)
    {
        var host = session.Attendances.Single(a => a.Role == AttendanceRole.Host);
        var text = new StringBuilder();
        Line(text, $"# {Texts.MinutesHeading}");
        var topics = string.Join('、', records.Select(r => r.Title));
        Line(
            text,
            Texts.MinutesOpening.With(ChinaTime.FullDay(ChinaTime.DateOf(session.StartsAt)), Name(host.UnitId) + host.Attendee, session.Place, topics)
        );
        foreach (var (item, record) in session.AgendaItems.Zip(records))
        {
            Line(text, $"## {Texts.MinutesItem.With(item.Order, record.Title)}");
            Line(text, $"**{Texts.MinutesAccount}** {record.Account}");
            Line(text, $"**{Texts.MinutesViews}** {string.Concat(Views(record))}{item.Discussion}");
            Line(text, $"**{Texts.MinutesResolutions}**");
            Line(text, string.Join('\n', item.Resolutions.Select(Resolved)));
        }

        Line(text, $"## {Texts.MinutesAttendance}");
        foreach (var group in session.Attendances.GroupBy(a => a.Present == true ? a.Role.ToString() : nameof(AttendanceReply.Leave)))
        {
            var label = Texts.ResourceManager.GetString($"Attendance{group.Key}", System.Globalization.CultureInfo.InvariantCulture);
            Line(text, $"**{label}** {string.Join('；', group.Select(a => $"{Name(a.UnitId)}{a.Attendee}"))}");
        }

        return text.ToString().TrimEnd() + "\n";
    }

    private IEnumerable<string> Views(Consultation record)
    {
        yield return record.OwnView is { } own ? Texts.MinutesView.With(Name(record.UnitId), own.TrimEnd('。')) : "";
        foreach (var given in record.InvitedUnits.Where(i => i.ViewText is not null))
        {
            yield return Texts.MinutesView.With(Name(given.UnitId), given.ViewText!.TrimEnd('。'));
        }
    }

    private string Resolved(Resolution resolution)
    {
        var supporting = string.Join('、', resolution.SupportingUnitIds.Select(scene.County.UnitOf).OrderBy(u => u.Order).Select(u => u.ShortName));
        var due = resolution.DueOn is { } day ? Texts.MinutesDue.With(ChinaTime.FullDay(day)) : Texts.MinutesLasting;
        return resolution.Order
            + Texts.MinutesResolution.With(
                resolution.Text,
                Name(resolution.LeadUnitId),
                supporting.Length == 0 ? "" : Texts.MinutesSupporting.With(supporting),
                due
            );
    }

    private string Name(Guid unitId) => scene.County.UnitOf(unitId).ShortName;

    private static void Line(StringBuilder text, string line) => text.Append(line).Append("\n\n");
}
