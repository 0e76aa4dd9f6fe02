using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Testing;

/// <summary>Written views that are wanted by a day, as rows.</summary>
public static class DueViewRows
{
    public const string Matter = "院墙外堆放砂石的职责归属问题";

    /// <summary>A consultation whose only view is due at the end of <paramref name="day"/>, its deadline, and the reminder of that morning, due at 08:30.</summary>
    public static object[] Of(string number, Person clerk, Guid unit, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(clerk);
        var due = ChinaTime.FromLocal(day, new TimeOnly(18, 0));
        var id = Guid.NewGuid();
        var (deadline, occurrence) = DeadlineOf(id, number, unit, due);
        return
        [
            new Consultation
            {
                Id = id,
                Number = number,
                UnitId = clerk.UnitId,
                DrafterId = clerk.Id,
                Title = Matter,
                Situation = Situation.Unsure,
                Account = Matter,
                State = ConsultationState.SeekingViews,
                Route = AdmissionRoute.WrittenViews,
                StartedAt = deadline.StartedAt,
                AdmittedAt = deadline.StartedAt,
                ViewsDue = due,
                InvitedUnits = [new InvitedUnit { ConsultationId = id, UnitId = unit }],
            },
            deadline,
            occurrence,
        ];
    }

    /// <summary>An open deadline whose next step is the reminder on the morning of its last day.</summary>
    public static (Deadline Deadline, Occurrence Occurrence) DeadlineOf(Guid record, string number, Guid unit, DateTimeOffset due)
    {
        var morning = ChinaTime.FromLocal(ChinaTime.DateOf(due), new TimeOnly(8, 30));
        var deadline = new Deadline
        {
            Id = Guid.NewGuid(),
            RecordKind = RecordNumber.Consultation,
            RecordId = record,
            Number = number,
            Title = Matter,
            Promise = Promise.View,
            UnitId = unit,
            StartedAt = due.AddDays(-7),
            OriginalDue = due,
            RecordDue = due,
            Due = due,
            LastRung = -1,
            NextRung = 0,
            NextStepAt = morning,
        };
        var occurrence = new Occurrence
        {
            ItemId = deadline.Id,
            Step = Steps.StepOf(0),
            DueValue = deadline.DueValue,
            At = morning,
        };
        return (deadline, occurrence);
    }
}
