using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SupervisionBot.Core.Directory;

/// <summary>One line of the 事项清单: a matter in official and everyday words, who is competent and who guides.</summary>
public sealed class Matter
{
    public required Guid Id { get; init; }
    public required string Name { get; set; }

    /// <summary>What staff call it: 挖砂, 烧秸秆.</summary>
    public List<string> Words { get; set; } = [];

    public List<Guid> CompetentUnitIds { get; set; } = [];
    public List<Guid> GuidingUnitIds { get; set; } = [];

    /// <summary>True where townships have been given the power (行政处罚法 art. 24).</summary>
    public bool Delegated { get; set; }

    public string Basis { get; set; } = "";
}

internal sealed class MatterMapping : IEntityTypeConfiguration<Matter>
{
    public void Configure(EntityTypeBuilder<Matter> builder)
    {
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Name).HasMaxLength(100);
        builder.HasIndex(m => m.Name).IsUnique();
    }
}
