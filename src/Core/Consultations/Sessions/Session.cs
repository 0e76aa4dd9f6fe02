using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Search;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Sessions;

public enum SessionState
{
    Scheduled,

    /// <summary>开会中: the office said that it was opened; the record can be written.</summary>
    InProgress,

    /// <summary>已结束: the worker compiles the minutes.</summary>
    Ended,

    /// <summary>纪要已成稿.</summary>
    Compiled,
    Cancelled,
}

public enum SessionAction
{
    /// <summary>参加、请假: an invited unit says who comes.</summary>
    Answer,
    Reschedule,
    Cancel,

    /// <summary>调整议题顺序.</summary>
    ArrangeAgenda,

    /// <summary>发会议议程.</summary>
    SendAgenda,

    /// <summary>开了.</summary>
    Open,

    /// <summary>记录: attendance, discussion, resolutions.</summary>
    Record,
    End,
    Compile,

    /// <summary>The only consultation on its agenda was withdrawn.</summary>
    Lapse,
}

public enum SessionKind
{
    /// <summary>定期会商.</summary>
    Regular,

    /// <summary>专题会商: one consultation of its own.</summary>
    Own,
}

/// <summary>会商会议: takes one or many consultations as agenda items and yields one minutes.</summary>
public sealed class Session : ILifecycleRecord<SessionState>, ISearchable
{
    IEnumerable<SearchableRecord> ISearchable.Searchable => [new(nameof(Session), Id)];

    public required Guid Id { get; init; }

    /// <summary><c>HY-2026-0005</c>.</summary>
    public required string Number { get; init; }
    public required SessionKind Kind { get; init; }
    public required DateTimeOffset StartsAt { get; set; }
    public required DateTimeOffset EndsAt { get; set; }
    public required string Place { get; set; }
    public SessionState State { get; set; }
    public int Step { get; set; }
    public int Version { get; set; }

    /// <summary>Counts sent invitations (iCalendar SEQUENCE).</summary>
    public int InvitationSequence { get; set; }

    /// <summary>The agenda as it was sent last (<see cref="Agenda.Fingerprint"/>); null before.</summary>
    public string? AgendaSent { get; set; }
    public List<AgendaItem> AgendaItems { get; init; } = [];
    public List<Attendance> Attendances { get; init; } = [];
}

/// <summary>议题: one consultation on the agenda of a session.</summary>
public sealed class AgendaItem : ISearchable
{
    IEnumerable<SearchableRecord> ISearchable.Searchable => [new(nameof(Session), SessionId)];

    public required Guid Id { get; init; }
    public required Guid SessionId { get; init; }
    public required Guid ConsultationId { get; init; }
    public Consultation? Consultation { get; init; }
    public required int Order { get; set; }

    /// <summary>What was said and found, as the recorder wrote it.</summary>
    public string Discussion { get; set; } = "";

    /// <summary>What it came to; null until the recorder has said so.</summary>
    public ConsultationOutcome? Outcome { get; set; }
    public List<Resolution> Resolutions { get; init; } = [];
}

public enum AttendanceRole
{
    /// <summary>主持.</summary>
    Host,

    /// <summary>出席: party to the decision.</summary>
    Attend,

    /// <summary>列席.</summary>
    SitIn,

    /// <summary>记录.</summary>
    Recorder,
}

public enum AttendanceReply
{
    Open,
    Accepted,

    /// <summary>请假.</summary>
    Leave,
}

/// <summary>A unit (or, for host and recorder, a person) expected at a session, and whether the recorder ticked it as present. No 签到.</summary>
public sealed class Attendance : ISearchable
{
    IEnumerable<SearchableRecord> ISearchable.Searchable => [new(nameof(Session), SessionId)];

    public required Guid Id { get; init; }
    public required Guid SessionId { get; init; }
    public required Guid UnitId { get; init; }
    public Unit? Unit { get; init; }

    /// <summary>The person, where it is a certain one: host and recorder. Null for a unit that decides itself who comes.</summary>
    public Guid? PersonId { get; init; }
    public required AttendanceRole Role { get; set; }

    /// <summary>Who comes, as the unit said or the recorder wrote: post and name.</summary>
    public string Attendee { get; set; } = "";
    public AttendanceReply Reply { get; set; }

    /// <summary>Reason of the leave, or who comes instead.</summary>
    public string? ReplyText { get; set; }

    /// <summary>Null until the recorder has ticked.</summary>
    public bool? Present { get; set; }
}

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>, IEntityTypeConfiguration<AgendaItem>, IEntityTypeConfiguration<Attendance>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("Sessions");
        builder.Property(s => s.Id).ValueGeneratedNever();
        builder.Property(s => s.Number).HasMaxLength(20);
        builder.Property(s => s.Place).HasMaxLength(100);
        builder.Property(s => s.AgendaSent).HasMaxLength(64);
        builder.Property(s => s.Version).IsConcurrencyToken();
        builder.HasIndex(s => s.Number).IsUnique();
        builder.HasIndex(s => new { s.State, s.StartsAt });
        builder.HasMany(s => s.AgendaItems).WithOne().HasForeignKey(i => i.SessionId);
        builder.HasMany(s => s.Attendances).WithOne().HasForeignKey(a => a.SessionId);
    }

    public void Configure(EntityTypeBuilder<AgendaItem> builder)
    {
        builder.ToTable("AgendaItems");
        builder.Property(i => i.Id).ValueGeneratedNever();
        builder.HasIndex(i => i.ConsultationId);
        builder.HasOne(i => i.Consultation).WithMany().HasForeignKey(i => i.ConsultationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(i => i.Resolutions).WithOne(r => r.AgendaItem).HasForeignKey(r => r.AgendaItemId);
    }

    public void Configure(EntityTypeBuilder<Attendance> builder)
    {
        builder.ToTable("Attendances");
        builder.Property(a => a.Id).ValueGeneratedNever();
        builder.Property(a => a.Attendee).HasMaxLength(80);
        builder.HasOne(a => a.Unit).WithMany().HasForeignKey(a => a.UnitId).OnDelete(DeleteBehavior.Restrict);
    }
}
