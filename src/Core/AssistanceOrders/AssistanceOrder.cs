using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Search;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>
/// 协助单: a township asks, a department helps (行政处罚法 art. 26). Its id is the id of the draft it came from, so pressing twice makes one. All moments business clock, UTC;
/// days are those of Shanghai.
/// </summary>
public sealed class AssistanceOrder : ILifecycleRecord<OrderState>, IPromising, ISearchable
{
    PromisingRecord IPromising.Promising => new(RecordNumber.AssistanceOrder, Id);

    IEnumerable<SearchableRecord> ISearchable.Searchable => [new(nameof(AssistanceOrder), Id)];

    public required Guid Id { get; init; }

    /// <summary><c>XZ-2026-0031</c>.</summary>
    public required string Number { get; init; }

    /// <summary>点单单位.</summary>
    public required Guid UnitId { get; init; }
    public Unit? Unit { get; init; }

    /// <summary>联系人.</summary>
    public required Guid RequesterId { get; init; }
    public Person? Requester { get; init; }

    /// <summary>At most 30 characters: made by the program, changeable.</summary>
    public required string Title { get; set; }

    public required OrderKind Kind { get; set; }

    /// <summary>What is wanted, in the staff's words.</summary>
    public required string Account { get; set; }
    public int? PeopleWanted { get; set; }

    /// <summary>希望日期; it binds nobody until it is confirmed at 接单.</summary>
    public DateOnly? WishedOn { get; set; }
    public TimeOnly? WishedTime { get; set; }

    /// <summary>跟班学习: until when it lasts.</summary>
    public DateOnly? PeriodTo { get; set; }

    /// <summary>跟班学习: who goes.</summary>
    public string? Trainees { get; set; }

    /// <summary>Null where it is not urgent.</summary>
    public UrgentGround? Urgent { get; set; }

    /// <summary>Departments that the words or the matter list name while none is certain; in the order of naming.</summary>
    public List<Guid> CandidateUnitIds { get; set; } = [];

    public OrderState State { get; set; } = OrderState.AwaitingDispatch;
    public int Step { get; set; }
    public int Version { get; set; }
    public required DateTimeOffset PlacedAt { get; init; }

    /// <summary>主办; null until it is dispatched.</summary>
    public Guid? LeadUnitId { get; set; }
    public Unit? LeadUnit { get; set; }

    /// <summary>派单时间: from here the clock runs (domain: b3, 1).</summary>
    public DateTimeOffset? DispatchedAt { get; set; }
    public DateTimeOffset? AcceptDue { get; set; }

    /// <summary>办结期限; null for what is done as agreed, until it is agreed.</summary>
    public DateTimeOffset? CompleteDue { get; set; }

    /// <summary>The clock begins anew after the first change of the department, not after a second one.</summary>
    public bool Restarted { get; set; }

    /// <summary>Since when time stands still.</summary>
    public DateTimeOffset? PausedAt { get; set; }

    public DateTimeOffset? AcceptedAt { get; set; }

    /// <summary>办理人, in the department's words.</summary>
    public string? AssignedTo { get; set; }

    /// <summary>约定的到场日期.</summary>
    public DateOnly? AgreedOn { get; set; }
    public TimeOnly? AgreedTime { get; set; }

    /// <summary>What the department still needs, all of it.</summary>
    public string? MaterialWanted { get; set; }

    /// <summary>A department asks once; afterwards the office does.</summary>
    public bool MaterialAsked { get; set; }

    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>On which day it was done.</summary>
    public DateOnly? DoneOn { get; set; }
    public string? Result { get; set; }
    public int? PeopleSent { get; set; }
    public WrittenProof? Proof { get; set; }

    /// <summary>可共享: other townships may see how it was answered.</summary>
    public bool Shared { get; set; }

    public OrderRating? Rating { get; set; }
    public string? RatingText { get; set; }
    public DateTimeOffset? RatedAt { get; set; }

    /// <summary>Until when the township may rate and change its mind.</summary>
    public DateTimeOffset? RatableUntil { get; set; }

    /// <summary>重办 happens once.</summary>
    public bool Reopened { get; set; }

    /// <summary>The consultation it came from or was turned into.</summary>
    public Guid? ConsultationId { get; set; }

    /// <summary>The candidates themselves, where they were loaded to be named; not stored.</summary>
    internal IReadOnlyList<Unit> Candidates { get; set; } = [];

    public List<HandBack> HandBacks { get; init; } = [];

    /// <summary>协办.</summary>
    public List<SupportingUnit> Supporters { get; init; } = [];

    /// <summary>True while the department, not the office or the township, has the next word.</summary>
    internal bool IsWithDepartment => State is OrderState.AwaitingAcceptance or OrderState.InHand;

    /// <summary>认定、鉴定 and information count only with a stamped paper.</summary>
    public bool NeedsProof => Kind is OrderKind.Appraisal or OrderKind.Information;

    /// <summary>培训、跟班 have no limit of their own but the day that is agreed.</summary>
    public bool IsAsAgreed => Kind is OrderKind.Training or OrderKind.Secondment;
}

/// <summary>One 退单 and how it was ruled.</summary>
public sealed class HandBack : IPromising, ISearchable
{
    PromisingRecord IPromising.Promising => new(RecordNumber.AssistanceOrder, OrderId);

    IEnumerable<SearchableRecord> ISearchable.Searchable => [new(nameof(AssistanceOrder), OrderId)];

    public required Guid OrderId { get; init; }

    /// <summary>1 or 2: the second one is ruled by the task-force leaders.</summary>
    public required int Round { get; init; }
    public required Guid UnitId { get; init; }
    public Unit? Unit { get; init; }
    public required HandBackReason Reason { get; init; }

    /// <summary>依据.</summary>
    public required string Basis { get; init; }

    /// <summary>The unit believed competent; null where the department leaves it to the office.</summary>
    public Guid? SuggestedUnitId { get; init; }
    public Unit? SuggestedUnit { get; init; }
    public required Guid ById { get; init; }
    public required DateTimeOffset At { get; init; }
    public DateTimeOffset? RuledAt { get; set; }

    /// <summary>Whether it was granted; null while it waits.</summary>
    public bool? Granted { get; set; }
    public string? RulingReason { get; set; }
}

/// <summary>协办单位, with what it contributed.</summary>
public sealed class SupportingUnit : IPromising, ISearchable
{
    PromisingRecord IPromising.Promising => new(RecordNumber.AssistanceOrder, OrderId);

    IEnumerable<SearchableRecord> ISearchable.Searchable => [new(nameof(AssistanceOrder), OrderId)];

    public required Guid OrderId { get; init; }
    public required Guid UnitId { get; init; }
    public Unit? Unit { get; init; }
    public string? Contribution { get; set; }
    public Guid? ReportedById { get; set; }
    public DateTimeOffset? ReportedAt { get; set; }
}
