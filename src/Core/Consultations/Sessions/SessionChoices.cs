using System.Globalization;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>Buttons about a session. The verb is <c>session.</c> and the action of the lifecycle table; the step says for which state it was drawn.</summary>
public static class SessionChoices
{
    public const string VerbPrefix = "session.";

    /// <summary>The argument of an answer to an invitation: a name of <see cref="AttendanceReply"/>.</summary>
    public const string ReplyKey = "reply";

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

    /// <summary>What the office can do with a session that waits to be held: 开了, 改期, 取消.</summary>
    public static IReadOnlyList<Choice> ForOffice(Session session) =>
        [
            Of(SessionAction.Open, session, Texts.ChoiceOpened),
            Of(SessionAction.Reschedule, session, Texts.ChoiceReschedule),
            Of(SessionAction.Cancel, session, Texts.ChoiceCancel),
        ];
}
