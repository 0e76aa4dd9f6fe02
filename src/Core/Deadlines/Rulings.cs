using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Deadlines;

/// <summary>灰（待批）: time of the unit stands still, and the office has a deadline of its own to rule.</summary>
internal sealed class Rulings(DeadlineRules rules, Steps steps)
{
    /// <summary>The deadline waits for a ruling from now on.</summary>
    public async Task<DeadlineAnswer> AskAsync(Deadline record, RulingKind kind, Work work, CancellationToken cancel)
    {
        (record.Asked, record.AskedAt) = (kind, work.Now);
        await Steps.StopAsync(work.Db, record, work.Now, cancel);
        var due = rules.DueOf(Promise.Ruling, work.Now, record.Urgent);
        var (amount, unit) = rules.PeriodOf(Promise.Ruling, record.Urgent);
        var ruling = new Deadline
        {
            Id = work.NewId(),
            RecordKind = record.RecordKind,
            RecordId = record.Id,
            Number = record.Number,
            Title = record.Title,
            Promise = Promise.Ruling,
            UnitId = Guid.Empty,
            Urgent = record.Urgent,
            StartedAt = work.Now,
            Amount = amount,
            Unit = unit,
            OriginalDue = due,
            RecordDue = due,
            Due = due,
        };
        work.Db.Add(ruling);
        await steps.BeginAsync(work.Db, ruling, work.Now, cancel);
        await Consultations.Releasing.TellOfficeAsync(await PleaseRuleAsync(record, ruling, work, cancel), work, cancel);
        return new DeadlineAnswer(record.Id, record.Number, record.Title, DueWords.Verb(record.Promise), DueWords.Date(ruling));
    }

    /// <summary>The office has ruled: its own deadline is kept, and time runs again towards <paramref name="due"/>.</summary>
    public async Task RuledAsync(Deadline record, DateTimeOffset due, Work work, CancellationToken cancel)
    {
        var ruling = await work.Db.Deadlines.FirstOrDefaultAsync(d => d.RecordId == record.Id && d.ClosedAt == null, cancel);
        if (ruling is not null)
        {
            await DeadlineFollower.CloseAsync(work.Db, ruling, DeadlineAction.Keep, work.Now, cancel);
        }

        (record.Due, record.Asked, record.AskedDue) = (due, null, null);
        await steps.BeginAsync(work.Db, record, work.Now, cancel);
    }

    /// <summary>What the office reads: who asks for what, why, and what it can say.</summary>
    public static async Task<Message> PleaseRuleAsync(Deadline record, Deadline ruling, Work work, CancellationToken cancel) =>
        new()
        {
            Title = (record.Asked == RulingKind.Extension ? Texts.RulingExtensionTitle : Texts.RulingAnsweredTitle).With(
                record.Title,
                DueWords.Verb(record.Promise)
            ),
            Facts = [.. Facts(record, ruling, await DeadlineNotices.OwedByAsync(work.Db, record, cancel))],
            Choices =
            [
                DeadlineChoices.Of(DeadlineAction.Grant, record),
                DeadlineChoices.Of(DeadlineAction.Refuse, record),
                DeadlineChoices.Full(record),
            ],
            Footer = record.Number,
        };

    private static IEnumerable<Fact> Facts(Deadline record, Deadline ruling, string owedBy)
    {
        yield return new Fact(Texts.FactOwedBy, owedBy);
        yield return new Fact(Texts.FactDue, DueWords.Date(record));
        if (record.AskedDue is { } due)
        {
            yield return new Fact(Texts.FactAskedDue, DueWords.Day(due));
        }

        if (record.AskReason is { } reason)
        {
            yield return new Fact(Texts.FieldReason, reason);
        }

        yield return new Fact(Texts.FactRulingDue, DueWords.Date(ruling));
    }
}
