using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Deadlines;

/// <summary>
/// 申请延期: before the limit, with a reason and a new date, no longer than the limit itself was (domain: b3.5). Until the office has ruled, nothing escalates; the
/// office's own time runs.
/// </summary>
/// <param name="NewDate">The day until which it is to be done, inclusive.</param>
public sealed record AskExtension(Guid RecordId, int? Step, DateOnly NewDate, string Reason) : IRecordRequest<DeadlineAnswer>
{
    internal sealed class Handler(WorkingCalendar calendar, Rulings rulings) : DeadlineHandler<AskExtension>
    {
        protected override DeadlineAction ActionOf(AskExtension request) => DeadlineAction.AskExtension;

        protected override Task<Refusal?> CheckAsync(AskExtension request, Deadline record, Work work, CancellationToken cancel) =>
            Task.FromResult(
                work.Now > record.Due ? new Refusal(Refusal.Invalid, Texts.TooLateToExtend)
                : DueOf(request, record) <= record.Due ? new Refusal(Refusal.Invalid, Texts.ExtensionEarlier.With(DueWords.Date(record)))
                : request.NewDate > Latest(record) ? new Refusal(Refusal.Invalid, Texts.ExtensionTooLong.With(ChinaTime.Day(Latest(record))))
                : FreeText.Check(Texts.FieldReason, request.Reason, FreeText.ReasonLength, Texts.NoReason)
            );

        protected override Task<DeadlineAnswer> ApplyAsync(
            AskExtension request,
            Deadline record,
            DeadlineState from,
            Work work,
            CancellationToken cancel
        )
        {
            record.AskedDue = DueOf(request, record);
            record.AskReason = FreeText.Kept(request.Reason);
            Remember(
                work,
                record,
                request,
                Texts.HistoryAskedExtension.With(DueWords.Verb(record.Promise), DueWords.Day(record.AskedDue.Value)),
                record.AskReason
            );
            return rulings.AskAsync(record, RulingKind.Extension, work, cancel);
        }

        private DateTimeOffset DueOf(AskExtension request, Deadline record) =>
            record.WholeDay
                ? ChinaTime.FromLocal(request.NewDate.AddDays(1), TimeOnly.MinValue).AddMinutes(-1)
                : calendar.EndOfBusiness(calendar.RollOver(request.NewDate));

        /// <summary>As long again as the limit was, five working days at least.</summary>
        private DateOnly Latest(Deadline record)
        {
            var due = ChinaTime.DateOf(record.Due);
            var length = calendar.WorkingDaysBetween(ChinaTime.DateOf(record.StartedAt), due);
            return calendar.AddWorkingDays(due, Math.Max(length, LeastExtension));
        }

        private const int LeastExtension = 5;
    }
}
