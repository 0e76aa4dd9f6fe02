using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SupervisionBot.Core.Messaging;

/// <summary>A file as received or made. Files are rows, because the processes share nothing but the database.</summary>
public sealed class StoredFile
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string ContentType { get; init; }
    public required long Size { get; init; }
    public required byte[] Content { get; init; }

    /// <summary>Who sent it; null for what the worker made.</summary>
    public Guid? OwnerId { get; init; }

    /// <summary>The record it was attached to; null while it waits for one.</summary>
    public Guid? RecordId { get; set; }

    /// <summary>附件 number within the record, from 1.</summary>
    public int? Number { get; set; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class StoredFileMapping : IEntityTypeConfiguration<StoredFile>
{
    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.ToTable("Files");
        builder.Property(f => f.Id).ValueGeneratedNever();
        builder.Property(f => f.Name).HasMaxLength(200);
        builder.Property(f => f.ContentType).HasMaxLength(120);
        builder.HasIndex(f => new { f.RecordId, f.Number }).IsUnique();
        builder.HasIndex(f => new { f.OwnerId, f.RecordId });
    }
}
