using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Signing;

/// <summary>One round of countersigning: whom it asks, and what opens and closes it.</summary>
internal static class CountersignRound
{
    /// <summary>Opens the next round and asks each unit through whoever it is reached by. What an earlier round said stays where it is.</summary>
    /// <returns>Short names in protocol order; those unreached are among them.</returns>
    public static async Task<(IReadOnlyList<string> Units, IReadOnlyList<string> Unreached)> BeginAsync(
        Minutes record,
        DeadlineRules rules,
        Ladder ladder,
        Work work,
        CancellationToken cancel
    )
    {
        var ids = UnitsOf(record);
        var units = await work.Db.Units.Where(u => ids.Contains(u.Id)).OrderBy(u => u.Order).ToListAsync(cancel);
        Open(record, units, rules, work);
        await MinutesVersions.KeepAsync(record, work, cancel);
        await AskingAfresh.WithdrawAsync(record, work, cancel);
        await CountersignLimit.WithdrawAsync(record, work, cancel);
        await CountersignLimit.PlanAsync(record, ladder, work, cancel);
        var contacts = await Addressees.ContactsOfAsync(work.Db, ids, cancel);
        var office = await Addressees.OfficeLineAsync(work.Db, cancel);
        foreach (var unit in units.Where(u => contacts.ContainsKey(u.Id)))
        {
            work.Tell(contacts[unit.Id].Id, MinutesNotices.PleaseCountersign(record, unit, office));
        }

        return (units.ConvertAll(u => u.ShortName), units.FindAll(u => !contacts.ContainsKey(u.Id)).ConvertAll(u => u.ShortName));
    }

    /// <summary>The round itself: nobody is asked yet.</summary>
    public static void Open(Minutes record, IEnumerable<Unit> units, DeadlineRules rules, Work work)
    {
        record.Round++;
        record.RoundClosedAt = null;
        record.LimitPassed = false;
        record.SendBackReason = null;
        record.CountersignDue = rules.DueOf(Promise.Countersign, work.Now, urgent: false);
        work.Db.AddRange(
            units.Select(u => new Countersignature
            {
                MinutesId = record.Id,
                Round = record.Round,
                UnitId = u.Id,
            })
        );
    }

    /// <summary>Writes down what a unit answered to the text as it stands.</summary>
    /// <returns>True when it took the place of an earlier answer.</returns>
    public static bool Answer(Minutes record, Countersignature row, CountersignChoice choice, string? text, Work work)
    {
        var before = row.Choice is null ? null : Countersignatures.Words(row);
        row.Choice = choice;
        row.Text = FreeText.Kept(text);
        row.ById = work.Person.Id;
        row.At = work.Now;
        row.OnVersion = record.VersionNumber;
        MinutesHistory.Remember(
            work,
            record,
            MinutesAction.Countersign,
            (before is null ? Texts.HistoryCountersigned : Texts.HistoryCountersignReplaced).With(row.Unit!.ShortName),
            onBehalfOf: work.Person.UnitId == row.UnitId ? null : work.Person.DeputyFor.FirstOrDefault(p => p.UnitId == row.UnitId)?.Id,
            before: before,
            after: Countersignatures.Words(row)
        );
        return before is not null;
    }

    /// <summary>Moves the paper on once everybody agrees to the text as it stands.</summary>
    /// <returns>False when somebody does not, or has not answered yet.</returns>
    public static bool TryAgree(Minutes record, Work work)
    {
        if (!MinutesLifecycle.Table.Can(work.Actor, MinutesAction.AllAgreed, record))
        {
            return false;
        }

        MinutesLifecycle.Table.Follow(work.Actor, MinutesAction.AllAgreed, record);
        MinutesHistory.Remember(work, record, MinutesAction.AllAgreed, Texts.HistoryAllAgreed);
        return true;
    }

    /// <summary>Closes the round: who has not answered has missed it. The paper goes to the chair.</summary>
    public static async Task CloseAsync(Minutes record, Work work, CancellationToken cancel)
    {
        if (record.RoundClosedAt is null)
        {
            Close(record, work.Now);
            await CountersignLimit.WithdrawAsync(record, work, cancel);
        }
    }

    public static void Close(Minutes record, DateTimeOffset now)
    {
        record.RoundClosedAt = now;
        foreach (var row in record.Asked.Where(c => c.Choice is null))
        {
            row.Missed = true;
        }
    }

    /// <summary>Why it cannot go to the chair yet: who is missing, and until when they have time.</summary>
    public static string StillOpen(Minutes record) =>
        record.Round == 0 ? Texts.NotCountersigned
        : record.LimitPassed ? Texts.StillMissingLate.With(Countersignatures.MissingNames(record))
        : NotYetOver(record);

    /// <summary>Why the round cannot be closed.</summary>
    public static string NotYetOver(Minutes record) =>
        record.AllAnswered
            ? Texts.NobodyMissing
            : Texts.StillMissing.With(Countersignatures.MissingNames(record), ChinaTime.Moment(record.CountersignDue!.Value));

    /// <summary>The units that attended (出席) and were there; for a conclusion the initiating and the invited units.</summary>
    public static List<Guid> UnitsOf(Minutes record) =>
        record.Kind == MinutesKind.Conclusion
            ? [record.Consultation!.UnitId, .. record.Consultation.InvitedUnits.Select(i => i.UnitId)]
            :
            [
                .. record
                    .Session!.Attendances.Where(a => a is { Role: AttendanceRole.Attend, PersonId: null, Present: true })
                    .Select(a => a.UnitId)
                    .Distinct(),
            ];
}
