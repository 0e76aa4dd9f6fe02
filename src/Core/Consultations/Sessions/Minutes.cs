using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SupervisionBot.Core.Consultations.Sessions;

public enum MinutesState
{
    /// <summary>征求意见稿.</summary>
    Draft,

    /// <summary>已印发.</summary>
    Issued,
}

/// <summary>会议纪要 of a session, compiled by the worker; carries the session's number.</summary>
public sealed class Minutes
{
    public required Guid Id { get; init; }
    public required Guid SessionId { get; init; }
    public Session? Session { get; init; }
    public required string Title { get; set; }
    public required string Markdown { get; set; }
    public required DateTimeOffset CompiledAt { get; init; }
    public MinutesState State { get; set; }
    public int Version { get; set; }
}

internal sealed class MinutesMapping : IEntityTypeConfiguration<Minutes>
{
    public void Configure(EntityTypeBuilder<Minutes> builder)
    {
        builder.ToTable("Minutes");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Title).HasMaxLength(200);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.HasIndex(m => m.SessionId).IsUnique();
        builder.HasOne(m => m.Session).WithOne().HasForeignKey<Minutes>(m => m.SessionId).OnDelete(DeleteBehavior.Restrict);
    }
}
