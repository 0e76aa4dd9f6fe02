using SupervisionBot.Core.Forms;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations;

/// <summary>A sentence that a person adds to a step: a reason, a view, what is missing.</summary>
internal static class FreeText
{
    public const int ReasonLength = 500;

    /// <summary>The refusal when the text is missing, too long or marked as secret; null when it will do.</summary>
    /// <param name="missing">What to say when there is none; null where it may be left out.</param>
    public static Refusal? Check(string label, string? text, int maxLength, string? missing = null)
    {
        var complaint =
            new FormField("text", label, FieldKind.LongText, maxLength, missing).Check(text) ?? SensitiveText.SecrecyRefusal(PlainText.Clean(text));
        return complaint is null ? null : new Refusal(Refusal.Invalid, complaint);
    }

    /// <summary>The text as it is kept; null when there is none.</summary>
    public static string? Kept(string? text) => PlainText.Clean(text) is { Length: > 0 } clean ? clean : null;
}
