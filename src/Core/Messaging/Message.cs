namespace SupervisionBot.Core.Messaging;

/// <summary>
/// What a person receives, in no platform's format. Channels draw it as a card or as numbered text; the order of the parts is fixed:
/// title, facts, text, choices, files, footer.
/// </summary>
public sealed record Message
{
    /// <summary>First line: the matter and what is wanted of the reader; must be readable in a notification preview (about 20 characters).</summary>
    public required string Title { get; init; }

    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>At most a few short lines, separated by line feeds. Plain text: markup in it is shown, not obeyed.</summary>
    public string? Text { get; init; }

    /// <summary>Numbered from 1 in this order; each works by number, by its label or by button.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    public IReadOnlyList<FileLink> Files { get; init; } = [];

    /// <summary>A form to fill in at once (详细填写); channels without cards show only the choices.</summary>
    public FormFace? Form { get; init; }

    /// <summary>Small last line: the record's number, for those who file it.</summary>
    public string? Footer { get; init; }

    /// <summary>A message that is nothing but a sentence.</summary>
    public static Message Say(string title, string? text = null) => new() { Title = title, Text = text };
}

public sealed record Fact(string Label, string Value);

/// <summary>
/// Something the reader can do. <paramref name="Verb"/> names the action for the bot, <paramref name="Arguments"/> says on what,
/// among them <c>step</c>: the step of the record for which the choice was drawn, so that a stale press is recognised.
/// A choice with <paramref name="Url"/> opens a page instead.
/// </summary>
public sealed record Choice(string Label, string Verb, IReadOnlyDictionary<string, string>? Arguments = null, string? Url = null);

/// <summary>A file or page the reader can open; <paramref name="Url"/> is relative to the bot's public address.</summary>
public sealed record FileLink(string Name, string Url, string? ContentType = null);

/// <summary>A form as one face of a form definition, with the values known so far.</summary>
public sealed record FormFace(string Verb, IReadOnlyDictionary<string, string>? Arguments, IReadOnlyList<FormFaceField> Fields, string SubmitLabel);

/// <summary>How a field of a form is filled in.</summary>
public enum FieldKind
{
    Text,
    LongText,
    Choice,
    MultiChoice,
    Date,
    Time,
}

public sealed record FormFaceField(
    string Key,
    string Label,
    FieldKind Kind,
    bool Required,
    string? Value,
    int MaxLength,
    IReadOnlyList<FormOption> Options
);

public sealed record FormOption(string Value, string Label);
