using System.Globalization;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>Buttons about a session. The verb is <c>session.</c> and the action of the lifecycle table; the step says for which state it was drawn.</summary>
public static class SessionChoices
{
    public const string VerbPrefix = "session.";

    /// <summary>The argument of an answer to an invitation: a name of <see cref="AttendanceReply"/>.</summary>
    public const string ReplyKey = "reply";

    // Answers are the units', the record is a page, and the rest follows by itself.
    private static readonly SessionAction[] ByOffice =
    [
        SessionAction.Open,
        SessionAction.SendAgenda,
        SessionAction.ArrangeAgenda,
        SessionAction.Reschedule,
        SessionAction.Cancel,
    ];

    public static Choice Of(SessionAction action, Session session, string label, params IEnumerable<KeyValuePair<string, string>> more)
    {
        ArgumentNullException.ThrowIfNull(session);
        var arguments = new Dictionary<string, string>(more, StringComparer.Ordinal)
        {
            ["id"] = session.Id.ToString(),
            ["step"] = session.Step.ToString(CultureInfo.InvariantCulture),
        };
        return new Choice(label, VerbPrefix + action, arguments);
    }

    /// <summary>参加 or 请假.</summary>
    public static Choice Answer(AttendanceReply reply, Session session) =>
        Of(
            SessionAction.Answer,
            session,
            reply == AttendanceReply.Leave ? Texts.ChoiceLeave : Texts.ChoiceAccept,
            KeyValuePair.Create(ReplyKey, reply.ToString())
        );

    /// <summary>Everything the actor may do now; 开了 from the day of the session on. Where there is something to read, the page comes last.</summary>
    public static IEnumerable<Choice> Now(Actor actor, Session session, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(session);
        bool Can(SessionAction action) => SessionLifecycle.Table.Can(actor, action, session);
        if (Can(SessionAction.Answer))
        {
            yield return Answer(AttendanceReply.Accepted, session);
            yield return Answer(AttendanceReply.Leave, session);
        }

        var isDay = ChinaTime.DateOf(session.StartsAt) <= today;
        foreach (var action in ByOffice.Where(action => Can(action) && (action != SessionAction.Open || isDay)))
        {
            yield return Of(action, session, Label(action, session));
        }

        yield return Can(SessionAction.Record) ? Record(session) : AgendaPage(session);
    }

    /// <summary>发议程 and, where there is an order to set, 调整议题顺序: what is to be done before a session.</summary>
    public static IEnumerable<Choice> Before(Actor actor, Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return new[] { SessionAction.SendAgenda, SessionAction.ArrangeAgenda }
            .Where(action => SessionLifecycle.Table.Can(actor, action, session))
            .Select(action => Of(action, session, Label(action, session)));
    }

    /// <summary>改期 and 取消, for who may.</summary>
    public static IEnumerable<Choice> Changes(Actor actor, Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return new[] { SessionAction.Reschedule, SessionAction.Cancel }
            .Where(action => SessionLifecycle.Table.Can(actor, action, session))
            .Select(action => Of(action, session, Label(action, session)));
    }

    /// <summary>看议程: the page with the material of each item.</summary>
    public static Choice AgendaPage(Session session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return new Choice(Texts.ChoiceAgenda, "open", Url: $"/sessions/{session.Number}/agenda");
    }

    /// <summary>写会议记录: the recorder's page.</summary>
    internal static Choice Record(Session session) => new(Texts.ChoiceRecord, "open", Url: $"/sessions/{session.Number}");

    /// <summary>What the office can do with a session that waits to be held: 开了, 改期, 取消.</summary>
    public static IReadOnlyList<Choice> ForOffice(Session session) =>
        [
            Of(SessionAction.Open, session, Texts.ChoiceOpened),
            Of(SessionAction.Reschedule, session, Texts.ChoiceReschedule),
            Of(SessionAction.Cancel, session, Texts.ChoiceCancel),
        ];

    private static string Label(SessionAction action, Session session) =>
        action switch
        {
            SessionAction.Open => Texts.ChoiceOpened,
            SessionAction.SendAgenda => session.AgendaSent is null ? Texts.ChoiceSendAgenda : Texts.ChoiceSendAgendaAgain,
            SessionAction.ArrangeAgenda => Texts.ChoiceArrange,
            SessionAction.Reschedule => Texts.ChoiceReschedule,
            SessionAction.Cancel => Texts.ChoiceCancel,
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, "Nobody presses this."),
        };
}
