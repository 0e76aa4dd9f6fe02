using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.TypicalPractices.Bulletins;

/// <summary>What the office puts into a bulletin: adopted practices in their order, 按语, and the lines of the imprint. Everything but the practices may be left out.</summary>
public sealed record BulletinContent(
    IReadOnlyList<Guid> PracticeIds,
    string? Foreword = null,
    string? ReportedTo = null,
    string? SentTo = null,
    string? DistributedTo = null,
    int? Copies = null
)
{
    private const int LongestForeword = 1000;
    private const int LongestLine = 200;
    private const int MostCopies = 10_000;
    private const int MostPractices = 20;

    /// <summary>The refusal when something is missing or wrong; null when it will do.</summary>
    internal async Task<Refusal?> CheckAsync(WorkDb db, Guid bulletinId, CancellationToken cancel)
    {
        var refusal =
            FreeText.Check(Texts.FieldForeword, Foreword, LongestForeword)
            ?? FreeText.Check(Texts.FieldReportedTo, ReportedTo, LongestLine)
            ?? FreeText.Check(Texts.FieldSentTo, SentTo, LongestLine)
            ?? FreeText.Check(Texts.FieldDistributedTo, DistributedTo, LongestLine);
        if (refusal is not null)
        {
            return refusal;
        }

        if (Copies is <= 0 or > MostCopies)
        {
            return new Refusal(Refusal.Invalid, Texts.WrongCopies.With(MostCopies));
        }

        var ids = PracticeIds.Distinct().ToList();
        if (ids.Count is 0 or > MostPractices)
        {
            return new Refusal(Refusal.Invalid, Texts.WhichPractices.With(MostPractices));
        }

        var free = await db.TypicalPractices.CountAsync(
            p => ids.Contains(p.Id) && p.AdoptedAt != null && !db.Bulletins.Any(b => b.Id != bulletinId && b.Items.Any(i => i.PracticeId == p.Id)),
            cancel
        );
        return free == ids.Count ? null : new Refusal(Refusal.Invalid, Texts.NotFree);
    }

    internal void WriteTo(Bulletin bulletin)
    {
        bulletin.Foreword = FreeText.Kept(Foreword);
        bulletin.ReportedTo = FreeText.Kept(ReportedTo);
        bulletin.SentTo = FreeText.Kept(SentTo);
        bulletin.DistributedTo = FreeText.Kept(DistributedTo);
        bulletin.Copies = Copies;
        var ids = PracticeIds.Distinct().ToList();
        bulletin.Items.RemoveAll(i => !ids.Contains(i.PracticeId));
        foreach (var (index, id) in ids.Index())
        {
            if (bulletin.Items.Find(i => i.PracticeId == id) is { } item)
            {
                item.Order = index + 1;
            }
            else
            {
                bulletin.Items.Add(
                    new BulletinItem
                    {
                        BulletinId = bulletin.Id,
                        PracticeId = id,
                        Order = index + 1,
                    }
                );
            }
        }
    }
}
