using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Signing;

/// <summary>
/// 送会签, or 重新会签 as a new round: every unit concerned is asked once, within one working day (domain: a4). Where no unit is to be asked, it goes to
/// the chair at once.
/// </summary>
public sealed record SendForCountersign(Guid RecordId, int? Step) : IRecordRequest<CountersignSent>
{
    internal sealed class Handler(DeadlineRules rules, Ladder ladder) : MinutesHandler<SendForCountersign, CountersignSent>
    {
        protected override MinutesAction ActionOf(SendForCountersign request) => MinutesAction.SendForCountersign;

        protected override Task<Refusal?> CheckAsync(SendForCountersign request, Minutes record, Work work, CancellationToken cancel) =>
            FollowingThePaper.CheckAsync(record, work, cancel);

        protected override bool ChangesWhatIsDecided(SendForCountersign request, Minutes record) => true;

        protected override async Task<CountersignSent> ApplyAsync(
            SendForCountersign request,
            Minutes record,
            MinutesState from,
            Work work,
            CancellationToken cancel
        )
        {
            var round = await CountersignRound.BeginAsync(record, rules, ladder, work, cancel);
            MinutesHistory.Remember(
                work,
                record,
                MinutesAction.SendForCountersign,
                round.Units.Count == 0
                    ? Texts.HistorySentToNobody
                    : (record.Round == 1 ? Texts.HistorySent : Texts.HistorySentAgain).With(string.Join('、', round.Units))
            );
            if (round.Units.Count == 0)
            {
                MinutesLifecycle.Table.Follow(work.Actor, MinutesAction.Submit, record);
                await CountersignRound.CloseAsync(record, work, cancel);
                await Chairs.AskAsync(record, work, cancel);
            }

            return new CountersignSent(
                record.Id,
                record.Number,
                MinutesNames.Of(record),
                record.Round,
                record.CountersignDue!.Value,
                round.Units,
                round.Unreached,
                record.State
            );
        }
    }
}

/// <summary>
/// The answer to the office. <paramref name="Units"/> were asked, in protocol order; <paramref name="Unreached"/> of them have nobody in the directory
/// who could be written to: call them.
/// </summary>
public sealed record CountersignSent(
    Guid Id,
    string Number,
    string Name,
    int Round,
    DateTimeOffset Due,
    IReadOnlyList<string> Units,
    IReadOnlyList<string> Unreached,
    MinutesState State
);
