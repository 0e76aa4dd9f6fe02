using System.Globalization;
using SupervisionBot.Core;
using SupervisionBot.Core.TypicalPractices;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Pages.Practices;

/// <summary>A press on the page of a practice as it comes back, with what was typed beside it. It runs the use case that the chat runs.</summary>
internal sealed class PracticePress
{
    public PracticeAction? Action { get; set; }

    /// <summary>The step the page was drawn for.</summary>
    public int? Step { get; set; }
    public string? Text { get; set; }
    public AdoptionLevel? Level { get; set; }
    public string? On { get; set; }
    public string? Outlet { get; set; }

    /// <summary>Runs it.</summary>
    /// <returns>The refusal, or one sentence on what was done; null where nothing on the page is pressed like that.</returns>
    public async Task<(Refusal? Refusal, string? Done)?> RunAsync(UseCases useCases, Guid person, Guid record, CancellationToken cancel) =>
        Action switch
        {
            PracticeAction.Release => Answer(await useCases.RunAsync(person, new ReleasePractice(record, Step), cancel), _ => Texts.DoneReleased),
            PracticeAction.ReleaseOnBehalf => Answer(
                await useCases.RunAsync(person, new ReleasePracticeOnBehalf(record, Step, Text), cancel),
                done => Texts.DoneOnBehalf.With(done.LeaderName)
            ),
            PracticeAction.RevokeRelease => Answer(
                await useCases.RunAsync(person, new RevokePracticeRelease(record, Step), cancel),
                _ => Texts.DoneRevoked
            ),
            PracticeAction.SendBack => Answer(
                await useCases.RunAsync(person, new SendBackPractice(record, Step, Text), cancel),
                done => Texts.DoneSentBack.With(done.DrafterName)
            ),
            PracticeAction.Adopt => await ReviewAsync(useCases, person, new ReviewPractice(record, Step, ReviewDecision.Adopt, Text), cancel),
            PracticeAction.Reserve => await ReviewAsync(useCases, person, new ReviewPractice(record, Step, ReviewDecision.Reserve, Text), cancel),
            PracticeAction.ReturnForRevision => await ReviewAsync(
                useCases,
                person,
                new ReviewPractice(record, Step, ReviewDecision.ReturnForRevision, Text),
                cancel
            ),
            PracticeAction.NotAdopt => await ReviewAsync(useCases, person, new ReviewPractice(record, Step, ReviewDecision.NotAdopt, Text), cancel),
            PracticeAction.RecordAdoption => Answer(
                await useCases.RunAsync(person, new RecordAdoption(record, Step, Level, Day(On), Outlet, Text), cancel),
                done => Texts.DoneRecorded.With(AdoptionLevels.Name(done.Level))
            ),
            PracticeAction.Cancel => Answer(
                await useCases.RunAsync(person, new CancelPractice(record, Step, Text), cancel),
                _ => Texts.DoneCancelled
            ),
            _ => null,
        };

    private static async Task<(Refusal?, string?)> ReviewAsync(UseCases useCases, Guid person, ReviewPractice review, CancellationToken cancel) =>
        Answer(
            await useCases.RunAsync(person, review, cancel),
            done => Texts.DoneReviewed.With(PracticeChoices.Label(ReviewPractice.ActionFor(review.Decision)), done.DrafterName)
        );

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var day) ? day : null;

    private static (Refusal?, string?) Answer<T>(Outcome<T> outcome, Func<T, string> words) =>
        outcome.Done ? (null, words(outcome.Value)) : (outcome.Refusal, null);
}
