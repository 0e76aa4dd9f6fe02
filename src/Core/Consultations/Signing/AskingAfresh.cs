using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Signing;

/// <summary>
/// The text that waits for the chair was edited: once nobody has saved for a few minutes, the chair gets it anew, one message for all the saves.
/// </summary>
internal sealed class AskingAfresh : IOccurrenceStep
{
    private const string Name = "minutes.ask-afresh";
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);

    public string Step => Name;

    public static async Task PlanAsync(Minutes record, Work work, CancellationToken cancel)
    {
        await WithdrawAsync(record, work, cancel);
        await work.PlanAsync(record.Id, Name, DueValue(record), work.Now + Rest, Guid.Empty, cancel);
    }

    public static Task WithdrawAsync(Minutes record, Work work, CancellationToken cancel) => work.WithdrawAsync(record.Id, Name, cancel);

    public async Task<Settlement> SettleAsync(Occurrence occurrence, Work work, CancellationToken cancel)
    {
        var record = await work.Db.Minutes.WithParties().FirstAsync(m => m.Id == occurrence.ItemId, cancel);
        if (record.State != MinutesState.AwaitingSignOff || DueValue(record) != occurrence.DueValue)
        {
            return false;
        }

        foreach (var person in await Chairs.AskedAsync(record, work.Db, cancel))
        {
            work.Tell(person.Id, MinutesNotices.PleaseSignOffAgain(record));
        }

        return true;
    }

    private static string DueValue(Minutes record) => record.Revision.ToString(CultureInfo.InvariantCulture);
}
