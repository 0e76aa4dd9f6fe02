namespace SupervisionBot.Core.Deadlines;

/// <summary>What somebody owes by a certain time.</summary>
public enum Promise
{
    /// <summary>审签 by the unit's leader.</summary>
    Release,

    /// <summary>答复是否受理 by the office.</summary>
    Admission,

    /// <summary>反馈书面意见 by an invited unit.</summary>
    View,

    /// <summary>定会期 by the office.</summary>
    Session,

    /// <summary>核稿、送会签 by the office.</summary>
    Draft,

    /// <summary>会签 by a unit.</summary>
    Countersign,

    /// <summary>会签后报签发 by the office.</summary>
    Submit,

    /// <summary>签发 by the chair.</summary>
    SignOff,

    /// <summary>印发 by the office.</summary>
    Issue,

    /// <summary>办理议定事项 by the responsible unit.</summary>
    Resolution,

    /// <summary>核实销号 by the office.</summary>
    CloseOut,

    /// <summary>裁定 by the office: an extension asked for, an answer said to have been given by telephone.</summary>
    Ruling,

    /// <summary>派单 by the office.</summary>
    Dispatch,

    /// <summary>接单 by a department.</summary>
    Acceptance,

    /// <summary>办结 by a department.</summary>
    Completion,

    /// <summary>协办 by a department beside the leading one.</summary>
    Support,

    /// <summary>裁定退单 by the office.</summary>
    HandBackRuling,

    /// <summary>裁定第二次退单 by the task-force leaders.</summary>
    LeaderRuling,

    /// <summary>核实不满意 by the office.</summary>
    RatingCheck,
}

/// <summary>Who owes it. Which people that means is asked anew each time somebody is written to.</summary>
public enum Debtor
{
    /// <summary>A unit, through whoever it is reached by.</summary>
    Unit,

    /// <summary>分管领导 of a unit.</summary>
    UnitLeader,

    Office,

    /// <summary>Who presided over the session, else the task-force leaders.</summary>
    Chair,
}

/// <summary>
/// One thing promised as a record stands now: what, by which unit, until when. Two promises of a record are the same one when what, unit and round are.
/// </summary>
/// <param name="UnitId">The unit that owes it; <see cref="Guid.Empty"/> for office and chair.</param>
/// <param name="PersonId">For a chair: who presided; else <see cref="Guid.Empty"/>.</param>
/// <param name="Due">The limit that the record itself holds; null where the rules give it from now on.</param>
/// <param name="Day">A limit that names its day: it holds until midnight and does not roll over (domain: e2).</param>
/// <param name="Since">From when the rules count, where that is not now.</param>
/// <param name="Period">The rule behind <paramref name="Due"/>, where it is the record's own and not one of <see cref="DeadlineSettings"/>.</param>
public sealed record Promised(
    Promise Promise,
    Guid UnitId = default,
    Guid PersonId = default,
    int Round = 0,
    DateTimeOffset? Due = null,
    DateOnly? Day = null,
    DateTimeOffset? Since = null,
    Period? Period = null
);

/// <summary>How long something may take.</summary>
public sealed record Period(int Amount, Calendars.PeriodUnit Unit);

/// <summary>Everything promised as a record stands now; <paramref name="EndOf"/> says what became of one that is no longer owed.</summary>
public sealed record Promises(string Number, string Title, bool Urgent, IReadOnlyList<Promised> Open, Func<Deadline, DeadlineAction> EndOf);

/// <summary>
/// Says what is promised as a kind of record stands now: a pure function of the record. Deadlines follow it in the transaction of every change, so no
/// handler can forget one, and the auditor can draw them anew.
/// </summary>
public interface IPromiseSource
{
    /// <summary>Prefix of the record's number: HS, HY, RW, XZ.</summary>
    string Kind { get; }

    /// <summary>Null when there is no such record any more.</summary>
    Task<Promises?> OfAsync(Persistence.WorkDb db, Guid recordId, CancellationToken cancel);

    /// <summary>The records of this kind that may owe or be owed something, for the auditor.</summary>
    IQueryable<Guid> Open(Persistence.WorkDb db);
}

/// <summary>A row whose change may change what its record owes.</summary>
internal interface IPromising
{
    PromisingRecord Promising { get; }
}

/// <summary>A record by kind (prefix of its number) and id.</summary>
internal readonly record struct PromisingRecord(string Kind, Guid Id);
