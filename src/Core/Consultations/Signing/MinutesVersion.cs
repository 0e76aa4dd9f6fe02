using SupervisionBot.Core.Directory;

namespace SupervisionBot.Core.Consultations.Signing;

/// <summary>A saved version of the text. Saves by the same hand within a few minutes stand in one version until it has been used.</summary>
public sealed class MinutesVersion
{
    public required Guid MinutesId { get; init; }

    /// <summary>From 1; the first is what the worker compiled.</summary>
    public required int Number { get; init; }
    public required string Markdown { get; set; }

    /// <summary>Null for what the worker compiled.</summary>
    public Guid? SavedById { get; init; }
    public Person? SavedBy { get; init; }

    /// <summary>When it was begun, business clock, UTC.</summary>
    public required DateTimeOffset BegunAt { get; init; }

    /// <summary>When it was saved last.</summary>
    public required DateTimeOffset SavedAt { get; set; }

    /// <summary>Saved by hand, sent to countersign, countersigned, signed or issued: never overwritten.</summary>
    public bool Kept { get; set; }
}
