using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SupervisionBot.Core.Consultations.Signing;

internal sealed class MinutesMapping
    : IEntityTypeConfiguration<Minutes>,
        IEntityTypeConfiguration<MinutesVersion>,
        IEntityTypeConfiguration<Countersignature>
{
    public void Configure(EntityTypeBuilder<Minutes> builder)
    {
        builder.ToTable("Minutes");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Number).HasMaxLength(20);
        builder.Property(m => m.Title).HasMaxLength(200);
        builder.Property(m => m.SendBackReason).HasMaxLength(500);
        builder.Property(m => m.Version).IsConcurrencyToken();
        builder.Ignore(m => m.Asked);
        builder.Ignore(m => m.AllAnswered);
        builder.HasIndex(m => m.Number).IsUnique();
        builder.HasIndex(m => m.SessionId).IsUnique();
        builder.HasIndex(m => m.ConsultationId).IsUnique();
        builder.HasIndex(m => m.State);
        builder
            .HasIndex(m => new
            {
                m.Kind,
                m.IssueYear,
                m.IssueNumber,
            })
            .IsUnique();
        builder.HasOne(m => m.Session).WithOne().HasForeignKey<Minutes>(m => m.SessionId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(m => m.Consultation).WithOne().HasForeignKey<Minutes>(m => m.ConsultationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(m => m.Presider).WithMany().HasForeignKey(m => m.PresiderId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(m => m.SignedBy).WithMany().HasForeignKey(m => m.SignedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(m => m.Versions).WithOne().HasForeignKey(v => v.MinutesId);
        builder.HasMany(m => m.Countersignatures).WithOne().HasForeignKey(c => c.MinutesId);
        builder.HasMany(m => m.Resolutions).WithOne(r => r.Minutes).HasForeignKey(r => r.MinutesId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<MinutesVersion> builder)
    {
        builder.ToTable("MinutesVersions");
        builder.HasKey(v => new { v.MinutesId, v.Number });
        builder.HasOne(v => v.SavedBy).WithMany().HasForeignKey(v => v.SavedById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Countersignature> builder)
    {
        builder.ToTable("Countersignatures");
        builder.HasKey(c => new
        {
            c.MinutesId,
            c.Round,
            c.UnitId,
        });
        builder.HasIndex(c => c.UnitId);
        builder.Property(c => c.Text).HasMaxLength(1000);
        builder.HasOne(c => c.Unit).WithMany().HasForeignKey(c => c.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(c => c.By).WithMany().HasForeignKey(c => c.ById).OnDelete(DeleteBehavior.Restrict);
    }
}
