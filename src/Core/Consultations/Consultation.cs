using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Search;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations;

/// <summary>
/// 会商: a question of enforcement that several units are asked to settle together. The unit starts it, not the person; its id is the id of the draft
/// it came from, so pressing twice makes one.
/// </summary>
public sealed class Consultation : ILifecycleRecord<ConsultationState>, IPromising, ISearchable
{
    PromisingRecord IPromising.Promising => new(RecordNumber.Consultation, Id);
    IEnumerable<SearchableRecord> ISearchable.Searchable => [new(nameof(Consultation), Id)];

    public required Guid Id { get; init; }

    /// <summary><c>HS-2026-0012</c>.</summary>
    public required string Number { get; init; }

    /// <summary>发起单位.</summary>
    public required Guid UnitId { get; init; }
    public Unit? Unit { get; init; }

    /// <summary>承办人.</summary>
    public required Guid DrafterId { get; init; }
    public Person? Drafter { get; init; }

    /// <summary>议题, at most 30 characters: made by the program, edited by the office at 受理.</summary>
    public required string Title { get; set; }

    public required Situation Situation { get; set; }

    /// <summary>基本情况: what happened, in the staff's words.</summary>
    public required string Account { get; set; }

    /// <summary>自行协商情况, where told.</summary>
    public string? Negotiation { get; set; }

    /// <summary>本单位意见, where told.</summary>
    public string? OwnView { get; set; }

    /// <summary>Why it is urgent; null where it is not.</summary>
    public string? UrgentReason { get; set; }

    /// <summary>When the unit would like it to be held, as understood; null where not said.</summary>
    public DateTimeOffset? WishedAt { get; set; }

    public ConsultationState State { get; set; } = ConsultationState.AwaitingRelease;
    public int Step { get; set; }
    public int Version { get; set; }
    public AdmissionRoute? Route { get; set; }

    /// <summary>True while the leader's agreement stands on an entry made for them (代录) and not on their own press.</summary>
    public bool ReleasedOnBehalf { get; set; }

    /// <summary>Business clock, UTC, as all moments here.</summary>
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? ReleasedAt { get; set; }

    /// <summary>答复受理期限.</summary>
    public DateTimeOffset? AdmissionDue { get; set; }
    public DateTimeOffset? AdmittedAt { get; set; }

    /// <summary>反馈意见期限.</summary>
    public DateTimeOffset? ViewsDue { get; set; }

    /// <summary>Why the leader or the office gave it back last.</summary>
    public string? ReturnReason { get; set; }

    /// <summary>What it came to, where it was concluded in writing (书面会商); one that was heard has it on its agenda item.</summary>
    public ConsultationOutcome? Outcome { get; set; }

    /// <summary>会商意见 of a written consultation, as the office wrote it.</summary>
    public string? Conclusion { get; set; }

    /// <summary>议定事项 of a written consultation.</summary>
    public List<Resolution> Resolutions { get; init; } = [];

    /// <summary>拟请 (later: 参加) units; may be empty: 由专班定.</summary>
    public List<InvitedUnit> InvitedUnits { get; init; } = [];
}

public enum ViewKind
{
    /// <summary>我局意见.</summary>
    Own,

    /// <summary>与我局职责无关.</summary>
    NotOurs,

    /// <summary>无意见.</summary>
    None,
}

/// <summary>A unit asked to take part, and its written view (意见) once given.</summary>
public sealed class InvitedUnit : IPromising, ISearchable
{
    PromisingRecord IPromising.Promising => new(RecordNumber.Consultation, ConsultationId);
    IEnumerable<SearchableRecord> ISearchable.Searchable => [new(nameof(Consultation), ConsultationId)];

    public required Guid ConsultationId { get; init; }
    public required Guid UnitId { get; init; }
    public Unit? Unit { get; init; }
    public ViewKind? ViewKind { get; set; }
    public string? ViewText { get; set; }

    /// <summary>依据: law and article, or the document that says so.</summary>
    public string? ViewBasis { get; set; }
    public Guid? ViewById { get; set; }
    public DateTimeOffset? ViewAt { get; set; }
}

internal sealed class ConsultationMapping : IEntityTypeConfiguration<Consultation>, IEntityTypeConfiguration<InvitedUnit>
{
    public void Configure(EntityTypeBuilder<Consultation> builder)
    {
        builder.ToTable("Consultations");
        builder.Property(c => c.Id).ValueGeneratedNever();
        builder.Property(c => c.Number).HasMaxLength(20);
        builder.Property(c => c.Title).HasMaxLength(60);
        builder.Property(c => c.Version).IsConcurrencyToken();
        builder.HasIndex(c => c.Number).IsUnique();
        builder.HasIndex(c => new { c.State, c.UnitId });
        builder.HasOne(c => c.Unit).WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(c => c.Drafter).WithMany().HasForeignKey(c => c.DrafterId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(c => c.InvitedUnits).WithOne().HasForeignKey(i => i.ConsultationId);
    }

    public void Configure(EntityTypeBuilder<InvitedUnit> builder)
    {
        builder.ToTable("InvitedUnits");
        builder.HasKey(i => new { i.ConsultationId, i.UnitId });
        builder.HasIndex(i => i.UnitId);
        builder.HasOne(i => i.Unit).WithMany().HasForeignKey(i => i.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
