using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations;

/// <summary>审签: the unit's leader agrees, and the request goes to the task-force office, which answers within two working days (domain: a4).</summary>
public sealed record ReleaseConsultation(Guid RecordId, int? Step) : IRecordRequest<ConsultationReleased>
{
    internal sealed class Handler(WorkingCalendar calendar) : ConsultationHandler<ReleaseConsultation, ConsultationReleased>
    {
        protected override ConsultationAction ActionOf(ReleaseConsultation request) => ConsultationAction.Release;

        protected override async Task<ConsultationReleased> ApplyAsync(
            ReleaseConsultation request,
            Consultation record,
            ConsultationState from,
            Work work,
            CancellationToken cancel
        )
        {
            record.ReleasedOnBehalf = false;
            await Releasing.SendToOfficeAsync(record, work, calendar, cancel);
            work.Remember(RecordNumber.Consultation, record.Id, nameof(ConsultationAction.Release), Texts.HistoryReleased);
            work.Tell(
                record.DrafterId,
                Message.Say(
                    Texts.NoticeReleasedTitle.With(work.Person.Person.Name, record.Title),
                    Texts.NoticeReleasedText.With(ChinaTime.Moment(record.AdmissionDue!.Value))
                )
            );
            return new ConsultationReleased(record.Number, record.Title, record.AdmissionDue.Value);
        }
    }
}

/// <summary>The answer to who released it.</summary>
public sealed record ConsultationReleased(string Number, string Title, DateTimeOffset AdmissionDue);
