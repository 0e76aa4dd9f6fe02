using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SupervisionBot.Core.Messaging;

/// <summary>
/// Something a person has begun to say and not yet sent off. It belongs to the person, not to the conversation, and survives restarts.
/// Its id becomes the id of what it leads to: pressing twice makes one record.
/// </summary>
public sealed class Draft
{
    public required Guid Id { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>Which talk it belongs to.</summary>
    public required string Kind { get; init; }

    /// <summary>The record it is about, if one exists already.</summary>
    public Guid? RecordId { get; init; }

    /// <summary>What is known so far (JSON, in the shape of the talk).</summary>
    public required string Values { get; set; }

    /// <summary>Files received for it, in the order they came.</summary>
    public List<Guid> FileIds { get; set; } = [];

    /// <summary>Counts changes, so that a button drawn for an earlier text is recognised.</summary>
    public int Step { get; set; }

    public required DateTimeOffset StartedAt { get; init; }
    public required DateTimeOffset TouchedAt { get; set; }

    /// <summary>Set once it was sent off or dropped.</summary>
    public DateTimeOffset? ClosedAt { get; set; }
}

internal sealed class DraftMapping : IEntityTypeConfiguration<Draft>
{
    public void Configure(EntityTypeBuilder<Draft> builder)
    {
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Kind).HasMaxLength(40);
        builder.Property(d => d.Step).IsConcurrencyToken();
        builder.HasIndex(d => new
        {
            d.PersonId,
            d.ClosedAt,
            d.TouchedAt,
        });
    }
}
