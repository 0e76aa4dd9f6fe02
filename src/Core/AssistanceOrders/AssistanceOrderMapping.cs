using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace SupervisionBot.Core.AssistanceOrders;

internal sealed class AssistanceOrderMapping
    : IEntityTypeConfiguration<AssistanceOrder>,
        IEntityTypeConfiguration<HandBack>,
        IEntityTypeConfiguration<SupportingUnit>,
        IEntityTypeConfiguration<MenuItem>
{
    public void Configure(EntityTypeBuilder<AssistanceOrder> builder)
    {
        builder.ToTable("AssistanceOrders");
        builder.Property(o => o.Id).ValueGeneratedNever();
        builder.Property(o => o.Number).HasMaxLength(20);
        builder.Property(o => o.Title).HasMaxLength(60);
        builder.Property(o => o.AssignedTo).HasMaxLength(100);
        builder.Property(o => o.Trainees).HasMaxLength(200);
        builder.Property(o => o.Version).IsConcurrencyToken();
        builder.Ignore(o => o.Candidates);
        builder.HasIndex(o => o.Number).IsUnique();

        // 我的待办 and 查进度 read a handful of open ones among very many that are closed.
        builder.HasIndex(o => new { o.State, o.LeadUnitId });
        builder.HasIndex(o => new { o.UnitId, o.State });
        builder.HasIndex(o => new { o.UnitId, o.PlacedAt });
        builder.HasIndex(o => new { o.LeadUnitId, o.PlacedAt });
        builder.HasIndex(o => o.PlacedAt);
        builder.HasOne(o => o.Unit).WithMany().HasForeignKey(o => o.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(o => o.LeadUnit).WithMany().HasForeignKey(o => o.LeadUnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(o => o.Requester).WithMany().HasForeignKey(o => o.RequesterId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(o => o.HandBacks).WithOne().HasForeignKey(h => h.OrderId);
        builder.HasMany(o => o.Supporters).WithOne().HasForeignKey(s => s.OrderId);
    }

    public void Configure(EntityTypeBuilder<HandBack> builder)
    {
        builder.ToTable("HandBacks");
        builder.HasKey(h => new { h.OrderId, h.Round });
        builder.Property(h => h.Basis).HasMaxLength(500);
        builder.Property(h => h.RulingReason).HasMaxLength(500);
        builder.HasIndex(h => h.UnitId);
        builder.HasOne(h => h.Unit).WithMany().HasForeignKey(h => h.UnitId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(h => h.SuggestedUnit).WithMany().HasForeignKey(h => h.SuggestedUnitId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SupportingUnit> builder)
    {
        builder.ToTable("SupportingUnits");
        builder.HasKey(s => new { s.OrderId, s.UnitId });
        builder.HasIndex(s => s.UnitId);
        builder.HasOne(s => s.Unit).WithMany().HasForeignKey(s => s.UnitId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<MenuItem> builder)
    {
        builder.ToTable("MenuItems");
        builder.Property(m => m.Id).ValueGeneratedNever();
        builder.Property(m => m.Name).HasMaxLength(60);
        builder
            .HasIndex(m => new
            {
                m.UnitId,
                m.Kind,
                m.Name,
            })
            .IsUnique();
        builder.HasOne(m => m.Unit).WithMany().HasForeignKey(m => m.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
