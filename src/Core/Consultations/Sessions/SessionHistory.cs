using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>What happens to a session happened to every consultation on its agenda.</summary>
internal static class SessionHistory
{
    /// <summary>The actions under which they stand in the history of a consultation.</summary>
    public static IReadOnlyList<string> ActionsOnItems { get; } = [.. Enum.GetValues<SessionAction>().Select(OnItem)];

    /// <summary>Adds to the history of the session and of the consultations on its agenda.</summary>
    /// <param name="ofItems">The sentence for the consultations, where it is another one.</param>
    public static void Remember(Work work, Session session, SessionAction action, string text, string? ofItems = null)
    {
        work.Remember(RecordNumber.Session, session.Id, action.ToString(), text);
        foreach (var item in session.AgendaItems)
        {
            work.Remember(RecordNumber.Consultation, item.ConsultationId, OnItem(action), ofItems ?? text);
        }
    }

    private static string OnItem(SessionAction action) => $"{nameof(Session)}{action}";
}
