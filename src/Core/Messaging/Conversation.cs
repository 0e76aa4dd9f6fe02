using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SupervisionBot.Core.Messaging;

/// <summary>
/// One talk with one person on one channel. Web chat keeps the log of it here too; <see cref="Watermark"/> counts the entries of that log
/// and is taken in the transaction that writes one.
/// </summary>
public sealed class Conversation
{
    public const string WebChat = "webchat";

    public required Guid Id { get; init; }
    public required string ChannelId { get; init; }

    /// <summary>The platform's own name for the conversation; on web chat the person's id: everybody has one permanent web chat.</summary>
    public required string ChannelConversationId { get; init; }

    public required Guid PersonId { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public long Watermark { get; set; }

    /// <summary>The choices of the last list shown here (JSON): the only ones that a number means.</summary>
    public string? LastList { get; set; }

    /// <summary>When that list was shown, business clock; it dies after ten minutes.</summary>
    public DateTimeOffset? LastListAt { get; set; }
}

/// <summary>An activity of a web chat, as the client gets it. A replaced card keeps its activity id and moves to a new watermark.</summary>
public sealed class ConversationLogEntry
{
    public long Id { get; init; }
    public required Guid ConversationId { get; init; }
    public required long Watermark { get; set; }
    public required string ActivityId { get; init; }
    public required string Activity { get; set; }

    /// <summary>When it was first written, machine clock.</summary>
    public required DateTimeOffset At { get; init; }
}

internal sealed class ConversationMapping : IEntityTypeConfiguration<Conversation>, IEntityTypeConfiguration<ConversationLogEntry>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.ChannelId).HasMaxLength(20);
        builder.Property(c => c.ChannelConversationId).HasMaxLength(300);
        builder.HasIndex(c => new { c.ChannelId, c.ChannelConversationId }).IsUnique();
        builder.HasIndex(c => new { c.PersonId, c.ChannelId });
    }

    public void Configure(EntityTypeBuilder<ConversationLogEntry> builder)
    {
        builder.ToTable("ConversationLog");
        builder.Property(e => e.ActivityId).HasMaxLength(80);
        builder.HasIndex(e => new { e.ConversationId, e.Watermark }).IsUnique();
        builder.HasIndex(e => new { e.ConversationId, e.ActivityId }).IsUnique();
    }
}
