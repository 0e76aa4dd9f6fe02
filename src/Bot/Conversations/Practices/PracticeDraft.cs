using System.Text.Json;
using System.Text.Json.Serialization;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.TypicalPractices;

namespace SupervisionBot.Bot.Conversations.Practices;

/// <summary>What is known of a practice before it is sent off, in the shape in which a draft keeps it: chat and upload page add to the same one.</summary>
internal sealed record PracticeDraft
{
    public const string Kind = "practice";

    public string Body { get; init; } = "";

    /// <summary>The title the person wrote; otherwise the program's own, made anew from the text until then.</summary>
    public string? OwnTitle { get; init; }
    public string? Author { get; init; }
    public string? Contact { get; init; }

    /// <summary>Pieces of text are still coming; 好了 ends it.</summary>
    public bool Pasting { get; init; } = true;

    /// <summary>The person has been told once that this draft still lies here.</summary>
    public bool Mentioned { get; init; }

    /// <summary>What was answered when it was sent off; null while it is not, and where it was dropped.</summary>
    public SentPractice? Sent { get; init; }

    public string Title => OwnTitle ?? PracticeText.TitleOf(Body);

    public PracticeContent Content => new(Title, Body, Author, Contact);

    /// <summary>The piece goes behind what is there, as a paragraph of its own.</summary>
    public PracticeDraft With(string piece) => this with { Body = Body.Length == 0 ? piece : $"{Body}\n{piece}" };

    /// <summary>A practice that was sent back, to be changed and sent again.</summary>
    public static PracticeDraft Of(TypicalPractice practice) =>
        new()
        {
            Body = practice.Body,
            OwnTitle = practice.Title,
            Author = practice.Author,
            Contact = practice.Contact,
            Pasting = false,
        };

    public static PracticeDraft Read(Draft draft) => JsonSerializer.Deserialize(draft.Values, PracticeDraftJson.Default.PracticeDraft)!;

    public string Write() => JsonSerializer.Serialize(this, PracticeDraftJson.Default.PracticeDraft);
}

[JsonSerializable(typeof(PracticeDraft))]
internal sealed partial class PracticeDraftJson : JsonSerializerContext;
