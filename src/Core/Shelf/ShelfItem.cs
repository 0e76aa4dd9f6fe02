using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupervisionBot.Core.Search;

namespace SupervisionBot.Core.Shelf;

/// <summary>What a document of the shelf is.</summary>
public enum ShelfKind
{
    /// <summary>清单.</summary>
    List,

    /// <summary>流程.</summary>
    Flow,

    /// <summary>指南.</summary>
    Guide,

    /// <summary>模板.</summary>
    Template,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>
/// 资料: a list, flow, guide or template that the office keeps for everybody. Its files are <c>StoredFile</c>s of this record, numbered from 1: each is a
/// version, the highest is the one in force, and earlier ones stay.
/// </summary>
public sealed class ShelfItem : ISearchable
{
    IEnumerable<SearchableRecord> ISearchable.Searchable => [new(nameof(ShelfItem), Id)];

    public required Guid Id { get; init; }
    public required string Title { get; set; }
    public required ShelfKind Kind { get; set; }

    /// <summary>When the version in force was put there; business clock, UTC.</summary>
    public required DateTimeOffset UpdatedAt { get; set; }
    public int Version { get; set; }
}

/// <summary>What the kinds are called.</summary>
public static class ShelfKinds
{
    public static string Name(ShelfKind kind) =>
        kind switch
        {
            ShelfKind.List => Texts.KindList,
            ShelfKind.Flow => Texts.KindFlow,
            ShelfKind.Guide => Texts.KindGuide,
            ShelfKind.Template => Texts.KindTemplate,
            ShelfKind.Other => Texts.KindOther,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };
}

internal sealed class ShelfItemMapping : IEntityTypeConfiguration<ShelfItem>
{
    public void Configure(EntityTypeBuilder<ShelfItem> builder)
    {
        builder.ToTable("ShelfItems");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.Property(i => i.Title).HasMaxLength(120);
        builder.Property(i => i.Version).IsConcurrencyToken();
        builder.HasIndex(i => i.Title).IsUnique();
    }
}
