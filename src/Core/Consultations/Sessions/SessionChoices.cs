using System.Globalization;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>Buttons about a session. The verb is <c>session.</c> and the action of the lifecycle table; the step says for which state it was drawn.</summary>
public static class SessionChoices
{
    public const string VerbPrefix = "session.";

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
}
