using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Queries;

/// <summary>
/// 现在到哪一步: in words, with whom it waits for. <paramref name="Due"/> is the promise that runs now; <paramref name="Next"/> what comes after.
/// </summary>
public sealed record ConsultationPosition(string Where, string? Next, DateTimeOffset? Due)
{
    /// <summary>States in which somebody still has something to do.</summary>
    public static IReadOnlyList<ConsultationState> Open { get; } =
    [
        ConsultationState.AwaitingRelease,
        ConsultationState.SentBack,
        ConsultationState.AwaitingAdmission,
        ConsultationState.ReturnedForCompletion,
        ConsultationState.SeekingViews,
        ConsultationState.AwaitingSession,
        ConsultationState.Scheduled,
        ConsultationState.Heard,
        ConsultationState.MinutesDrafted,
    ];

    internal static async Task<ConsultationPosition> OfAsync(WorkDb db, Consultation consultation, CancellationToken cancel)
    {
        switch (consultation.State)
        {
            case ConsultationState.AwaitingRelease:
                var leader = await Addressees.LeaderOfAsync(db, consultation.UnitId, cancel);
                return new(Texts.WhereAwaitingRelease.With(leader?.Name ?? Texts.PartyLeader), Texts.NextAdmission, null);
            case ConsultationState.SentBack:
                return new(Texts.WhereSentBack.With(consultation.Drafter!.Name), Texts.NextRelease, null);
            case ConsultationState.AwaitingAdmission:
                return new(Texts.WhereAwaitingAdmission, Texts.NextAfterAdmission, consultation.AdmissionDue);
            case ConsultationState.ReturnedForCompletion:
                return new(Texts.WhereReturned.With(consultation.Drafter!.Name), Texts.NextAdmission, null);
            case ConsultationState.SeekingViews:
                return new(Texts.WhereSeekingViews, Texts.NextAfterViews, consultation.ViewsDue);
            case ConsultationState.AwaitingSession:
                return new(Texts.WhereAwaitingSession, Texts.NextInvitation, null);
            case ConsultationState.Scheduled:
                return await OfSessionAsync(db, consultation, cancel);
            default:
                return new(Final(consultation.State), null, null);
        }
    }

    private static async Task<ConsultationPosition> OfSessionAsync(WorkDb db, Consultation consultation, CancellationToken cancel)
    {
        var session = await db
            .Sessions.AsNoTracking()
            .Where(s =>
                (s.State == SessionState.Scheduled || s.State == SessionState.InProgress)
                && s.AgendaItems.Any(i => i.ConsultationId == consultation.Id)
            )
            .OrderByDescending(s => s.StartsAt)
            .FirstOrDefaultAsync(cancel);
        return session is null
            ? new(Texts.WhereAwaitingSession, Texts.NextInvitation, null)
            : new(
                (session.State == SessionState.InProgress ? Texts.WhereInSession : Texts.WhereScheduled).With(
                    ChinaTime.Moment(session.StartsAt),
                    session.Place
                ),
                Texts.NextMinutes,
                session.StartsAt
            );
    }

    private static string Final(ConsultationState state) =>
        state switch
        {
            ConsultationState.Heard => Texts.WhereHeard,
            ConsultationState.MinutesDrafted => Texts.WhereMinutesDrafted,
            ConsultationState.Concluded => Texts.WhereConcluded,
            ConsultationState.ConvertedToOrder => Texts.WhereConverted,
            ConsultationState.Cancelled => Texts.WhereCancelled,
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
        };
}
