using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Directory;

namespace SupervisionBot.Core.Tests.Deadlines;

/// <summary>A line that was said or dropped, with its deadline as it stood; null where the line is about a session.</summary>
internal sealed record LedgerLine(Guid ItemId, string Step, string DueValue, Deadline? Deadline)
{
    public Audience Audience => Enum.Parse<Audience>(Step.Split(':')[2]);

    public override string ToString() => $"{Deadline?.Number} {Deadline?.Promise} {Step} {DueValue}";
}

/// <summary>One digest as it was committed.</summary>
/// <param name="Deputy">Who acts for the reader that day, themselves there; null where nobody does.</param>
/// <param name="InTheRoom">Consultations whose session was open at that moment: they are not chased in the chat.</param>
internal sealed record LedgerMorning(
    Person Reader,
    Guid? Deputy,
    DateTimeOffset At,
    long? OutboxId,
    IReadOnlyList<LedgerLine> Told,
    IReadOnlyList<LedgerLine> Dropped,
    IReadOnlySet<Guid> InTheRoom
)
{
    public override string ToString() => $"{Reader.Login} {At:O}: {string.Join("; ", Told)}";
}

/// <summary>What people did and what was said to them, kept beside the engine and not by it; every rule of trust that was broken.</summary>
internal sealed class HalfYearLedger(WorkingCalendar calendar)
{
    private readonly Lock guard = new();
    private readonly HashSet<(Guid Item, string Step, string Due, Guid Reader)> told = [];
    private readonly Dictionary<(Guid Reader, DateOnly Day), LedgerMorning> mornings = [];
    private readonly Dictionary<Guid, DateOnly> previews = [];
    private readonly HashSet<(Guid Record, Promise Promise, Guid Unit)> done = [];
    private readonly HashSet<Guid> over = [];
    private readonly Dictionary<string, bool> digests = new(StringComparer.Ordinal);
    private readonly HashSet<string> delivered = new(StringComparer.Ordinal);
    private readonly List<string> broken = [];

    public IReadOnlyList<string> Broken
    {
        get
        {
            lock (guard)
            {
                return [.. broken];
            }
        }
    }

    /// <summary>Digests by outbox key.</summary>
    public IReadOnlyCollection<string> Digests => digests.Keys;

    public int Lines => told.Count;

    public int Leaders { get; private set; }

    /// <summary>Who has left; kept by whoever lets people leave.</summary>
    public HashSet<Guid> Left { get; } = [];

    public bool WasDelivered(string key) => delivered.Contains(key);

    /// <summary>Somebody did what was promised.</summary>
    public void Done(Guid record, Promise promise, Guid unit = default) => Locked(() => done.Add((record, promise, unit)));

    /// <summary>It is owed once more.</summary>
    public void Again(Guid record, Promise promise, Guid unit = default) => Locked(() => done.Remove((record, promise, unit)));

    /// <summary>The whole record is over.</summary>
    public void Over(Guid record) => Locked(() => over.Add(record));

    public void Break(string rule) => Locked(() => broken.Add(rule));

    /// <summary>A digest was committed.</summary>
    public void Note(LedgerMorning morning) =>
        Locked(() =>
        {
            foreach (var line in morning.Told)
            {
                Check(line, morning);
            }

            foreach (var line in morning.Dropped)
            {
                CheckDropped(line, morning);
            }

            if (morning.Told.Count > 0)
            {
                CheckWhole(morning);
            }
        });

    /// <summary>The platform shows it to the person.</summary>
    public void Deliver(string key, Guid person, DateTimeOffset at) =>
        Locked(() =>
        {
            Expect(delivered.Add(key), $"{key} was delivered twice");
            Expect(!Left.Contains(person), $"{key} was delivered to somebody who has left");
            if (digests.TryGetValue(key, out var urgent))
            {
                Expect(urgent || calendar.IsWithinWorkingSegment(at), $"{key} was delivered {ChinaTime.Moment(at)}");
            }
        });

    private void CheckWhole(LedgerMorning morning)
    {
        var day = ChinaTime.DateOf(morning.At);
        var who = $"{morning.Reader.Login} {morning.At:O}";
        var urgent = morning.Told.All(l => l is { Deadline.Urgent: true, Audience: Audience.Owner });
        if (!urgent && !mornings.TryAdd((morning.Reader.Id, day), morning))
        {
            broken.Add($"a second digest for {who}: {string.Join("; ", morning.Told)}; after {mornings[(morning.Reader.Id, day)]}");
        }

        Expect(urgent || calendar.IsWithinWorkingSegment(morning.At), $"outside office hours: {who}");
        Expect(morning.Reader.Active, $"who has left hears: {who}");
        Expect(!morning.Reader.IsAway(day) || morning.Deputy is null, $"who is away hears: {who}");
        digests.Add($"outbox-{morning.OutboxId}", urgent);
    }

    private void Check(LedgerLine line, LedgerMorning morning)
    {
        var where = $"{morning.Reader.Login} {ChinaTime.Moment(morning.At)}: {line}";
        Expect(told.Add((line.ItemId, line.Step, line.DueValue, morning.Reader.Id)), $"told twice: {where}");
        if (line.Deadline is not { } deadline)
        {
            return;
        }

        Expect(
            !over.Contains(deadline.RecordId) && !done.Contains((deadline.RecordId, deadline.Promise, deadline.UnitId)),
            $"done, and reminded of: {where}"
        );
        Expect(deadline is { State: DeadlineState.Open, ClosedAt: null }, $"not open, and reminded of: {where}");
        var day = ChinaTime.DateOf(morning.At);
        if (line.Audience == Audience.Preview)
        {
            previews[line.ItemId] = day;
        }
        else if (line.Audience == Audience.UnitLeader)
        {
            Leaders++;
            Expect(
                previews.TryGetValue(line.ItemId, out var preview) && calendar.WorkingDaysBetween(preview, day) >= 1,
                $"a leader hears before the office had a working day: {where}"
            );
        }
    }

    private void CheckDropped(LedgerLine line, LedgerMorning morning)
    {
        if (
            line.Deadline is not { State: DeadlineState.Open } deadline
            || deadline.DueValue != line.DueValue
            || !morning.Reader.Active
            || (morning.Reader.IsAway(ChinaTime.DateOf(morning.At)) && morning.Deputy is not null)
            || morning.InTheRoom.Contains(deadline.RecordId)
        )
        {
            return;
        }

        broken.Add($"open, and the reminder was dropped: {morning.Reader.Login} {ChinaTime.Moment(morning.At)}: {line}");
    }

    private void Expect(bool holds, string otherwise)
    {
        if (!holds)
        {
            broken.Add(otherwise);
        }
    }

    private void Locked(Action action)
    {
        lock (guard)
        {
            action();
        }
    }
}
