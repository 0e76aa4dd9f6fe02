using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SupervisionBot.Core.Search;

/// <summary>
/// One record in the index. Its tokens stand where the database finds them (<see cref="SearchIndex"/>): in the table <c>SearchTokens</c> on SQLite, in the column
/// <c>Tokens</c> on PostgreSQL. Title and text are never copied here: what is shown comes from the record.
/// </summary>
public sealed class SearchRow
{
    /// <summary>Grows with the time the record came to be, so that the newest is found first without sorting.</summary>
    public required long Id { get; init; }

    /// <summary><see cref="ISearchSource.Name"/>.</summary>
    public required string SourceName { get; init; }
    public required Guid RecordId { get; init; }

    /// <summary>Hash of the tokens: what has not changed is not written again.</summary>
    public required string Fingerprint { get; init; }
}

internal sealed class SearchRowMapping : IEntityTypeConfiguration<SearchRow>
{
    public void Configure(EntityTypeBuilder<SearchRow> builder)
    {
        builder.ToTable("SearchRows");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.SourceName).HasColumnName("Source").HasMaxLength(40);
        builder.Property(r => r.Fingerprint).HasMaxLength(40);
        builder.HasIndex(r => r.RecordId).IsUnique();
    }
}
