using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SupervisionBot.Core.Messaging;

public enum InboxState
{
    Pending,
    Done,

    /// <summary>Failed three times; the office sees it, nothing is lost.</summary>
    SetAside,
}

/// <summary>
/// A message from a platform, stored before it is acknowledged. <see cref="Key"/> is the platform's own message id: a second delivery finds the
/// row and is answered, not handled again.
/// </summary>
public sealed class InboxItem
{
    public long Id { get; init; }
    public required Guid ConversationId { get; init; }
    public required string Key { get; init; }
    public required Guid PersonId { get; init; }

    /// <summary>The id given to the activity, answered to the client again on a second delivery.</summary>
    public required string ActivityId { get; init; }

    /// <summary>The activity as received (JSON).</summary>
    public required string Activity { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
    public InboxState State { get; set; }
    public int Failures { get; set; }

    /// <summary>Name of the last exception's type; no text of the person, no personal data.</summary>
    public string? LastError { get; set; }
}

internal sealed class InboxMapping : IEntityTypeConfiguration<InboxItem>
{
    public void Configure(EntityTypeBuilder<InboxItem> builder)
    {
        builder.ToTable("Inbox");
        builder.Property(i => i.Key).HasMaxLength(300);
        builder.Property(i => i.ActivityId).HasMaxLength(80);
        builder.Property(i => i.LastError).HasMaxLength(200);
        builder.HasIndex(i => new { i.ConversationId, i.Key }).IsUnique();
        builder.HasIndex(i => new
        {
            i.State,
            i.ConversationId,
            i.Id,
        });
    }
}
