using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SupervisionBot.Core.Directory;

public enum Role
{
    /// <summary>经办人员.</summary>
    Staff,

    /// <summary>联络员.</summary>
    Liaison,

    /// <summary>分管领导.</summary>
    UnitLeader,

    /// <summary>专班办公室.</summary>
    Office,

    /// <summary>专班组长 (two of them).</summary>
    TaskForceLeader,

    /// <summary>查阅: may read what the office may read, may change nothing.</summary>
    Reader,

    /// <summary>系统管理员.</summary>
    Administrator,
}

/// <summary>Somebody who works with the bot. Several channel accounts can belong to one person.</summary>
public sealed class Person
{
    public required Guid Id { get; init; }
    public required string Login { get; set; }
    public required string Name { get; set; }
    public required Guid UnitId { get; set; }
    public Unit? Unit { get; set; }

    /// <summary>职务, as it stands before the name.</summary>
    public required string Post { get; set; }

    /// <summary>职务排序 within the unit.</summary>
    public required int Order { get; set; }

    public required string Phone { get; set; }
    public List<Role> Roles { get; set; } = [];

    /// <summary>False once the person has left; nothing is sent to such a person any more.</summary>
    public bool Active { get; set; } = true;

    /// <summary>B角: who acts for this person between <see cref="DeputyFrom"/> and <see cref="DeputyTo"/>, both days included.</summary>
    public Guid? DeputyId { get; set; }

    public DateOnly? DeputyFrom { get; set; }
    public DateOnly? DeputyTo { get; set; }

    /// <summary>Whether the B角 acts for this person on that day.</summary>
    internal bool IsAway(DateOnly day) => DeputyId is not null && DeputyFrom <= day && day <= DeputyTo;
}

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.ToTable("People");
        builder.Property(p => p.Id).ValueGeneratedNever();
        builder.Property(p => p.Login).HasMaxLength(60);
        builder.Property(p => p.Name).HasMaxLength(40);
        builder.Property(p => p.Post).HasMaxLength(60);
        builder.Property(p => p.Phone).HasMaxLength(20);
        builder.PrimitiveCollection(p => p.Roles).ElementType(e => e.HasConversion<string>());
        builder.HasIndex(p => p.Login).IsUnique();
        builder.HasOne(p => p.Unit).WithMany().HasForeignKey(p => p.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Person>().WithMany().HasForeignKey(p => p.DeputyId).OnDelete(DeleteBehavior.Restrict);
    }
}
