using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations;

/// <summary>What a release does, whether the leader pressed, or it was entered for them, or it comes back completed.</summary>
internal static class Releasing
{
    public static async Task SendToOfficeAsync(Consultation record, Work work, DeadlineRules rules, CancellationToken cancel)
    {
        record.ReleasedAt ??= work.Now;
        record.AdmissionDue = rules.DueOf(Promise.Admission, work.Now, record.UrgentReason is not null);
        await TellOfficeAsync(await ConsultationNotices.PleaseAdmitAsync(work.Db, record, cancel), work, cancel);
    }

    /// <summary>The same news for everybody in the office.</summary>
    public static async Task TellOfficeAsync(Messaging.Message notice, Work work, CancellationToken cancel)
    {
        foreach (var person in await Addressees.OfficeAsync(work.Db, cancel))
        {
            work.Tell(person.Id, notice);
        }
    }

    /// <summary>The answer to whoever released.</summary>
    public static async Task<ConsultationReleased> AnswerAsync(Consultation record, string leaderName, Work work, CancellationToken cancel) =>
        new(
            record.Number,
            record.Title,
            record.AdmissionDue!.Value,
            leaderName,
            work.Person.Person.Name,
            work.Now,
            await Addressees.OfficeLineAsync(work.Db, cancel)
        );
}

/// <summary>
/// The answer to who released it. <paramref name="LeaderName"/> agreed, <paramref name="EnteredBy"/> pressed or entered it at <paramref name="At"/>;
/// <paramref name="OfficeLine"/> is whom to call at the office, name and number.
/// </summary>
public sealed record ConsultationReleased(
    string Number,
    string Title,
    DateTimeOffset AdmissionDue,
    string LeaderName,
    string EnteredBy,
    DateTimeOffset At,
    string OfficeLine
)
{
    /// <summary>王志刚同志电话同意，李海英代录，11月23日 09:14</summary>
    public string EnteredAs => Texts.ReleasedOnBehalfAs.With(LeaderName, EnteredBy, ChinaTime.Stamp(At));
}
