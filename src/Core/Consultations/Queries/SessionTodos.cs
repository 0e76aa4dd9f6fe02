using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Queries;

/// <summary>The part of 我的待办 that comes from sessions.</summary>
internal static class SessionTodos
{
    public static async Task<IEnumerable<TodoItem>> OfAsync(
        WorkDb db,
        Actor actor,
        DateTimeOffset now,
        IReadOnlySet<Guid> answersFor,
        CancellationToken cancel
    )
    {
        var sessions = await db
            .Sessions.AsNoTracking()
            .VisibleTo(actor)
            .Where(s => s.State == SessionState.Scheduled || s.State == SessionState.InProgress)
            .Include(s => s.Attendances)
            .Include(s => s.AgendaItems)
                .ThenInclude(i => i.Consultation)
            .ToListAsync(cancel);
        return sessions.SelectMany(s => Office(actor, s, now).Concat(Invited(actor, s, now, answersFor)));
    }

    private static IEnumerable<TodoItem> Office(Actor actor, Session session, DateTimeOffset now)
    {
        if (session.State == SessionState.InProgress && SessionLifecycle.Table.Can(actor, SessionAction.Record, session))
        {
            return [new TodoItem(session.Id, session.Number, Title(session), Texts.TodoRecord, session.EndsAt, [SessionChoices.Record(session)])];
        }

        if (session.State != SessionState.Scheduled || !SessionLifecycle.Table.Can(actor, SessionAction.Open, session))
        {
            return [];
        }

        if (ChinaTime.DateOf(session.StartsAt) > ChinaTime.DateOf(now))
        {
            return Agenda(actor, session);
        }

        var what = (session.EndsAt > now ? Texts.TodoToday : Texts.TodoHeld).With(ChinaTime.Moment(session.StartsAt), session.Place);
        return [new TodoItem(session.Id, session.Number, Title(session), what, session.EndsAt, SessionChoices.ForOffice(session))];
    }

    // The invitation to a session about one matter says it all; several need their order and material.
    private static IEnumerable<TodoItem> Agenda(Actor actor, Session session) =>
        session.AgendaItems.Count > 1 && SessionLifecycle.Table.Can(actor, SessionAction.SendAgenda, session)
            ?
            [
                new TodoItem(
                    session.Id,
                    session.Number,
                    Title(session),
                    Texts.TodoSendAgenda.With(ChinaTime.Moment(session.StartsAt)),
                    session.StartsAt,
                    [.. SessionChoices.Before(actor, session), SessionChoices.AgendaPage(session)]
                ),
            ]
            : [];

    private static IEnumerable<TodoItem> Invited(Actor actor, Session session, DateTimeOffset now, IReadOnlySet<Guid> answersFor)
    {
        var asked = session.Attendances.Exists(a =>
            a.Reply == AttendanceReply.Open && a.Role is AttendanceRole.Attend or AttendanceRole.SitIn && answersFor.Contains(a.UnitId)
        );
        if (!asked || session.StartsAt <= now || !SessionLifecycle.Table.Can(actor, SessionAction.Answer, session))
        {
            return [];
        }

        return
        [
            new TodoItem(
                session.Id,
                session.Number,
                Title(session),
                Texts.TodoAnswer.With(ChinaTime.Moment(session.StartsAt), session.Place),
                session.StartsAt,
                [SessionChoices.Answer(AttendanceReply.Accepted, session), SessionChoices.Answer(AttendanceReply.Leave, session)]
            ),
        ];
    }

    /// <summary>The first matter on the agenda, and how many more.</summary>
    private static string Title(Session session)
    {
        var titles = session.AgendaItems.OrderBy(i => i.Order).Select(i => i.Consultation!.Title).ToList();
        return titles.Count switch
        {
            0 => session.Place,
            1 => titles[0],
            _ => Texts.AgendaOf.With(titles[0], titles.Count),
        };
    }
}
