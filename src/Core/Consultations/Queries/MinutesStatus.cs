using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Queries;

/// <summary>Where a paper stands. What the units answered is told to the office and to the chairs; a unit reads its own answer.</summary>
internal static class MinutesStatus
{
    public static Task<Message?> OfAsync(WorkDb db, Actor actor, Guid recordId, CancellationToken cancel) =>
        ReadAsync(db.Minutes.Where(m => m.Id == recordId), actor, cancel);

    /// <summary>The paper of a session; null before it was compiled.</summary>
    public static Task<Message?> OfSessionAsync(WorkDb db, Actor actor, Guid sessionId, CancellationToken cancel) =>
        ReadAsync(db.Minutes.Where(m => m.SessionId == sessionId), actor, cancel);

    private static async Task<Message?> ReadAsync(IQueryable<Minutes> papers, Actor actor, CancellationToken cancel)
    {
        var minutes = await papers.AsNoTracking().VisibleTo(actor).WithParties().FirstOrDefaultAsync(cancel);
        return minutes is null
            ? null
            : new Message
            {
                Title = Texts.StatusTitle.With(MinutesNames.Of(minutes), MinutesNames.Name(minutes.State)),
                Facts = [.. Facts(actor, minutes)],
                Choices = [.. MinutesChoices.Now(actor, minutes), Page(actor, minutes)],
                Footer = minutes.Number,
            };
    }

    private static IEnumerable<Fact> Facts(Actor actor, Minutes minutes)
    {
        var decides = actor.SeesEverything || actor.Id == minutes.PresiderId;
        if (MinutesNames.IssueMark(minutes) is { } mark)
        {
            yield return new Fact(Signing.Texts.FactIssueMark, mark);
        }

        if (decides && minutes.SendBackReason is { } reason)
        {
            yield return new Fact(Texts.FactSentBack, reason);
        }

        if (minutes is { State: MinutesState.Countersigning, CountersignDue: { } due })
        {
            yield return new Fact(Signing.Texts.FactCountersignDue, ChinaTime.Moment(due));
        }

        if (minutes.State != MinutesState.Issued)
        {
            foreach (var row in Countersignatures.InOrder(minutes).Where(c => decides || actor.UnitIds.Contains(c.UnitId)))
            {
                yield return new Fact(row.Unit!.ShortName, Countersignatures.Words(row));
            }
        }
    }

    private static Choice Page(Actor actor, Minutes minutes) =>
        MinutesLifecycle.Table.Can(actor, MinutesAction.Edit, minutes) ? MinutesChoices.Edit(minutes) : MinutesChoices.Full(minutes);
}
