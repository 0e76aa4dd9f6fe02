using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SupervisionBot.Core.Persistence;

/// <summary>Last number given per kind (HS, XZ, JY, RW, HY) and Shanghai year.</summary>
public sealed class NumberCounter
{
    public required string Kind { get; init; }
    public required int Year { get; init; }
    public int Last { get; set; }
}

internal sealed class NumberCounterMapping : IEntityTypeConfiguration<NumberCounter>
{
    public void Configure(EntityTypeBuilder<NumberCounter> builder)
    {
        builder.ToTable("NumberCounters");
        builder.HasKey(c => new { c.Kind, c.Year });
        builder.Property(c => c.Kind).HasMaxLength(4);
    }
}
