using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Signing;

/// <summary>撤回代录的签发: the chair takes back a signature that was entered for them, and decides anew.</summary>
public sealed record RevokeSignOff(Guid RecordId, int? Step) : IRecordRequest<SignOffRevoked>
{
    internal sealed class Handler : MinutesHandler<RevokeSignOff, SignOffRevoked>
    {
        protected override MinutesAction ActionOf(RevokeSignOff request) => MinutesAction.RevokeSignOff;

        protected override async Task<SignOffRevoked> ApplyAsync(
            RevokeSignOff request,
            Minutes record,
            MinutesState from,
            Work work,
            CancellationToken cancel
        )
        {
            var signer = record.SignedById!.Value;
            (record.SignedById, record.SignedAt, record.SignedOnBehalf) = (null, null, false);
            MinutesHistory.Remember(
                work,
                record,
                MinutesAction.RevokeSignOff,
                Texts.HistorySignOffRevoked,
                onBehalfOf: signer == work.Person.Id ? null : signer
            );
            await Releasing.TellOfficeAsync(MinutesOfficeNotices.SignOffRevoked(record, work.Person.Person.Name), work, cancel);
            return new SignOffRevoked(record.Id, record.Number, MinutesNames.Of(record), record.Step);
        }
    }
}

/// <summary>The answer to the chair; the paper waits for their own decision now.</summary>
public sealed record SignOffRevoked(Guid Id, string Number, string Name, int Step);
