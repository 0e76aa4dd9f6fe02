using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.History;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>
/// 接单: who comes, and when, in one sentence. The wished day binds once it is confirmed here; training and 跟班 need a day, because they have no other limit.
/// </summary>
/// <param name="AssignedTo">办理人 in free words; null leaves it open.</param>
/// <param name="AgreedOn">The day on which they come, Shanghai.</param>
/// <param name="OnBehalf">代录 by the office: it was said on the telephone.</param>
public sealed record AcceptOrder(
    Guid RecordId,
    int? Step,
    string? AssignedTo = null,
    DateOnly? AgreedOn = null,
    TimeOnly? AgreedTime = null,
    bool OnBehalf = false
) : IRecordRequest<OrderAnswer>
{
    internal const int HandlerLength = 100;
    private const int ExampleAfter = 3;

    /// <summary>Why nobody can come on that day, or the words for who comes are too long; null when it will do.</summary>
    internal static Refusal? CheckAppointment(string? assignedTo, DateOnly? day, DateOnly today) =>
        day < today ? new Refusal(Refusal.Invalid, Texts.DayPassed.With(ChinaTime.FullDay(day.Value)))
        : day > today.AddYears(1) ? new Refusal(Refusal.Invalid, Texts.DayTooFar.With(ChinaTime.FullDay(day.Value)))
        : FreeText.Check(Texts.FieldHandler, assignedTo, HandlerLength);

    internal sealed class Handler(OrderLimits limits, WorkingCalendar calendar) : OrderHandler<AcceptOrder>
    {
        protected override OrderAction ActionOf(AcceptOrder request) => request.OnBehalf ? OrderAction.EnterAcceptance : OrderAction.Accept;

        protected override Task<Refusal?> CheckAsync(AcceptOrder request, AssistanceOrder record, Work work, CancellationToken cancel) =>
            Task.FromResult(
                record.IsAsAgreed && request.AgreedOn is null
                    ? new Refusal(Refusal.Invalid, Texts.WhichDay.With(ChinaTime.ShortDay(calendar.AddWorkingDays(work.Today, ExampleAfter))))
                    : CheckAppointment(request.AssignedTo, request.AgreedOn, work.Today)
            );

        protected override async Task<OrderAnswer> ApplyAsync(
            AcceptOrder request,
            AssistanceOrder record,
            OrderState from,
            Work work,
            CancellationToken cancel
        )
        {
            record.AcceptedAt = work.Now;
            record.AssignedTo = FreeText.Kept(request.AssignedTo);
            (record.AgreedOn, record.AgreedTime) = (request.AgreedOn, request.AgreedTime);
            limits.Confirm(record);
            var contact = (await Addressees.ContactsOfAsync(work.Db, [record.LeadUnitId!.Value], cancel)).GetValueOrDefault(record.LeadUnitId.Value);
            work.Remember(
                Persistence.RecordNumber.AssistanceOrder,
                record.Id,
                ActionOf(request).ToString(),
                OrderWords.AcceptedSentence(record),
                request.OnBehalf ? Means.Phone : null,
                request.OnBehalf ? contact?.Id : null
            );
            work.Tell(record.RequesterId, TownshipNotices.Accepted(record, request.OnBehalf ? contact : work.Person.Person));
            if (request.OnBehalf && contact is not null)
            {
                work.Tell(contact.Id, DepartmentNotices.Entered(record, work.Person.Person, OrderWords.AcceptedSentence(record)));
            }

            return OrderAnswer.Of(record, record.Requester!.Name);
        }
    }
}
