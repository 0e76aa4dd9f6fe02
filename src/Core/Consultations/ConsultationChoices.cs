using System.Globalization;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Core.Consultations;

/// <summary>Buttons about a consultation. The verb is <c>consultation.</c> and the action of the lifecycle table; the step says for which text it was drawn.</summary>
public static class ConsultationChoices
{
    public const string VerbPrefix = "consultation.";

    public static Choice Of(ConsultationAction action, Consultation consultation, string label)
    {
        ArgumentNullException.ThrowIfNull(consultation);
        return new Choice(
            label,
            VerbPrefix + action,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["id"] = consultation.Id.ToString(),
                ["step"] = consultation.Step.ToString(CultureInfo.InvariantCulture),
            }
        );
    }

    /// <summary>看全文: the record's page.</summary>
    public static Choice Full(Consultation consultation)
    {
        ArgumentNullException.ThrowIfNull(consultation);
        return new Choice(Texts.ChoiceFull, "open", Url: $"/records/{consultation.Number}");
    }
}
