namespace SupervisionBot.Bot.Understanding;

/// <summary>
/// What a sentence was taken to mean. <paramref name="Confidence"/> runs from 0 to 1; below <see cref="SureFrom"/> the caller asks instead of acting.
/// Slot values are strings, whole numbers, true, lists of strings, or null where something was said but cannot be told for sure.
/// </summary>
public sealed record Understanding(Intent Intent, double Confidence, IReadOnlyDictionary<string, object?> Slots)
{
    /// <summary>From here on the intent may be acted upon without asking.</summary>
    public const double SureFrom = 0.6;

    public bool IsSure => Confidence >= SureFrom;
}
