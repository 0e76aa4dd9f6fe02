using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Directory;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>What a session is called, and how its parts are listed.</summary>
public static class SessionNames
{
    /// <summary>The matter first: 汾河滩有人夜里挖砂的职责归属问题专题会商.</summary>
    public static string Title(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session is { Kind: SessionKind.Own, AgendaItems: [var only] }
            ? Texts.TitleOwn.With(only.Consultation!.Title)
            : Texts.TitleRegular.With(session.AgendaItems.Count);
    }

    /// <summary>The matter alone, for the first line of a message.</summary>
    public static string Matter(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.AgendaItems is [var only] ? only.Consultation!.Title : Title(session);
    }

    /// <summary>11月27日（周五）15:00至17:00.</summary>
    public static string Time(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        var end = ChinaTime.ToLocal(session.EndsAt);
        var sameDay = ChinaTime.DateOf(session.StartsAt) == ChinaTime.DateOf(session.EndsAt);
        return Texts.TimeRange.With(ChinaTime.Moment(session.StartsAt), sameDay ? $"{end:HH:mm}" : ChinaTime.Moment(session.EndsAt));
    }

    /// <summary>The agenda, one numbered line each.</summary>
    public static string Agenda(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return string.Join('\n', session.AgendaItems.OrderBy(i => i.Order).Select(i => Texts.AgendaLine.With(i.Order, i.Consultation!.Title)));
    }

    /// <summary>市委编办主任 王秀英, who presides; empty where nobody was named.</summary>
    public static string Host(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.Attendances.Find(a => a.Role == AttendanceRole.Host) is { } host ? Named(host.Unit, host.Attendee) : "";
    }

    /// <summary>A person of a unit; the unit is not named twice where the post names it.</summary>
    internal static string Named(Unit? unit, string person) =>
        unit is null || person.Length == 0 || person.StartsWith(unit.ShortName, StringComparison.Ordinal) ? person : unit.ShortName + person;
}
