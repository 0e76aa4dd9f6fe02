using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SupervisionBot.Core.Deadlines;

public enum OccurrenceState
{
    Planned,

    /// <summary>Done: its effect was committed together with this mark.</summary>
    Done,

    /// <summary>Withdrawn because the item moved on, or found untrue when its time came.</summary>
    Withdrawn,

    /// <summary>Failed again and again; shown to the office.</summary>
    SetAside,
}

/// <summary>
/// Something that time will cause, planned in the transaction of the change that caused it. The unique key (item, step, due value, recipient)
/// makes sure that it happens once, however often the sweep looks; a moved due value is a new occurrence.
/// </summary>
public sealed class Occurrence
{
    public long Id { get; init; }
    public required Guid ItemId { get; init; }

    /// <summary>What is to happen; a <see cref="IOccurrenceStep"/> knows how.</summary>
    public required string Step { get; init; }

    /// <summary>The value it hangs on, for instance the scheduled end: when that moves, this occurrence no longer holds.</summary>
    public required string DueValue { get; init; }

    /// <summary>The person concerned; empty where the worker itself acts.</summary>
    public Guid RecipientId { get; init; }

    /// <summary>When it is due, business clock, UTC.</summary>
    public required DateTimeOffset At { get; set; }

    public OccurrenceState State { get; set; }
    public DateTimeOffset? SettledAt { get; set; }
    public int Failures { get; set; }
    public int Version { get; set; }

    /// <summary>A moment as <see cref="DueValue"/> holds it, to the millisecond, UTC.</summary>
    internal static string ValueOf(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture);
}

internal sealed class OccurrenceMapping : IEntityTypeConfiguration<Occurrence>
{
    public void Configure(EntityTypeBuilder<Occurrence> builder)
    {
        builder.Property(o => o.Step).HasMaxLength(60);
        builder.Property(o => o.DueValue).HasMaxLength(60);
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder
            .HasIndex(o => new
            {
                o.ItemId,
                o.Step,
                o.DueValue,
                o.RecipientId,
            })
            .IsUnique();
        builder.HasIndex(o => new { o.State, o.At });
        builder.HasIndex(o => new { o.RecipientId, o.State });
    }
}
