using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Search;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.TypicalPractices;

/// <summary>
/// 典型经验: something that worked in one place, written down for the others (domain: c). One text, as its author wrote it; its parts are found when it is read
/// (<see cref="PracticeText"/>), never forced. Its id is the id of the draft it came from, so pressing twice makes one.
/// </summary>
public sealed class TypicalPractice : ILifecycleRecord<PracticeState>, ISearchable
{
    IEnumerable<SearchableRecord> ISearchable.Searchable => [new(nameof(TypicalPractice), Id)];

    public required Guid Id { get; init; }

    /// <summary><c>JY-2026-0007</c>.</summary>
    public required string Number { get; init; }

    /// <summary>报送单位.</summary>
    public required Guid UnitId { get; init; }
    public Unit? Unit { get; init; }

    /// <summary>Who sent it, and answers for changes.</summary>
    public required Guid DrafterId { get; init; }
    public Person? Drafter { get; init; }

    public required string Title { get; set; }

    /// <summary>正文: background, main practices and results in one text, at most <see cref="PracticeContent.LongestBody"/> characters.</summary>
    public required string Body { get; set; }

    /// <summary>执笔人.</summary>
    public required string Author { get; set; }

    /// <summary>联系人, with a telephone number.</summary>
    public required string Contact { get; set; }

    public PracticeState State { get; set; } = PracticeState.AwaitingRelease;
    public int Step { get; set; }
    public int Version { get; set; }

    /// <summary>True while the leader's agreement stands on an entry made for them (代录) and not on their own press.</summary>
    public bool ReleasedOnBehalf { get; set; }

    /// <summary>Business clock, UTC, as all moments here.</summary>
    public required DateTimeOffset SubmittedAt { get; init; }
    public DateTimeOffset? ReleasedAt { get; set; }

    /// <summary>Since when everybody may read it.</summary>
    public DateTimeOffset? AdoptedAt { get; set; }

    /// <summary>What the leader or the office said last: why it was sent back, why it was or was not adopted.</summary>
    public string? Reason { get; set; }

    /// <summary>采用情况: any number, recorded as they become known.</summary>
    public List<PracticeAdoption> Adoptions { get; init; } = [];
}

internal sealed class TypicalPracticeMapping : IEntityTypeConfiguration<TypicalPractice>, IEntityTypeConfiguration<PracticeAdoption>
{
    public void Configure(EntityTypeBuilder<TypicalPractice> builder)
    {
        builder.ToTable("TypicalPractices");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Number).HasMaxLength(20);
        builder.Property(p => p.Title).HasMaxLength(120);
        builder.Property(p => p.Author).HasMaxLength(200);
        builder.Property(p => p.Contact).HasMaxLength(200);
        builder.Property(p => p.Version).IsConcurrencyToken();
        builder.HasIndex(p => p.Number).IsUnique();
        builder.HasIndex(p => new { p.State, p.UnitId });
        builder.HasIndex(p => p.AdoptedAt);
        builder.HasOne(p => p.Unit).WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(p => p.Drafter).WithMany().HasForeignKey(p => p.DrafterId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(p => p.Adoptions).WithOne().HasForeignKey(a => a.PracticeId);
    }

    public void Configure(EntityTypeBuilder<PracticeAdoption> builder)
    {
        builder.ToTable("PracticeAdoptions");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.HasIndex(a => a.PracticeId);
        builder.HasIndex(a => a.Level);
        builder.HasOne<Person>().WithMany().HasForeignKey(a => a.RecordedById).OnDelete(DeleteBehavior.Restrict);
    }
}
