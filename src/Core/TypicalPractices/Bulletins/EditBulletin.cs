using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.TypicalPractices.Bulletins;

/// <summary>The office changes a bulletin before its issue: practices, their order, 按语, imprint.</summary>
public sealed record EditBulletin(Guid RecordId, int? Step, BulletinContent Content) : IRecordRequest<BulletinSaved>
{
    internal sealed class Handler : BulletinHandler<EditBulletin, BulletinSaved>
    {
        protected override BulletinAction ActionOf(EditBulletin request) => BulletinAction.Edit;

        // What one of the two in the office has not seen is not overwritten by them.
        protected override bool ChangesWhatIsDecided(EditBulletin request, Bulletin record) => true;

        protected override Task<Refusal?> CheckAsync(EditBulletin request, Bulletin record, Work work, CancellationToken cancel) =>
            request.Content.CheckAsync(work.Db, record.Id, cancel);

        protected override Task<BulletinSaved> ApplyAsync(
            EditBulletin request,
            Bulletin record,
            BulletinState from,
            Work work,
            CancellationToken cancel
        )
        {
            request.Content.WriteTo(record);
            work.Remember(IssueBulletin.Kind, record.Id, nameof(BulletinAction.Edit), Texts.HistoryEdited);
            return Task.FromResult(new BulletinSaved(record.Id));
        }
    }
}
