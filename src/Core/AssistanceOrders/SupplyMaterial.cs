using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Forms;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>补充 by the township: what was asked for, and time runs again; or, where nothing was asked, words and files in passing.</summary>
public sealed record SupplyMaterial(Guid RecordId, int? Step, string? Text, IReadOnlyList<Guid> FileIds, bool WasAsked = true)
    : IRecordRequest<OrderAnswer>
{
    internal sealed class Handler(OrderLimits limits) : OrderHandler<SupplyMaterial>
    {
        protected override OrderAction ActionOf(SupplyMaterial request) => request.WasAsked ? OrderAction.SupplyMaterial : OrderAction.AddMaterial;

        protected override async Task<Refusal?> CheckAsync(SupplyMaterial request, AssistanceOrder record, Work work, CancellationToken cancel)
        {
            var files = await Attachments.CountWaitingAsync(work.Db, work.Person.Id, request.FileIds, cancel);
            return FreeText.Kept(request.Text) is null && files == 0
                ? new Refusal(Refusal.Invalid, Texts.NothingSupplied)
                : FreeText.Check(Texts.FieldAccount, Joined(record, request.Text), OrderContent.AccountLength);
        }

        protected override async Task<OrderAnswer> ApplyAsync(
            SupplyMaterial request,
            AssistanceOrder record,
            OrderState from,
            Work work,
            CancellationToken cancel
        )
        {
            var words = FreeText.Kept(request.Text);
            record.Account = Joined(record, request.Text);
            var files = await Attachments.AddAsync(work.Db, record.Id, work.Person.Id, request.FileIds, cancel);
            if (request.WasAsked)
            {
                limits.Resume(record, work.Now);
                await UrgentWatch.PlanAsync(record, work, cancel);
            }

            Remember(work, record, request, OrderWords.SuppliedSentence(request.WasAsked, words is not null, files), after: words);
            var told = await TellAsync(request, record, words, files, work, cancel);
            return OrderAnswer.Of(record, told) with { Files = files };
        }

        // Files in passing disturb nobody: they are there when the department looks.
        private static async Task<string?> TellAsync(
            SupplyMaterial request,
            AssistanceOrder record,
            string? words,
            int files,
            Work work,
            CancellationToken cancel
        )
        {
            if ((!request.WasAsked && words is null) || record.LeadUnitId is not { } lead || !record.IsWithDepartment)
            {
                return null;
            }

            var contact = (await Addressees.ContactsOfAsync(work.Db, [lead], cancel)).GetValueOrDefault(lead);
            if (contact is null)
            {
                return null;
            }

            work.Tell(contact.Id, DepartmentNotices.Supplied(record, words, files));
            return record.LeadUnit!.ShortName;
        }

        private static string Joined(AssistanceOrder record, string? text) =>
            FreeText.Kept(text) is { } words ? PlainText.Clean(record.Account + "\n" + words) : record.Account;
    }
}
