using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.TypicalPractices.Bulletins;

/// <summary>
/// 印发: the bulletin gets its number, and its practices their entry of 采用情况 at the level of the task force. Nobody is written to: it is one line in the next
/// digest of those who get one (<see cref="BulletinLine"/>).
/// </summary>
public sealed record IssueBulletin(Guid RecordId, int? Step) : IRecordRequest<BulletinIssued>
{
    /// <summary>Under this kind bulletins are counted and remembered.</summary>
    internal const string Kind = "JB";

    internal sealed class Handler : BulletinHandler<IssueBulletin, BulletinIssued>
    {
        protected override BulletinAction ActionOf(IssueBulletin request) => BulletinAction.Issue;

        protected override string GuardSentence(IssueBulletin request, Bulletin record) => Texts.NothingInIt;

        protected override async Task<BulletinIssued> ApplyAsync(
            IssueBulletin request,
            Bulletin record,
            BulletinState from,
            Work work,
            CancellationToken cancel
        )
        {
            record.Year = work.Today.Year;
            record.Issue = await RecordNumber.TakeSequenceAsync(work.Db, Kind, work.Today.Year, cancel);
            record.IssuedOn = work.Today;
            record.IssuedAt = work.Now;
            var mark = BulletinNames.Mark(record);
            var ids = record.Items.ConvertAll(i => i.PracticeId);
            foreach (var practice in await work.Db.TypicalPractices.Where(p => ids.Contains(p.Id)).ToListAsync(cancel))
            {
                AdoptionRecording.Add(practice, AdoptionLevel.TaskForce, work.Today, Texts.Outlet.With(mark), instruction: null, work);
                practice.Version++;
            }

            work.Remember(Kind, record.Id, nameof(BulletinAction.Issue), Texts.HistoryIssued.With(mark));
            return new BulletinIssued(record.Id, mark, record.Items.Count);
        }
    }
}

/// <summary>The answer to the office: the number, and how many practices it carries.</summary>
public sealed record BulletinIssued(Guid Id, string Mark, int Practices);

/// <summary>What a bulletin is called.</summary>
public static class BulletinNames
{
    /// <summary>〔2026〕第1期; before the issue that it is being edited.</summary>
    public static string Mark(Bulletin bulletin)
    {
        ArgumentNullException.ThrowIfNull(bulletin);
        return bulletin is { Year: { } year, Issue: { } issue } ? Texts.Mark.With(year, issue) : Texts.Drafting;
    }
}
