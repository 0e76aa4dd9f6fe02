using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.TypicalPractices.Queries;

/// <summary>现在到哪一步, in words, with whom it waits for.</summary>
internal static class PracticePosition
{
    /// <summary>States in which somebody still has something to do.</summary>
    public static IReadOnlyList<PracticeState> Open { get; } =
    [PracticeState.AwaitingRelease, PracticeState.SentBack, PracticeState.AwaitingReview, PracticeState.ReturnedForRevision];

    /// <summary>One line, without a full stop.</summary>
    /// <param name="practice">With its drafter.</param>
    public static async Task<string> OfAsync(WorkDb db, TypicalPractice practice, CancellationToken cancel) =>
        practice.State switch
        {
            PracticeState.AwaitingRelease => Texts.WhereAwaitingRelease.With(
                (await Addressees.LeaderOfAsync(db, practice.UnitId, cancel))?.Name ?? Texts.PartyLeader
            ),
            PracticeState.SentBack => Texts.WhereSentBack.With(practice.Drafter!.Name),
            PracticeState.AwaitingReview => Texts.WhereAwaitingReview,
            PracticeState.ReturnedForRevision => Texts.WhereReturned.With(practice.Drafter!.Name),
            PracticeState.Adopted => Texts.WhereAdopted,
            PracticeState.Reserved => Texts.WhereReserved,
            PracticeState.NotAdopted => Texts.WhereNotAdopted,
            PracticeState.Cancelled => Texts.WhereCancelled,
            _ => throw new ArgumentOutOfRangeException(nameof(practice), practice.State, message: null),
        };
}
