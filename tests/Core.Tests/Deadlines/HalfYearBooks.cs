using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Core.Tests.Deadlines;

/// <summary>The books are closed: everything planned happened, was taken back or is explained, and everything written arrived or is listed.</summary>
internal static class HalfYearBooks
{
    public static async Task<IReadOnlyList<string>> CloseAsync(HalfYear year, CancellationToken cancel)
    {
        var audit = await year.County.Host.Get<DeadlineAudit>().MendAsync(cancel);
        var complaints = new List<string>();
        if (audit.Repaired > 0 || audit.Late > 0)
        {
            complaints.Add($"the auditor mended {audit.Repaired}; {DeadlineAudit.Describe(audit)}");
        }

        var planned = await year.ReadAsync(db => db.Occurrences.Where(o => o.State == OccurrenceState.Planned).ToListAsync(cancel), cancel);
        complaints.AddRange(planned.Where(o => o.At <= year.Now).Select(o => $"due and not settled: {o.Step} {o.At}"));
        complaints.AddRange(await DeadlinesAsync(year, planned.ToLookup(o => o.ItemId), cancel));
        complaints.AddRange(await OccurrencesAsync(year, cancel));
        complaints.AddRange(await MessagesAsync(year, cancel));
        return complaints;
    }

    private static async Task<IEnumerable<string>> DeadlinesAsync(HalfYear year, ILookup<Guid, Occurrence> planned, CancellationToken cancel)
    {
        var all = await year.ReadAsync(db => db.Deadlines.ToListAsync(cancel), cancel);
        var steps = (await year.ReadAsync(db => db.Occurrences.ToListAsync(cancel), cancel)).ToLookup(o => o.ItemId);
        var rulings = all.Where(d => d is { Promise: Promise.Ruling, ClosedAt: null }).Select(d => d.RecordId).ToHashSet();
        return all.Where(d => !IsExplained(d))
            .Select(d => $"nothing comes next: {d.Number} {d.Promise} {d.State} {d.DueValue} {d.LastRung} {d.NextRung}; {All(d)}");

        string All(Deadline deadline) =>
            string.Join(", ", steps[deadline.Id].Select(o => $"{o.Step} {o.DueValue} {o.At:O} {o.State} {o.SettledAt:O}"));

        bool IsExplained(Deadline deadline)
        {
            var next = planned[deadline.Id].Where(o => o.RecipientId == Guid.Empty).ToList();
            return deadline.State switch
            {
                DeadlineState.Open when deadline.NextRung is null => deadline.LastRung is not null && next.Count == 0,
                DeadlineState.Open => next is [var one]
                    && one.DueValue == deadline.DueValue
                    && one.Step == Steps.StepOf(deadline.NextRung.Value)
                    && one.At == deadline.NextStepAt,
                DeadlineState.Paused => next is [{ Step: "resume" }],
                DeadlineState.AwaitingRuling => next.Count == 0 && rulings.Contains(deadline.Id),
                _ => planned[deadline.Id].Any() == false && deadline.ClosedAt is not null,
            };
        }
    }

    /// <summary>A rung that was climbed left a line for somebody; none was given up.</summary>
    private static async Task<IEnumerable<string>> OccurrencesAsync(HalfYear year, CancellationToken cancel)
    {
        var all = await year.ReadAsync(db => db.Occurrences.ToListAsync(cancel), cancel);
        var lines = all.Where(o => o.Step.StartsWith("digest:deadline:", StringComparison.Ordinal))
            .Select(o => (o.ItemId, o.DueValue, o.Step.Split(':')[3]))
            .ToHashSet();
        return all.Where(o => o.State == OccurrenceState.SetAside)
            .Select(o => $"set aside: {o.Step}")
            .Concat(
                all.Where(o => o.State == OccurrenceState.Done && o.Step.StartsWith($"{Steps.Rung}:", StringComparison.Ordinal))
                    .Where(o => o.Step.Split(':')[1] is not ("2" or "3" or "5") && !lines.Contains((o.ItemId, o.DueValue, o.Step.Split(':')[1])))
                    .Select(o => $"climbed, and nobody was told: {o.Step} {o.DueValue}")
            );
    }

    private static async Task<IEnumerable<string>> MessagesAsync(HalfYear year, CancellationToken cancel)
    {
        var states = await year.ReadAsync(db => db.Outbox.ToDictionaryAsync(o => $"outbox-{o.Id}", o => o.State, cancel), cancel);
        return states
            .Where(s =>
                s.Value is OutboxState.Pending or OutboxState.Attempting || s.Value == OutboxState.Delivered != year.Ledger.WasDelivered(s.Key)
            )
            .Where(s => s.Value is not OutboxState.Uncertain)
            .Select(s => $"{s.Key} is {s.Value}, and {(year.Ledger.WasDelivered(s.Key) ? "was" : "was not")} delivered")
            .Concat(year.Ledger.Digests.Where(key => !states.ContainsKey(key)).Select(key => $"{key} is gone"));
    }
}
