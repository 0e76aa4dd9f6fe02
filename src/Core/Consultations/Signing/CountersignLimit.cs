using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Signing;

/// <summary>
/// When the limit of a round has passed: the office hears who is missing, on the morning on which those are reminded for the last time. From then on it may close
/// the round (domain: a4: silence is not consent).
/// </summary>
internal sealed class CountersignLimit : IOccurrenceStep
{
    internal const string Name = "minutes.countersign-limit";

    public string Step => Name;

    /// <summary>Plans it for the morning after the limit.</summary>
    public static Task PlanAsync(Minutes record, Ladder ladder, Work work, CancellationToken cancel) =>
        work.PlanAsync(record.Id, Name, DueValue(record), Moment(record, ladder), Guid.Empty, cancel);

    public static DateTimeOffset Moment(Minutes record, Ladder ladder) => ladder.MomentOf(1, record.CountersignDue!.Value);

    public static Task WithdrawAsync(Minutes record, Work work, CancellationToken cancel) => work.WithdrawAsync(record.Id, Name, cancel);

    public async Task<Settlement> SettleAsync(Occurrence occurrence, Work work, CancellationToken cancel)
    {
        var record = await work.Db.Minutes.WithParties().FirstAsync(m => m.Id == occurrence.ItemId, cancel);
        if (DueValue(record) != occurrence.DueValue || !MinutesLifecycle.Table.Can(work.Actor, MinutesAction.Chase, record))
        {
            return false;
        }

        Pass(record, work);
        var missing = Countersignatures.InOrder(record).Where(c => c.Choice is null).ToList();
        var contacts = await Addressees.ContactsOfAsync(work.Db, missing.Select(c => c.UnitId), cancel);
        await Releasing.TellOfficeAsync(MinutesOfficeNotices.LimitPassed(record, contacts), work, cancel);
        return true;
    }

    /// <summary>What the paper keeps of it.</summary>
    public static void Pass(Minutes record, Work work)
    {
        MinutesLifecycle.Table.Follow(work.Actor, MinutesAction.Chase, record);
        record.LimitPassed = true;
        MinutesHistory.Remember(work, record, MinutesAction.Chase, Texts.HistoryChased.With(Countersignatures.MissingNames(record)));
    }

    public static string DueValue(Minutes record) => record.Round.ToString(CultureInfo.InvariantCulture);
}
