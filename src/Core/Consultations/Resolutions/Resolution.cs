using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Search;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Resolutions;

public enum ResolutionState
{
    /// <summary>Written into the record; the paper has not been issued.</summary>
    Recorded,

    /// <summary>办理中: tracked since the paper was issued.</summary>
    Open,

    /// <summary>已报办结，待销号.</summary>
    Reported,

    /// <summary>已销号.</summary>
    ClosedOut,
}

public enum ResolutionAction
{
    /// <summary>The paper was issued.</summary>
    Track,

    /// <summary>报进展.</summary>
    ReportProgress,

    /// <summary>报办结, by the responsible unit: it answers for the whole.</summary>
    ReportDone,

    /// <summary>销号.</summary>
    CloseOut,

    /// <summary>退回，说一句: the office wants more.</summary>
    SendBack,
}

/// <summary>议定事项: what was agreed, with responsible units and date. A tracked record from the issue of the paper on (domain: a7).</summary>
public sealed class Resolution : ILifecycleRecord<ResolutionState>, IPromising, ISearchable
{
    PromisingRecord IPromising.Promising => new(RecordNumber.RegisterTask, Id);
    IEnumerable<SearchableRecord> ISearchable.Searchable =>
        MinutesId is { } paper ? [new(nameof(Resolution), Id), new(nameof(Minutes), paper)] : [new(nameof(Resolution), Id)];

    public required Guid Id { get; init; }

    /// <summary>The item of a session that it was agreed on; null for one of a written conclusion.</summary>
    public Guid? AgendaItemId { get; init; }
    public AgendaItem? AgendaItem { get; init; }

    /// <summary>The consultation concluded in writing; null for one of a session.</summary>
    public Guid? ConsultationId { get; init; }
    public required int Order { get; set; }
    public required string Text { get; set; }

    /// <summary>责任单位.</summary>
    public required Guid LeadUnitId { get; set; }
    public Unit? LeadUnit { get; init; }

    /// <summary>配合单位.</summary>
    public List<Guid> SupportingUnitIds { get; set; } = [];

    /// <summary>完成时限; null is 长期坚持.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary><c>RW-2026-0003</c>; null until the paper is issued.</summary>
    public string? Number { get; set; }

    /// <summary>The paper it stands in, once that is issued.</summary>
    public Guid? MinutesId { get; set; }
    public Minutes? Minutes { get; init; }
    public ResolutionState State { get; set; }
    public int Step { get; set; }
    public int Version { get; set; }
    public DateTimeOffset? ReportedAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>What the office still wants; null once it was reported as done again.</summary>
    public string? SendBackReason { get; set; }
    public List<ProgressReport> Reports { get; init; } = [];
}

/// <summary>进展: what a unit reported on a resolution. Its files are attached to the resolution.</summary>
public sealed class ProgressReport : ISearchable
{
    IEnumerable<SearchableRecord> ISearchable.Searchable => [new(nameof(Resolution), ResolutionId)];

    public required Guid Id { get; init; }
    public required Guid ResolutionId { get; init; }
    public required Guid UnitId { get; init; }
    public Unit? Unit { get; init; }
    public required Guid ById { get; init; }
    public Person? By { get; init; }

    /// <summary>Business clock, UTC.</summary>
    public required DateTimeOffset At { get; init; }
    public required string Text { get; init; }

    /// <summary>Reported as done.</summary>
    public required bool Done { get; init; }
}

internal sealed class ResolutionMapping : IEntityTypeConfiguration<Resolution>, IEntityTypeConfiguration<ProgressReport>
{
    public void Configure(EntityTypeBuilder<Resolution> builder)
    {
        builder.ToTable("Resolutions");
        builder.Property(r => r.Id).ValueGeneratedNever();
        builder.Property(r => r.Number).HasMaxLength(20);
        builder.Property(r => r.SendBackReason).HasMaxLength(500);
        builder.Property(r => r.Version).IsConcurrencyToken();
        builder.HasIndex(r => r.Number).IsUnique();
        builder.HasIndex(r => new { r.State, r.DueOn });
        builder.HasOne(r => r.LeadUnit).WithMany().HasForeignKey(r => r.LeadUnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Consultation>().WithMany(c => c.Resolutions).HasForeignKey(r => r.ConsultationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(r => r.Reports).WithOne().HasForeignKey(p => p.ResolutionId);
    }

    public void Configure(EntityTypeBuilder<ProgressReport> builder)
    {
        builder.ToTable("ProgressReports");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Text).HasMaxLength(2000);
        builder.HasOne(p => p.Unit).WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.By).WithMany().HasForeignKey(p => p.ById).OnDelete(DeleteBehavior.Restrict);
    }
}
