using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Core.Forms;

/// <summary>
/// What a request needs to know, defined once beside its use case: the card, the questions and the check all come from here.
/// Values are texts by field key; a list is separated by commas, as an Adaptive Card submits it.
/// </summary>
public sealed record Form(params IReadOnlyList<FormField> Fields)
{
    /// <summary>One sentence for each field that is missing or wrong, in the order of the fields.</summary>
    public IReadOnlyList<string> Check(IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        return [.. Fields.Select(f => f.Check(values.GetValueOrDefault(f.Key))).OfType<string>()];
    }

    /// <summary>The form as one card, filled with what is known.</summary>
    public FormFace Face(
        string verb,
        IReadOnlyDictionary<string, string>? arguments,
        string submitLabel,
        IReadOnlyDictionary<string, string> values,
        Func<string, IReadOnlyList<FormOption>> options
    )
    {
        ArgumentNullException.ThrowIfNull(values);
        ArgumentNullException.ThrowIfNull(options);
        return new FormFace(
            verb,
            arguments,
            [
                .. Fields.Select(f => new FormFaceField(
                    f.Key,
                    f.Label,
                    f.Kind,
                    f.Required,
                    values.GetValueOrDefault(f.Key),
                    f.MaxLength,
                    options(f.Key)
                )),
            ],
            submitLabel
        );
    }
}

/// <summary>One field. <paramref name="Missing"/> is the sentence when a required field is empty.</summary>
public sealed record FormField(string Key, string Label, FieldKind Kind, int MaxLength, string? Missing = null)
{
    public bool Required => Missing is not null;

    /// <summary>The sentence to say about this value, or null when it will do.</summary>
    public string? Check(string? value)
    {
        var text = PlainText.Clean(value);
        if (text.Length == 0)
        {
            return Missing;
        }

        var length = text.EnumerateRunes().Count();
        return length > MaxLength ? Texts.TooLong.With(Label, MaxLength, length) : null;
    }
}
