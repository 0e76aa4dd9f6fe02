using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SupervisionBot.Core.Directory;

public enum UnitKind
{
    /// <summary>乡镇、街道.</summary>
    Township,

    /// <summary>市直部门.</summary>
    Department,
}

/// <summary>A township, street or department. Lists, attendance and distribution follow <see cref="Order"/> (建制序), never the alphabet.</summary>
public sealed class Unit
{
    public required Guid Id { get; init; }
    public required UnitKind Kind { get; set; }
    public required string Name { get; set; }

    /// <summary>What people call it in official speech: 市水务局.</summary>
    public required string ShortName { get; set; }

    public required int Order { get; set; }

    /// <summary>Everything else it is called: old names, everyday names.</summary>
    public List<string> Aliases { get; set; } = [];
}

internal sealed class UnitMapping : IEntityTypeConfiguration<Unit>
{
    public void Configure(EntityTypeBuilder<Unit> builder)
    {
        builder.Property(u => u.Id).ValueGeneratedNever();
        builder.Property(u => u.Name).HasMaxLength(80);
        builder.Property(u => u.ShortName).HasMaxLength(40);
        builder.HasIndex(u => u.Name).IsUnique();
    }
}
