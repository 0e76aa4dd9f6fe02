using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations;

/// <summary>What a consultation says at a moment, as the history keeps it before and after a change: one line per field.</summary>
internal static class ConsultationSnapshot
{
    public static async Task<string> OfAsync(WorkDb db, Consultation consultation, CancellationToken cancel)
    {
        var units = await ConsultationNotices.UnitNamesAsync(db, consultation, cancel);
        (string Label, string? Value)[] lines =
        [
            (Texts.FieldTitle, consultation.Title),
            (Texts.FieldSituation, Situations.Name(consultation.Situation)),
            (Texts.FieldUnits, units),
            (Texts.FieldAccount, consultation.Account),
            (Texts.FieldNegotiation, consultation.Negotiation),
            (Texts.FieldOwnView, consultation.OwnView),
            (Texts.FieldUrgent, consultation.UrgentReason),
        ];
        return string.Join('\n', lines.Where(l => l.Value is not null).Select(l => $"{l.Label}：{l.Value}"));
    }
}
