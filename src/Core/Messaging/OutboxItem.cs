using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SupervisionBot.Core.Messaging;

public enum OutboxState
{
    Pending,

    /// <summary>An attempt was committed; its outcome is not known yet. If it stays so, the sending process died: the delivery is uncertain.</summary>
    Attempting,
    Delivered,

    /// <summary>送达情况不明: the platform may or may not have it; shown to the office, not sent again.</summary>
    Uncertain,

    /// <summary>Given up after the limit; shown to the office with a telephone number.</summary>
    SetAside,

    /// <summary>Replaced by a later reply before it was sent (several messages in a row are answered once).</summary>
    Superseded,

    /// <summary>The person it was addressed to has left meanwhile: nothing is sent to them any more.</summary>
    Withdrawn,
}

public enum OutboxKind
{
    /// <summary>Answer to the person's own act: sent again when uncertain.</summary>
    Reply,

    /// <summary>News or a reminder: never doubled.</summary>
    Notice,
}

/// <summary>A message on its way. Born leased to the committing process, which tries at once; others take it when the lease has run out.</summary>
public sealed class OutboxItem
{
    /// <summary>After so many attempts a row is set aside and shown to the office.</summary>
    internal const int MaxAttempts = 8;

    public long Id { get; init; }
    public required OutboxKind Kind { get; init; }

    /// <summary>Addressed to a person: the channel is chosen when it is sent. Null for a reply.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>Addressed to a conversation: a reply. Null for a notice.</summary>
    public Guid? ConversationId { get; init; }

    /// <summary>Order is kept per target; person or conversation.</summary>
    public required Guid TargetId { get; init; }

    public required string Message { get; init; }

    /// <summary>A later row with the same key supersedes this one while it is still waiting.</summary>
    public string? CoalesceKey { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Machine clock: not before this moment (coalescing, back-off).</summary>
    public required DateTimeOffset NotBefore { get; set; }

    public OutboxState State { get; set; }
    public int Attempts { get; set; }
    public required string LeaseOwner { get; set; }
    public required DateTimeOffset LeaseUntil { get; set; }
    public string? LastError { get; set; }
    public DateTimeOffset? SettledAt { get; set; }
    public int Version { get; set; }

    /// <summary>Ends it for good.</summary>
    internal void Settle(OutboxState state, DateTimeOffset now)
    {
        State = state;
        SettledAt = now;
    }

    /// <summary>Again later, each time after a longer pause; set aside once the attempts are used up.</summary>
    internal void PutOff(DateTimeOffset now)
    {
        if (Attempts >= MaxAttempts)
        {
            Settle(OutboxState.SetAside, now);
            return;
        }

        State = OutboxState.Pending;
        NotBefore = now + TimeSpan.FromSeconds(2 * Math.Pow(2, Attempts));
        LeaseUntil = NotBefore + OutboxWriter.Lease;
    }
}

internal sealed class OutboxMapping : IEntityTypeConfiguration<OutboxItem>
{
    public void Configure(EntityTypeBuilder<OutboxItem> builder)
    {
        builder.ToTable("Outbox");
        builder.Property(o => o.CoalesceKey).HasMaxLength(120);
        builder.Property(o => o.LeaseOwner).HasMaxLength(60);
        builder.Property(o => o.LastError).HasMaxLength(200);
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.HasIndex(o => new { o.State, o.NotBefore });
        builder.HasIndex(o => new
        {
            o.TargetId,
            o.State,
            o.Id,
        });
    }
}
