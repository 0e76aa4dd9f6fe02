using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Queries;

/// <summary>One line of an overview: which matter, and where it stands.</summary>
public sealed record StatusLine(Guid RecordId, string Number, string Title, string Where, DateTimeOffset? Due);

/// <summary>查进度: where a consultation stands, for whoever asks. Never embarrassing: who has not answered yet is told only to the office and to the initiating unit.</summary>
public static class ConsultationStatus
{
    /// <summary>The present state with what the actor can do now.</summary>
    /// <returns>Null where there is no such consultation, or the actor may not see it.</returns>
    public static async Task<Message?> OfAsync(WorkDb db, Actor actor, Guid recordId, DateTimeOffset now, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        var consultation = await db
            .Consultations.AsNoTracking()
            .VisibleTo(actor)
            .Include(c => c.InvitedUnits)
                .ThenInclude(i => i.Unit)
            .Include(c => c.Unit)
            .Include(c => c.Drafter)
            .FirstOrDefaultAsync(c => c.Id == recordId, cancel);
        if (consultation is null)
        {
            return null;
        }

        var position = await ConsultationPosition.OfAsync(db, consultation, cancel);
        var since = await db
            .History.AsNoTracking()
            .Where(h => h.RecordId == recordId)
            .OrderByDescending(h => h.Id)
            .Select(h => (DateTimeOffset?)h.At)
            .FirstOrDefaultAsync(cancel);
        return new Message
        {
            Title = Texts.StatusTitle.With(consultation.Title, position.Where),
            Facts = [.. Facts(actor, consultation, position, since)],
            Choices =
            [
                .. await ChoicesAsync(db, actor, consultation, now, cancel),
                .. await PaperAsync(db, actor, recordId, cancel),
                ConsultationChoices.Full(consultation),
            ],
            Footer = ConsultationChoices.Footer(consultation),
        };
    }

    /// <summary>查进度 without a number: the open ones of the actor, their own first, then those of their unit, then those it is invited to.</summary>
    public static async Task<IReadOnlyList<StatusLine>> RecentAsync(WorkDb db, Actor actor, int take, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(actor);
        var open = ConsultationPosition.Open;
        var units = actor.UnitIds;
        var recent = await db
            .Consultations.AsNoTracking()
            .VisibleTo(actor)
            .Where(c => open.Contains(c.State))
            .Include(c => c.Drafter)
            .OrderBy(c =>
                c.DrafterId == actor.Id ? 0
                : units.Contains(c.UnitId) ? 1
                : 2
            )
            .ThenByDescending(c => c.StartedAt)
            .Take(take)
            .ToListAsync(cancel);
        var lines = new List<StatusLine>(recent.Count);
        foreach (var consultation in recent)
        {
            var position = await ConsultationPosition.OfAsync(db, consultation, cancel);
            lines.Add(new StatusLine(consultation.Id, consultation.Number, consultation.Title, position.Where, position.Due));
        }

        return lines;
    }

    internal static bool IsInsider(Actor actor, Consultation consultation) => actor.SeesEverything || actor.UnitIds.Contains(consultation.UnitId);

    private static IEnumerable<Fact> Facts(Actor actor, Consultation consultation, ConsultationPosition position, DateTimeOffset? since)
    {
        if (position.Due is { } due)
        {
            yield return new Fact(Texts.StatusDue, ChinaTime.Moment(due));
        }

        if (consultation.ReturnReason is { } reason && IsInsider(actor, consultation))
        {
            yield return new Fact(Texts.FieldReason, reason);
        }

        if (consultation.AdmittedAt is not null)
        {
            yield return new Fact(Texts.StatusViews, Views(actor, consultation));
        }

        if (position.Next is { } next)
        {
            yield return new Fact(Texts.StatusNext, next);
        }

        if (since is { } last)
        {
            yield return new Fact(Texts.StatusSince, ChinaTime.Stamp(last));
        }
    }

    private static string Views(Actor actor, Consultation consultation)
    {
        var all = consultation.InvitedUnits.OrderBy(i => i.Unit!.Order).ToList();
        if (!IsInsider(actor, consultation))
        {
            var own = all.FindAll(i => actor.UnitIds.Contains(i.UnitId));
            return string.Join('；', own.Select(i => (i.ViewAt is null ? Texts.StatusOwnOpen : Texts.StatusOwnGiven).With(i.Unit!.ShortName)));
        }

        var open = all.FindAll(i => i.ViewAt is null).ConvertAll(i => i.Unit!.ShortName);
        return open.Count == 0
            ? Texts.StatusAllViews.With(all.Count)
            : Texts.StatusSomeViews.With(all.Count - open.Count, all.Count, string.Join('、', open));
    }

    private static async Task<IEnumerable<Choice>> PaperAsync(WorkDb db, Actor actor, Guid id, CancellationToken cancel)
    {
        var paper = await db
            .Minutes.VisibleTo(actor)
            .Where(m => m.ConsultationId == id || m.Session!.AgendaItems.Any(i => i.ConsultationId == id))
            .Select(m => m.Number)
            .FirstOrDefaultAsync(cancel);
        return paper is null ? [] : [new Choice(Texts.ChoicePaper, "open", Url: $"/minutes/{paper}")];
    }

    /// <summary>改期 and 取消 of the session that it is on the agenda of.</summary>
    private static async Task<IEnumerable<Choice>> ChangesAsync(WorkDb db, Actor actor, Consultation consultation, CancellationToken cancel)
    {
        if (consultation.State != ConsultationState.Scheduled || !actor.IsOffice)
        {
            return [];
        }

        var session = await db
            .Sessions.AsNoTracking()
            .VisibleTo(actor)
            .WithAgenda()
            .FirstOrDefaultAsync(s => s.State == SessionState.Scheduled && s.AgendaItems.Any(i => i.ConsultationId == consultation.Id), cancel);
        return session is null ? [] : SessionChoices.Changes(actor, session);
    }

    private static async Task<IEnumerable<Choice>> ChoicesAsync(
        WorkDb db,
        Actor actor,
        Consultation consultation,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var inSession = (await UnderDiscussion.AmongAsync(db, [consultation.Id], cancel)).Count > 0;
        return inSession ? [] : [.. ConsultationChoices.Now(actor, consultation, now), .. await ChangesAsync(db, actor, consultation, cancel)];
    }
}
