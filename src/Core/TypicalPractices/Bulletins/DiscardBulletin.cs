using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.TypicalPractices.Bulletins;

/// <summary>不印了: the office gives a bulletin up before its issue, and its practices are free for another one.</summary>
public sealed record DiscardBulletin(Guid RecordId, int? Step) : IRecordRequest<BulletinSaved>
{
    internal sealed class Handler : BulletinHandler<DiscardBulletin, BulletinSaved>
    {
        protected override BulletinAction ActionOf(DiscardBulletin request) => BulletinAction.Discard;

        protected override Task<BulletinSaved> ApplyAsync(
            DiscardBulletin request,
            Bulletin record,
            BulletinState from,
            Work work,
            CancellationToken cancel
        )
        {
            record.Items.Clear();
            work.Remember(IssueBulletin.Kind, record.Id, nameof(BulletinAction.Discard), Texts.HistoryDiscarded);
            return Task.FromResult(new BulletinSaved(record.Id));
        }
    }
}
