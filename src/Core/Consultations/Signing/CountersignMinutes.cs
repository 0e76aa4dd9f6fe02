using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Signing;

/// <summary>
/// 会签 for the actor's unit; it can be replaced until the round is closed. When everybody agrees to the text as it stands, the chair is asked at once;
/// when everybody has answered otherwise, the office hears what they said.
/// </summary>
/// <param name="UnitId">Null is the actor's own unit.</param>
/// <param name="Text">Required for everything but 同意.</param>
public sealed record CountersignMinutes(Guid RecordId, int? Step, Guid? UnitId, CountersignChoice Choice, string? Text)
    : IRecordRequest<MinutesCountersigned>
{
    private const int MaxText = 1000;

    internal sealed class Handler : MinutesHandler<CountersignMinutes, MinutesCountersigned>
    {
        protected override MinutesAction ActionOf(CountersignMinutes request) => MinutesAction.Countersign;

        protected override Task<Refusal?> CheckAsync(CountersignMinutes request, Minutes record, Work work, CancellationToken cancel) =>
            Task.FromResult(
                RowOf(request, record, work) is null ? new Refusal(Refusal.Forbidden, Texts.OwnUnitOnly)
                : !Enum.IsDefined(request.Choice) ? new Refusal(Refusal.Invalid, Texts.NoChoice)
                : FreeText.Check(
                    Texts.FieldCountersign,
                    request.Text,
                    MaxText,
                    request.Choice == CountersignChoice.Agree ? null : Texts.CountersignNeedsText.With(MinutesNames.Name(request.Choice))
                )
            );

        protected override async Task<MinutesCountersigned> ApplyAsync(
            CountersignMinutes request,
            Minutes record,
            MinutesState from,
            Work work,
            CancellationToken cancel
        )
        {
            var row = RowOf(request, record, work)!;
            var replaced = CountersignRound.Answer(record, row, request.Choice, request.Text, work);
            await MinutesVersions.KeepAsync(record, work, cancel);
            await GoOnAsync(record, work, cancel);
            return new MinutesCountersigned(
                record.Id,
                record.Number,
                MinutesNames.Of(record),
                row.Unit!.ShortName,
                request.Choice,
                replaced,
                record.Asked.Count(c => c.Choice is null),
                record.State
            );
        }

        private static async Task GoOnAsync(Minutes record, Work work, CancellationToken cancel)
        {
            if (CountersignRound.TryAgree(record, work))
            {
                await CountersignRound.CloseAsync(record, work, cancel);
                await Chairs.AskAsync(record, work, cancel);
            }
            else if (record.AllAnswered)
            {
                await Releasing.TellOfficeAsync(MinutesOfficeNotices.RoundComplete(record), work, cancel);
            }
        }

        private static Countersignature? RowOf(CountersignMinutes request, Minutes record, Work work) =>
            record
                .Asked.Where(c => work.Person.WorksFor(c.UnitId) && (request.UnitId is null || request.UnitId == c.UnitId))
                .OrderByDescending(c => c.UnitId == work.Person.UnitId)
                .FirstOrDefault();
    }
}

/// <summary>
/// The answer to who countersigned. <paramref name="Replaced"/>: it took the place of an earlier one; <paramref name="Missing"/>: units still to answer;
/// <paramref name="State"/>: where the paper is now.
/// </summary>
public sealed record MinutesCountersigned(
    Guid Id,
    string Number,
    string Name,
    string UnitName,
    CountersignChoice Choice,
    bool Replaced,
    int Missing,
    MinutesState State
);
