using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Signing;

/// <summary>退回，说一句: the chair wants something changed before it is signed off.</summary>
public sealed record SendBackMinutes(Guid RecordId, int? Step, string Reason) : IRecordRequest<MinutesSentBack>
{
    internal sealed class Handler : MinutesHandler<SendBackMinutes, MinutesSentBack>
    {
        protected override MinutesAction ActionOf(SendBackMinutes request) => MinutesAction.SendBack;

        protected override Task<Refusal?> CheckAsync(SendBackMinutes request, Minutes record, Work work, CancellationToken cancel) =>
            Task.FromResult(FreeText.Check(Texts.FieldSendBack, request.Reason, FreeText.ReasonLength, Texts.NoSendBackReason));

        protected override async Task<MinutesSentBack> ApplyAsync(
            SendBackMinutes request,
            Minutes record,
            MinutesState from,
            Work work,
            CancellationToken cancel
        )
        {
            record.SendBackReason = FreeText.Kept(request.Reason);
            await MinutesVersions.KeepAsync(record, work, cancel);
            await AskingAfresh.WithdrawAsync(record, work, cancel);
            MinutesHistory.Remember(
                work,
                record,
                MinutesAction.SendBack,
                Texts.HistorySentBack.With(record.SendBackReason),
                onBehalfOf: Chairs.StoodInFor(record, work.Person)
            );
            await Releasing.TellOfficeAsync(MinutesOfficeNotices.SentBack(record, work.Person.Person.Name), work, cancel);
            return new MinutesSentBack(record.Id, record.Number, MinutesNames.Of(record), await Addressees.OfficeLineAsync(work.Db, cancel));
        }
    }
}

/// <summary>The answer to the chair; <paramref name="OfficeLine"/> is whom to call at the office, name and number.</summary>
public sealed record MinutesSentBack(Guid Id, string Number, string Name, string OfficeLine);
