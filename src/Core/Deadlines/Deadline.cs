using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Deadlines;

public enum DeadlineState
{
    Open,

    /// <summary>暂停, with a reason and an end.</summary>
    Paused,

    /// <summary>待批: the office rules on an extension, or on an answer said to have been given. Nothing escalates meanwhile.</summary>
    AwaitingRuling,

    /// <summary>已办结.</summary>
    Kept,

    /// <summary>Over without having been kept: the session opened without the view.</summary>
    Lapsed,

    /// <summary>No longer wanted: withdrawn, taken off, handed to another unit.</summary>
    CalledOff,
}

/// <summary>What a ruling was asked for.</summary>
public enum RulingKind
{
    /// <summary>延期.</summary>
    Extension,

    /// <summary>已电话答复过，请专班核对.</summary>
    AnsweredByPhone,
}

/// <summary>One promise and its time. All moments business clock, UTC.</summary>
public sealed class Deadline : ILifecycleRecord<DeadlineState>
{
    public required Guid Id { get; init; }

    /// <summary>Prefix of the number of the record it belongs to.</summary>
    public required string RecordKind { get; init; }
    public required Guid RecordId { get; init; }
    public required string Number { get; init; }

    /// <summary>The matter, as the record is called.</summary>
    public required string Title { get; set; }
    public required Promise Promise { get; init; }

    /// <summary>The unit that owes it; empty for office and chair.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>Who presided, for a chair; else empty.</summary>
    public Guid PersonId { get; set; }

    /// <summary>Of a promise asked for again and again (会签): which time.</summary>
    public int Round { get; init; }
    public bool Urgent { get; set; }
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How many units of time the rule gave; null where the limit was named.</summary>
    public int? Amount { get; set; }
    public PeriodUnit Unit { get; set; }

    /// <summary>True where the limit names its day and holds until midnight.</summary>
    public bool WholeDay { get; init; }

    /// <summary>As first promised: kept for ever, and used for statistics.</summary>
    public required DateTimeOffset OriginalDue { get; set; }

    /// <summary>As the record holds it; an extension does not move this.</summary>
    public required DateTimeOffset RecordDue { get; set; }

    /// <summary>As it stands now.</summary>
    public required DateTimeOffset Due { get; set; }
    public DeadlineState State { get; set; }
    public int Step { get; set; }
    public int Version { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    public DateTimeOffset? PausedAt { get; set; }
    public DateTimeOffset? PausedUntil { get; set; }
    public string? PauseReason { get; set; }
    public RulingKind? Asked { get; set; }
    public DateTimeOffset? AskedAt { get; set; }
    public DateTimeOffset? AskedDue { get; set; }
    public string? AskReason { get; set; }

    /// <summary>An extension is granted once.</summary>
    public bool Extended { get; set; }

    /// <summary>说明情况: the unit's words; the limit stays.</summary>
    public string? Explanation { get; set; }

    /// <summary>缓报: why the office holds the copy to the unit's leader for a day; null where it does not.</summary>
    public string? HoldReason { get; set; }

    /// <summary>Who of the office has taken it on (刘洋在办).</summary>
    public Guid? HandlerId { get; set; }

    /// <summary>The last rung of the ladder that was settled; null before the first.</summary>
    public int? LastRung { get; set; }

    /// <summary>The rung that comes next, and when; null when none is left or time stands still.</summary>
    public int? NextRung { get; set; }
    public DateTimeOffset? NextStepAt { get; set; }

    /// <summary>Which rungs of the ladder it has.</summary>
    internal LadderKind Ladder => LadderKind.Of(Promise);

    /// <summary>Who owes it.</summary>
    public Debtor Debtor => Ladder.Debtor;

    /// <summary>The moment it hangs on, as an occurrence holds it: when the due date moves, what was planned no longer holds.</summary>
    internal string DueValue => Occurrence.ValueOf(Due);
}

internal sealed class DeadlineMapping : IEntityTypeConfiguration<Deadline>
{
    public void Configure(EntityTypeBuilder<Deadline> builder)
    {
        builder.ToTable("Deadlines");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.RecordKind).HasMaxLength(4);
        builder.Property(d => d.Number).HasMaxLength(20);
        builder.Property(d => d.Title).HasMaxLength(80);
        builder.Property(d => d.PauseReason).HasMaxLength(500);
        builder.Property(d => d.AskReason).HasMaxLength(500);
        builder.Property(d => d.Explanation).HasMaxLength(500);
        builder.Property(d => d.HoldReason).HasMaxLength(500);
        builder.Property(d => d.Version).IsConcurrencyToken();

        // One open deadline per promise.
        builder
            .HasIndex(d => new
            {
                d.RecordId,
                d.Promise,
                d.UnitId,
                d.Round,
            })
            .IsUnique()
            .HasFilter("\"ClosedAt\" IS NULL");
        builder.HasIndex(d => new { d.RecordId, d.ClosedAt });
        builder.HasIndex(d => new { d.ClosedAt, d.NextStepAt });

        // What waits for a ruling is asked for by everybody in the office, and is little among what is open: those that are open cost this index nothing.
        builder.HasIndex(d => d.State).HasFilter("\"State\" = 'AwaitingRuling'");
    }
}
