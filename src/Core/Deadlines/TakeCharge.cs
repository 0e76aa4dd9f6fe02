using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Deadlines;

/// <summary>我来办: who of the office has a matter in hand, so that the other one need not ask. The name is shown beside it.</summary>
public sealed record TakeCharge(Guid RecordId, int? Step) : IRecordRequest<DeadlineAnswer>
{
    internal sealed class Handler : DeadlineHandler<TakeCharge>
    {
        protected override DeadlineAction ActionOf(TakeCharge request) => DeadlineAction.TakeCharge;

        protected override Task<DeadlineAnswer> ApplyAsync(
            TakeCharge request,
            Deadline record,
            DeadlineState from,
            Work work,
            CancellationToken cancel
        )
        {
            record.HandlerId = work.Person.Id;
            Remember(work, record, request, Texts.HistoryTaken);
            return Task.FromResult(Answer(record));
        }
    }
}
