using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SupervisionBot.Core.History;

/// <summary>By which means an act reached the record.</summary>
public enum Means
{
    /// <summary>In the chat or on a page, by the person.</summary>
    Bot,

    /// <summary>On the telephone or by word of mouth, entered by somebody else (代录).</summary>
    Phone,

    /// <summary>On paper, entered by somebody else (代录).</summary>
    Paper,

    /// <summary>By the worker, because time passed.</summary>
    Worker,
}

/// <summary>
/// What happened to a record: append-only; a correction is a new entry. The sentence is what the timeline shows.
/// </summary>
public sealed class HistoryEntry
{
    public long Id { get; init; }
    public required string RecordKind { get; init; }
    public required Guid RecordId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>The action of the lifecycle table, or a change outside it.</summary>
    public required string Action { get; init; }

    /// <summary>Who entered it; null for the worker.</summary>
    public Guid? PersonId { get; init; }

    public Guid? UnitId { get; init; }

    /// <summary>For whom it was entered, where that is somebody else (代录, B角).</summary>
    public Guid? OnBehalfOfId { get; init; }

    public Means Means { get; init; }

    /// <summary>One Chinese sentence without names of the actor.</summary>
    public required string Text { get; init; }

    public string? Before { get; init; }
    public string? After { get; init; }
}

internal sealed class HistoryMapping : IEntityTypeConfiguration<HistoryEntry>
{
    public void Configure(EntityTypeBuilder<HistoryEntry> builder)
    {
        builder.ToTable("History");
        builder.Property(h => h.RecordKind).HasMaxLength(4);
        builder.Property(h => h.Action).HasMaxLength(60);
        builder.HasIndex(h => new { h.RecordId, h.Id });
    }
}
