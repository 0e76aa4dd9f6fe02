using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Resolutions;

/// <summary>退回，说一句: what was reported as done is not enough yet. The responsible unit hears what is wanted.</summary>
public sealed record SendBackResolution(Guid RecordId, int? Step, string Reason) : IRecordRequest<ResolutionSentBack>
{
    internal sealed class Handler : ResolutionHandler<SendBackResolution, ResolutionSentBack>
    {
        protected override ResolutionAction ActionOf(SendBackResolution request) => ResolutionAction.SendBack;

        protected override Task<Refusal?> CheckAsync(SendBackResolution request, Resolution record, Work work, CancellationToken cancel) =>
            Task.FromResult(FreeText.Check(Texts.FieldSendBack, request.Reason, FreeText.ReasonLength, Texts.NoSendBackReason));

        protected override async Task<ResolutionSentBack> ApplyAsync(
            SendBackResolution request,
            Resolution record,
            ResolutionState from,
            Work work,
            CancellationToken cancel
        )
        {
            record.ReportedAt = null;
            record.SendBackReason = FreeText.Kept(request.Reason);
            work.Remember(RecordNumber.RegisterTask, record.Id, nameof(ResolutionAction.SendBack), Texts.HistorySentBack.With(record.SendBackReason));
            var office = await Addressees.OfficeLineAsync(work.Db, cancel);
            var told = await ResolutionNotices.TellUnitsAsync(record, [record.LeadUnitId], ResolutionNotices.SentBack(record, office), work, cancel);
            return new ResolutionSentBack(record.Id, record.Number!, record.Text, record.LeadUnit!.ShortName, told.Count > 0);
        }
    }
}

/// <summary>The answer to the office. <paramref name="Reached"/>: the unit has somebody in the directory who was written to.</summary>
public sealed record ResolutionSentBack(Guid Id, string Number, string Matter, string UnitName, bool Reached);
