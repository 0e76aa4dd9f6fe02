using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Signing;

/// <summary>报签发: the office has seen what the units said and asks the chair.</summary>
public sealed record SubmitMinutes(Guid RecordId, int? Step) : IRecordRequest<MinutesSubmitted>
{
    internal sealed class Handler : MinutesHandler<SubmitMinutes, MinutesSubmitted>
    {
        protected override MinutesAction ActionOf(SubmitMinutes request) => MinutesAction.Submit;

        protected override Task<Refusal?> CheckAsync(SubmitMinutes request, Minutes record, Work work, CancellationToken cancel) =>
            FollowingThePaper.CheckAsync(record, work, cancel);

        protected override string GuardSentence(SubmitMinutes request, Minutes record) => CountersignRound.StillOpen(record);

        protected override async Task<MinutesSubmitted> ApplyAsync(
            SubmitMinutes request,
            Minutes record,
            MinutesState from,
            Work work,
            CancellationToken cancel
        )
        {
            MinutesHistory.Remember(work, record, MinutesAction.Submit, Texts.HistorySubmitted);
            await CountersignRound.CloseAsync(record, work, cancel);
            return await MinutesSubmitted.OfAsync(record, work, cancel);
        }
    }
}

/// <summary>结束会签，报签发: the limit has passed; the units that are missing stand on the paper as 逾期未反馈.</summary>
public sealed record CloseCountersign(Guid RecordId, int? Step) : IRecordRequest<MinutesSubmitted>
{
    internal sealed class Handler : MinutesHandler<CloseCountersign, MinutesSubmitted>
    {
        protected override MinutesAction ActionOf(CloseCountersign request) => MinutesAction.CloseCountersign;

        protected override string GuardSentence(CloseCountersign request, Minutes record) => CountersignRound.NotYetOver(record);

        protected override async Task<MinutesSubmitted> ApplyAsync(
            CloseCountersign request,
            Minutes record,
            MinutesState from,
            Work work,
            CancellationToken cancel
        )
        {
            await CountersignRound.CloseAsync(record, work, cancel);
            var missed = string.Join('、', Countersignatures.Missed(record).Select(c => c.Unit!.ShortName));
            MinutesHistory.Remember(work, record, MinutesAction.CloseCountersign, Texts.HistoryClosed.With(missed));
            return await MinutesSubmitted.OfAsync(record, work, cancel);
        }
    }
}

/// <summary>
/// The answer to the office. <paramref name="Chairs"/> were asked to sign off, by name; <paramref name="Missed"/> are the units that stand on the paper
/// as 逾期未反馈, in protocol order.
/// </summary>
public sealed record MinutesSubmitted(Guid Id, string Number, string Name, IReadOnlyList<string> Chairs, IReadOnlyList<string> Missed)
{
    internal static async Task<MinutesSubmitted> OfAsync(Minutes record, Work work, CancellationToken cancel)
    {
        var chairs = await Signing.Chairs.AskAsync(record, work, cancel);
        return new(record.Id, record.Number, MinutesNames.Of(record), chairs, [.. Countersignatures.Missed(record).Select(c => c.Unit!.ShortName)]);
    }
}
