using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.TypicalPractices.Bulletins;

/// <summary>简报: adopted practices, printed under a red head and sent around (domain: c). It has its number from the moment of issue.</summary>
public sealed class Bulletin : ILifecycleRecord<BulletinState>
{
    public required Guid Id { get; init; }
    public BulletinState State { get; set; } = BulletinState.Drafting;
    public int Step { get; set; }
    public int Version { get; set; }

    /// <summary>〔year〕 of the issue, a Shanghai year; null before.</summary>
    public int? Year { get; set; }

    /// <summary>第N期 within the year; null before.</summary>
    public int? Issue { get; set; }

    /// <summary>The day of issue in Shanghai; null before.</summary>
    public DateOnly? IssuedOn { get; set; }

    /// <summary>按语; null where there is none.</summary>
    public string? Foreword { get; set; }

    /// <summary>报: who is reported to; null leaves the line out, as with the two that follow.</summary>
    public string? ReportedTo { get; set; }

    /// <summary>送: who is informed.</summary>
    public string? SentTo { get; set; }

    /// <summary>发: who is to read it.</summary>
    public string? DistributedTo { get; set; }

    /// <summary>份数; null leaves the line out.</summary>
    public int? Copies { get; set; }

    /// <summary>Business clock, UTC, as all moments here.</summary>
    public required DateTimeOffset StartedAt { get; init; }
    public DateTimeOffset? IssuedAt { get; set; }

    public List<BulletinItem> Items { get; init; } = [];
}

/// <summary>A practice in a bulletin. A practice stands in one bulletin only.</summary>
public sealed class BulletinItem
{
    public required Guid BulletinId { get; init; }
    public required Guid PracticeId { get; init; }
    public TypicalPractice? Practice { get; init; }

    /// <summary>From 1.</summary>
    public required int Order { get; set; }
}

public enum BulletinState
{
    /// <summary>编辑中: only the office and those who see everything know of it.</summary>
    Drafting,

    /// <summary>已印发: everybody may read it.</summary>
    Issued,

    /// <summary>不印了: its practices are free for another one.</summary>
    Discarded,
}

public enum BulletinAction
{
    /// <summary>改.</summary>
    Edit,

    /// <summary>印发.</summary>
    Issue,

    /// <summary>不印了.</summary>
    Discard,
}

internal sealed class BulletinMapping : IEntityTypeConfiguration<Bulletin>, IEntityTypeConfiguration<BulletinItem>
{
    public void Configure(EntityTypeBuilder<Bulletin> builder)
    {
        builder.ToTable("Bulletins");
        builder.Property(b => b.Id).ValueGeneratedNever();
        builder.Property(b => b.Version).IsConcurrencyToken();
        builder.HasIndex(b => new { b.Year, b.Issue }).IsUnique();
        builder.HasMany(b => b.Items).WithOne().HasForeignKey(i => i.BulletinId);
    }

    public void Configure(EntityTypeBuilder<BulletinItem> builder)
    {
        builder.ToTable("BulletinItems");
        builder.HasKey(i => new { i.BulletinId, i.PracticeId });
        builder.HasIndex(i => i.PracticeId).IsUnique();
        builder.HasOne(i => i.Practice).WithMany().HasForeignKey(i => i.PracticeId).OnDelete(DeleteBehavior.Restrict);
    }
}
