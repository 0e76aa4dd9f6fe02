using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Resolutions;

/// <summary>销号: the office is satisfied. The units hear so, once.</summary>
/// <param name="Remark">May be left out.</param>
public sealed record CloseOutResolution(Guid RecordId, int? Step, string? Remark = null) : IRecordRequest<ResolutionClosedOut>
{
    internal sealed class Handler : ResolutionHandler<CloseOutResolution, ResolutionClosedOut>
    {
        protected override ResolutionAction ActionOf(CloseOutResolution request) => ResolutionAction.CloseOut;

        protected override Task<Refusal?> CheckAsync(CloseOutResolution request, Resolution record, Work work, CancellationToken cancel) =>
            Task.FromResult(FreeText.Check(Texts.FieldRemark, request.Remark, FreeText.ReasonLength));

        protected override async Task<ResolutionClosedOut> ApplyAsync(
            CloseOutResolution request,
            Resolution record,
            ResolutionState from,
            Work work,
            CancellationToken cancel
        )
        {
            record.ClosedAt = work.Now;
            work.Remember(
                RecordNumber.RegisterTask,
                record.Id,
                nameof(ResolutionAction.CloseOut),
                Texts.HistoryClosedOut,
                after: FreeText.Kept(request.Remark)
            );
            var told = await ResolutionNotices.TellUnitsAsync(
                record,
                [record.LeadUnitId, .. record.SupportingUnitIds],
                ResolutionNotices.ClosedOut(record),
                work,
                cancel
            );
            return new ResolutionClosedOut(record.Id, record.Number!, record.Text, told);
        }
    }
}

/// <summary>The answer to the office; <paramref name="Told"/> are the units that were told, in protocol order.</summary>
public sealed record ResolutionClosedOut(Guid Id, string Number, string Matter, IReadOnlyList<string> Told);
