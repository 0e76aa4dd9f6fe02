using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations;

/// <summary>What a release does, whether the leader pressed or it was entered for them.</summary>
internal static class Releasing
{
    private const int AdmissionWorkingDays = 2;

    public static async Task SendToOfficeAsync(Consultation record, Work work, WorkingCalendar calendar, CancellationToken cancel)
    {
        record.ReleasedAt = work.Now;
        var day = calendar.AddWorkingDays(work.Today, AdmissionWorkingDays);
        record.AdmissionDue = calendar.EndOfBusiness(day);
        var notice = await ConsultationNotices.PleaseAdmitAsync(work.Db, record, cancel);
        foreach (var person in await Addressees.OfficeAsync(work.Db, cancel))
        {
            work.Tell(person.Id, notice);
        }
    }
}
