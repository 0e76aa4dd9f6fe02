using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.TypicalPractices.Bulletins;

/// <summary>A new bulletin as one line of a digest that is sent anyway: once a person, and not after a month, when it is no news any more.</summary>
internal sealed class BulletinLine : IDigestRider
{
    /// <summary>The step of the occurrence that remembers who was told; it is born done, and unique by item and recipient.</summary>
    public const string Told = "bulletin.told";

    private static readonly TimeSpan News = TimeSpan.FromDays(30);

    public async Task<Choice?> TakeAsync(Actor reader, Work work, CancellationToken cancel)
    {
        var since = work.Now - News;
        var bulletin = await work
            .Db.Bulletins.AsNoTracking()
            .Include(b => b.Items)
            .Where(b =>
                b.State == BulletinState.Issued
                && b.IssuedAt > since
                && !work.Db.Occurrences.Any(o => o.ItemId == b.Id && o.Step == Told && o.RecipientId == reader.Id)
            )
            .OrderBy(b => b.IssuedAt)
            .FirstOrDefaultAsync(cancel);
        if (bulletin is null)
        {
            return null;
        }

        var told = Occurrences.New(bulletin.Id, Told, "", work.Now, reader.Id);
        (told.State, told.SettledAt) = (OccurrenceState.Done, work.Now);
        work.Db.Occurrences.Add(told);
        return new Choice(Texts.Line.With(BulletinNames.Mark(bulletin), bulletin.Items.Count), "open", Url: $"/bulletins/{bulletin.Id}");
    }
}
