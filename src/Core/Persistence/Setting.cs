using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SupervisionBot.Core.Persistence;

/// <summary>A value that all processes on the database share: the demo clock's offset, the marks that the demo county stands and that its records wait for their deadlines, or for the search index.</summary>
public sealed class Setting
{
    public const string DemoClockOffset = "demo-clock-offset-ms";
    public const string DemoSeeded = "demo-seeded";
    public const string DeadlinesPending = "deadlines-pending";
    public const string SearchPending = "search-pending";

    public required string Key { get; init; }
    public required string Value { get; set; }
}

internal sealed class SettingMapping : IEntityTypeConfiguration<Setting>
{
    public void Configure(EntityTypeBuilder<Setting> builder)
    {
        builder.HasKey(s => s.Key);
        builder.Property(s => s.Key).HasMaxLength(60);
    }
}
