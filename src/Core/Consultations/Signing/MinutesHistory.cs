using SupervisionBot.Core.History;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Signing;

/// <summary>What happens to the paper stands in its own history; its milestones in that of every consultation it is about as well.</summary>
internal static class MinutesHistory
{
    private static readonly MinutesAction[] Milestones =
    [
        MinutesAction.SendForCountersign,
        MinutesAction.SignOff,
        MinutesAction.SignOffOnBehalf,
        MinutesAction.Issue,
    ];

    /// <summary>The actions under which they stand in the history of a consultation.</summary>
    public static IReadOnlyList<string> ActionsOnItems { get; } = [.. Milestones.Select(OnItem)];

    public static void Remember(
        Work work,
        Minutes minutes,
        MinutesAction action,
        string text,
        Means? means = null,
        Guid? onBehalfOf = null,
        string? before = null,
        string? after = null
    )
    {
        var kind = minutes.Kind == MinutesKind.Session ? RecordNumber.Session : RecordNumber.Consultation;
        work.Remember(kind, minutes.Id, action.ToString(), text, means, onBehalfOf, before, after);
        if (Milestones.Contains(action))
        {
            foreach (var consultation in ConsultationsOf(minutes))
            {
                work.Remember(RecordNumber.Consultation, consultation.Id, OnItem(action), text, means, onBehalfOf);
            }
        }
    }

    /// <summary>The consultations it is about, in the order of the agenda.</summary>
    public static IEnumerable<Consultation> ConsultationsOf(Minutes minutes) =>
        minutes.Kind == MinutesKind.Conclusion
            ? [minutes.Consultation!]
            : minutes.Session!.AgendaItems.OrderBy(i => i.Order).Select(i => i.Consultation!);

    private static string OnItem(MinutesAction action) => $"{nameof(Minutes)}{action}";
}
