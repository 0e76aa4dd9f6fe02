using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Search;

namespace SupervisionBot.Core.Consultations.Signing;

public enum CountersignChoice
{
    /// <summary>同意.</summary>
    Agree,

    /// <summary>原则同意，建议……</summary>
    AgreeWithSuggestion,

    /// <summary>不同意.</summary>
    Disagree,

    /// <summary>保留意见.</summary>
    Reserve,
}

/// <summary>会签: one unit asked in one round, and what it answered. Silence is not consent.</summary>
public sealed class Countersignature : IPromising, ISearchable
{
    PromisingRecord IPromising.Promising => new(RecordNumber.Session, MinutesId);
    IEnumerable<SearchableRecord> ISearchable.Searchable => [new(nameof(Minutes), MinutesId)];

    public required Guid MinutesId { get; init; }
    public required int Round { get; init; }
    public required Guid UnitId { get; init; }
    public Unit? Unit { get; init; }

    /// <summary>Null while the unit has not answered.</summary>
    public CountersignChoice? Choice { get; set; }

    /// <summary>In the unit's words; only 同意 needs none.</summary>
    public string? Text { get; set; }
    public Guid? ById { get; set; }
    public Person? By { get; init; }
    public DateTimeOffset? At { get; set; }

    /// <summary>Number of the version that the unit had before it.</summary>
    public int? OnVersion { get; set; }

    /// <summary>逾期未反馈: the round was closed without this unit.</summary>
    public bool Missed { get; set; }
}
