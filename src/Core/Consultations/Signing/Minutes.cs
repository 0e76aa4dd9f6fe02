using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Search;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Signing;

/// <summary>Which paper it is.</summary>
public enum MinutesKind
{
    /// <summary>会议纪要 of a session; carries the session's number.</summary>
    Session,

    /// <summary>会商意见书 of a written consultation; carries the consultation's number.</summary>
    Conclusion,
}

/// <summary>
/// The paper in which a consultation ends: compiled by the worker, edited by the office, countersigned by the units concerned, signed off by the chair,
/// issued (domain: a4–a7).
/// </summary>
public sealed class Minutes : ILifecycleRecord<MinutesState>, IPromising, ISearchable
{
    PromisingRecord IPromising.Promising => new(RecordNumber.Session, Id);
    IEnumerable<SearchableRecord> ISearchable.Searchable =>
        SessionId is { } session ? [new(nameof(Minutes), Id), new(nameof(Session), session)] : [new(nameof(Minutes), Id)];

    public required Guid Id { get; init; }
    public required MinutesKind Kind { get; init; }

    /// <summary><c>HY-2026-0005</c> of the session, or <c>HS-2026-0012</c> of the consultation.</summary>
    public required string Number { get; init; }
    public Guid? SessionId { get; init; }
    public Session? Session { get; init; }
    public Guid? ConsultationId { get; init; }
    public Consultation? Consultation { get; init; }

    /// <summary>The first heading of the text.</summary>
    public required string Title { get; set; }

    /// <summary>The text as it stands now.</summary>
    public required string Markdown { get; set; }

    /// <summary>Number of the <see cref="MinutesVersion"/> that holds the text as it stands now.</summary>
    public int VersionNumber { get; set; } = 1;

    /// <summary>Moves with every saved change of the text, also where that is folded into the version: what an editor's save is based on.</summary>
    public int Revision { get; set; } = 1;

    /// <summary>Business clock, UTC, as all moments here.</summary>
    public required DateTimeOffset CompiledAt { get; init; }

    /// <summary>Who presided over the session and may sign off beside the task-force leaders; null for a conclusion.</summary>
    public Guid? PresiderId { get; init; }
    public Person? Presider { get; init; }
    public MinutesState State { get; set; }
    public int Step { get; set; }
    public int Version { get; set; }

    /// <summary>Round of countersigning, from 1; 0 before the first.</summary>
    public int Round { get; set; }

    /// <summary>会签期限 of the round.</summary>
    public DateTimeOffset? CountersignDue { get; set; }

    /// <summary>The limit of the round has passed with answers missing, and those were chased: from now on the office may close it.</summary>
    public bool LimitPassed { get; set; }

    /// <summary>When the round was closed; null while it is open or none was begun.</summary>
    public DateTimeOffset? RoundClosedAt { get; set; }

    /// <summary>Who signed off the text as it stands now; null once it was changed.</summary>
    public Guid? SignedById { get; set; }
    public Person? SignedBy { get; init; }
    public DateTimeOffset? SignedAt { get; set; }

    /// <summary>True while the signature stands on paper and was entered by the office (代录).</summary>
    public bool SignedOnBehalf { get; set; }

    /// <summary>What the chair wants changed; null once it has been asked for a signature again.</summary>
    public string? SendBackReason { get; set; }

    /// <summary>〔2026〕N号: kept for good from the first issue on.</summary>
    public int? IssueYear { get; set; }
    public int? IssueNumber { get; set; }

    /// <summary>Date of the issued paper: the Shanghai day of the sign-off.</summary>
    public DateOnly? IssuedOn { get; set; }
    public DateTimeOffset? IssuedAt { get; set; }

    /// <summary>Number of the version that was issued last.</summary>
    public int? IssuedVersion { get; set; }

    /// <summary>How often it went out again as 更正.</summary>
    public int Corrections { get; set; }
    public List<MinutesVersion> Versions { get; init; } = [];
    public List<Countersignature> Countersignatures { get; init; } = [];

    /// <summary>议定事项 tracked since the paper was issued.</summary>
    public List<Resolution> Resolutions { get; init; } = [];

    /// <summary>What the units of the present round answered.</summary>
    public IEnumerable<Countersignature> Asked => Countersignatures.Where(c => c.Round == Round);

    /// <summary>Whether nobody of the round is missing.</summary>
    public bool AllAnswered => Asked.All(c => c.Choice is not null);
}
