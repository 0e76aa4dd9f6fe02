using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>要补材料: everything at once (一次性告知). A department asks once, afterwards through the office; time stands still meanwhile.</summary>
public sealed record AskMaterial(Guid RecordId, int? Step, string Wanted) : IRecordRequest<OrderAnswer>
{
    internal sealed class Handler : OrderHandler<AskMaterial>
    {
        protected override OrderAction ActionOf(AskMaterial request) => OrderAction.AskMaterial;

        protected override Task<Refusal?> CheckAsync(AskMaterial request, AssistanceOrder record, Work work, CancellationToken cancel) =>
            Task.FromResult(FreeText.Check(Texts.FieldMaterial, request.Wanted, FreeText.ReasonLength, Texts.NoMaterialNamed));

        protected override async Task<OrderAnswer> ApplyAsync(
            AskMaterial request,
            AssistanceOrder record,
            OrderState from,
            Work work,
            CancellationToken cancel
        )
        {
            record.PausedAt = work.Now;
            record.MaterialWanted = FreeText.Kept(request.Wanted);
            record.MaterialAsked = true;
            Remember(work, record, request, Texts.HistoryMaterialAsked, after: record.MaterialWanted);
            work.Tell(record.RequesterId, TownshipNotices.PleaseSupply(record, work.Person.Person));
            if (!work.Person.WorksFor(record.LeadUnitId!.Value) && await ContactAsync(record, work, cancel) is { } contact)
            {
                work.Tell(contact.Id, DepartmentNotices.MaterialAskedFor(record));
            }

            return OrderAnswer.Of(record, record.Requester!.Name);
        }

        private static async Task<Directory.Person?> ContactAsync(AssistanceOrder record, Work work, CancellationToken cancel) =>
            (await Addressees.ContactsOfAsync(work.Db, [record.LeadUnitId!.Value], cancel)).GetValueOrDefault(record.LeadUnitId.Value);
    }
}
