using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Conclusions;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Tests.Deadlines;

/// <summary>What people do with consultations and sessions, by the seed. What they may not do is refused, and that is part of it.</summary>
internal sealed class HalfYearDeeds(HalfYear year)
{
    private const string Words = "按职责办理";
    private int started;

    private Random Random => year.Random;

    /// <summary>A batch of new consultations, some of them released and taken on in the same minute.</summary>
    public async Task StartAsync(int count, CancellationToken cancel)
    {
        for (var i = 0; i < count; i++)
        {
            var clerk = year.People.Clerks[Random.Next(year.People.Clerks.Count)];
            var unit = year.County.Unit(clerk.Unit);
            var id = Guid.NewGuid();
            var (depth, route, content) = (Random.Next(6), (AdmissionRoute)Random.Next(3), Content());
            var (released, admitted) = await year.Door.Database.WriteAsync(
                async (db, token) =>
                {
                    var there = await InAsync(db, year.County.Id(clerk.Login), new StartConsultation(id, content, []), token);
                    var passed = there && depth > 0 && await InAsync(db, year.People.LeaderOf(unit), new ReleaseConsultation(id, null), token);
                    return (passed, passed && depth > 1 && await InAsync(db, year.People.Office, new AdmitConsultation(id, null, route), token));
                },
                cancel
            );
            Did(released, () => year.Ledger.Done(id, Promise.Release, unit));
            Did(admitted, () => year.Ledger.Done(id, Promise.Admission));
        }
    }

    /// <summary>One thing that somebody does.</summary>
    public Task DoAsync(CancellationToken cancel) =>
        Random.Next(100) switch
        {
            < 8 => ReleaseAsync(cancel),
            < 18 => AdmitAsync(cancel),
            < 48 => ViewAsync(cancel),
            < 56 => ConcludeAsync(cancel),
            < 64 => ScheduleAsync(cancel),
            < 84 => SessionAsync(cancel),
            < 87 => CancelAsync(cancel),
            _ => year.People.ChangeAsync(cancel),
        };

    private async Task ReleaseAsync(CancellationToken cancel)
    {
        if (await PickAsync(ConsultationState.AwaitingRelease, cancel) is not { } record)
        {
            return;
        }

        var leader = year.People.LeaderOf(record.UnitId);
        var done = Random.Next(5) switch
        {
            0 => await year.TryAsync(leader, new SendBackConsultation(record.Id, null, Words), cancel),
            1 => await year.TryAsync(record.DrafterId, new ReleaseOnBehalf(record.Id, null, "电话同意"), cancel),
            _ => await year.TryAsync(leader, new ReleaseConsultation(record.Id, null), cancel),
        };
        Did(done, () => year.Ledger.Done(record.Id, Promise.Release, record.UnitId));
    }

    private async Task AdmitAsync(CancellationToken cancel)
    {
        if (await PickAsync(ConsultationState.AwaitingAdmission, cancel) is { } record)
        {
            var done = Random.Next(8) switch
            {
                0 => await year.TryAsync(year.People.Office, new ReturnForCompletion(record.Id, null, "缺照片"), cancel),
                1 => await year.TryAsync(year.People.Office, new ConvertToOrder(record.Id, null, null), cancel),
                _ => await year.TryAsync(year.People.Office, new AdmitConsultation(record.Id, null, (AdmissionRoute)Random.Next(3)), cancel),
            };
            Did(done, () => year.Ledger.Done(record.Id, Promise.Admission));
        }
        else if (await PickAsync(ConsultationState.ReturnedForCompletion, cancel) is { } returned)
        {
            var done = await year.TryAsync(returned.DrafterId, new CompleteConsultation(returned.Id, null, "已补", []), cancel);
            Did(done, () => year.Ledger.Again(returned.Id, Promise.Admission));
        }
        else if (await PickAsync(ConsultationState.SentBack, cancel) is { } back)
        {
            var done = await year.TryAsync(back.DrafterId, new AmendConsultation(back.Id, null, Content(), []), cancel);
            Did(done, () => year.Ledger.Again(back.Id, Promise.Release, back.UnitId));
        }
    }

    private async Task ViewAsync(CancellationToken cancel)
    {
        var open = await year.ReadAsync(
            db =>
                db.Consultations.Include(c => c.InvitedUnits)
                        .ThenInclude(i => i.Unit)
                    .Where(c =>
                        c.State == ConsultationState.SeekingViews
                        || c.State == ConsultationState.AwaitingSession
                        || c.State == ConsultationState.Scheduled
                    )
                    .OrderBy(c => c.Number)
                    .ToListAsync(cancel),
            cancel
        );
        var wanted = open.SelectMany(c => c.InvitedUnits.Where(i => i.ViewAt is null).OrderBy(i => i.Unit!.Order).Select(i => (c.Id, i.UnitId)))
            .ToList();
        if (wanted.Count == 0)
        {
            return;
        }

        var view = wanted[Random.Next(wanted.Count)];
        var done = (Random.Next(5), year.People.ContactOf(view.UnitId)) switch
        {
            (> 0, { } contact) => await year.TryAsync(contact, new GiveView(view.Id, view.UnitId, ViewKind.None, "", null), cancel),
            _ => await year.TryAsync(year.People.Office, new EnterView(view.Id, view.UnitId, ViewKind.Own, Words, null), cancel),
        };
        Did(done, () => year.Ledger.Done(view.Id, Promise.View, view.UnitId));
    }

    private async Task ConcludeAsync(CancellationToken cancel)
    {
        if (await PickAsync(ConsultationState.SeekingViews, cancel) is not { } record)
        {
            return;
        }

        if (Random.Next(4) == 0)
        {
            await year.TryAsync(year.People.Office, new AdmitConsultation(record.Id, null, AdmissionRoute.OwnSession), cancel);
            return;
        }

        var conclude = new ConcludeInWriting(record.Id, null, ConsultationOutcome.AgreementReached, Words, Resolutions());
        Did(await year.TryAsync(year.People.Office, conclude, cancel), () => year.Ledger.Over(record.Id));
    }

    private async Task ScheduleAsync(CancellationToken cancel)
    {
        if (await PickAsync(ConsultationState.AwaitingSession, cancel) is not { } record)
        {
            return;
        }

        var day = ChinaTime.DateOf(year.Now).AddDays(Random.Next(1, 9));
        var at = ChinaTime.FromLocal(day, new TimeOnly(8 + Random.Next(10), 30 * Random.Next(2)));
        var done = await year.TryAsync(year.People.Office, new ScheduleSession(record.Id, null, at, "三楼会议室"), cancel);
        Did(done, () => year.Ledger.Done(record.Id, Promise.Session));
    }

    private async Task SessionAsync(CancellationToken cancel)
    {
        var sessions = await year.ReadAsync(
            db =>
                db.Sessions.WithAgenda()
                    .Where(s => s.State == SessionState.Scheduled || s.State == SessionState.InProgress)
                    .OrderBy(s => s.Number)
                    .ToListAsync(cancel),
            cancel
        );
        var due = sessions.FindAll(s => s.State == SessionState.InProgress || s.StartsAt <= year.Now);
        if (due.Count > 0)
        {
            await HoldAsync(due[Random.Next(due.Count)], cancel);
        }
        else if (sessions.Count > 0)
        {
            await MoveAsync(sessions[Random.Next(sessions.Count)], cancel);
        }
    }

    private async Task HoldAsync(Session session, CancellationToken cancel)
    {
        if (session.State == SessionState.Scheduled)
        {
            await year.TryAsync(year.People.Office, new OpenSession(session.Id, null), cancel);
            return;
        }

        var record = new SessionRecord(
            session.Version,
            [.. session.Attendances.Select(a => new AttendanceTick(a.Id, true, a.Attendee))],
            [.. session.AgendaItems.Select(i => new ItemRecord(i.Id, Words, Resolutions()))]
        );
        await year.TryAsync(year.People.Office, new RecordSession(session.Id, null, record), cancel);
        if (await year.TryAsync(year.People.Office, new EndSession(session.Id, null), cancel))
        {
            session.AgendaItems.ForEach(i => year.Ledger.Over(i.ConsultationId));
        }
    }

    private async Task MoveAsync(Session session, CancellationToken cancel)
    {
        if (Random.Next(3) > 0)
        {
            await year.TryAsync(year.People.Office, new RescheduleSession(session.Id, null, session.StartsAt.AddDays(1)), cancel);
        }
        else if (await year.TryAsync(year.People.Office, new CancelSession(session.Id, null, Words), cancel))
        {
            session.AgendaItems.ForEach(i => year.Ledger.Again(i.ConsultationId, Promise.Session));
        }
    }

    private async Task CancelAsync(CancellationToken cancel)
    {
        if (await PickAsync((ConsultationState)Random.Next(7), cancel) is { } record)
        {
            Did(await year.TryAsync(record.DrafterId, new CancelConsultation(record.Id, null, Words), cancel), () => year.Ledger.Over(record.Id));
        }
    }

    private ConsultationContent Content()
    {
        var units = Enumerable
            .Range(0, Random.Next(1, 4))
            .Select(_ => year.People.Departments[Random.Next(year.People.Departments.Count)])
            .Distinct();
        var urgent = Random.Next(8) == 0 ? "有安全隐患" : null;
        return new ConsultationContent(
            $"第{++started}件职责归属问题",
            Situation.CompetenceDisputed,
            "两家都说不归自己管",
            [.. units],
            UrgentReason: urgent
        );
    }

    private List<ResolutionRecord> Resolutions() =>
        Random.Next(3) == 0
            ? []
            :
            [
                new(
                    Words,
                    year.People.Departments[Random.Next(year.People.Departments.Count)],
                    [],
                    ChinaTime.DateOf(year.Now).AddDays(Random.Next(3, 30))
                ),
            ];

    private async Task<Consultation?> PickAsync(ConsultationState state, CancellationToken cancel)
    {
        var records = await year.ReadAsync(db => db.Consultations.Where(c => c.State == state).OrderBy(c => c.Number).ToListAsync(cancel), cancel);
        return records.Count == 0 ? null : records[Random.Next(records.Count)];
    }

    private async Task<bool> InAsync<T>(WorkDb db, Guid person, IRequest<T> request, CancellationToken cancel) =>
        await year.Door.UseCases.OpenAsync(db, person, cancel) is { } work && (await year.Door.UseCases.RunInAsync(work, request, cancel)).Done;

    private static void Did(bool done, Action note)
    {
        if (done)
        {
            note();
        }
    }
}
