using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SupervisionBot.Core.Calendars;

/// <summary>
/// A calendar that an administrator imported: all of it, from which file, by whom and when. Rows are only added; the highest number counts. Two
/// imports at once meet at the key, and the second runs again over the first.
/// </summary>
public sealed class CalendarVersion
{
    public required int Number { get; init; }

    /// <summary>The whole calendar as JSON, not only what changed.</summary>
    public required string Content { get; init; }

    /// <summary>Name of the imported file, without its folder.</summary>
    public required string FileName { get; init; }

    /// <summary>The account on the machine under which the command ran.</summary>
    public required string ImportedBy { get; init; }

    public required DateTimeOffset ImportedAt { get; init; }
}

internal sealed class CalendarVersionMapping : IEntityTypeConfiguration<CalendarVersion>
{
    public void Configure(EntityTypeBuilder<CalendarVersion> builder)
    {
        builder.HasKey(v => v.Number);
        builder.Property(v => v.Number).ValueGeneratedNever();
        builder.Property(v => v.FileName).HasMaxLength(200);
        builder.Property(v => v.ImportedBy).HasMaxLength(100);
    }
}
