using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Queries;

/// <summary>Where a session stands. Once its minutes are there, they are what its number means.</summary>
internal static class SessionStatus
{
    public static async Task<Message?> OfAsync(WorkDb db, Actor actor, Guid recordId, DateOnly today, CancellationToken cancel)
    {
        var session = await db.Sessions.AsNoTracking().VisibleTo(actor).WithAgenda().FirstOrDefaultAsync(s => s.Id == recordId, cancel);
        if (session is null)
        {
            return null;
        }

        return await MinutesStatus.OfSessionAsync(db, actor, session.Id, cancel)
            ?? new Message
            {
                Title = Texts.StatusTitle.With(SessionNames.Matter(session), Where(session.State)),
                Facts =
                [
                    new Fact(Sessions.Texts.FactTime, SessionNames.Time(session)),
                    new Fact(Sessions.Texts.FactPlace, session.Place),
                    .. session.AgendaItems.Count > 1 ? [new Fact(Sessions.Texts.FactAgenda, SessionNames.Agenda(session))] : Array.Empty<Fact>(),
                ],
                Choices = [.. SessionChoices.Now(actor, session, today)],
                Footer = session.Number,
            };
    }

    public static string Where(SessionState state) =>
        state switch
        {
            SessionState.Scheduled => Texts.WhereSessionScheduled,
            SessionState.InProgress => Texts.WhereSessionInProgress,
            SessionState.Ended or SessionState.Compiled => Texts.WhereSessionEnded,
            SessionState.Cancelled => Texts.WhereSessionCancelled,
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
        };
}
