using SupervisionBot.Core;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Pages.Papers;

/// <summary>A press on the page of a paper as it comes back, with what was typed beside it. It runs the use case that the chat runs.</summary>
internal sealed class MinutesPress
{
    /// <summary>Steps that need nothing but the press.</summary>
    public static IReadOnlyList<MinutesAction> WithoutWords { get; } =
    [
        MinutesAction.SignOff,
        MinutesAction.Submit,
        MinutesAction.CloseCountersign,
        MinutesAction.Issue,
        MinutesAction.RevokeSignOff,
        MinutesAction.SendForCountersign,
    ];

    public MinutesAction? Action { get; set; }

    /// <summary>The step the page was drawn for.</summary>
    public int? Step { get; set; }
    public Guid? Unit { get; set; }
    public CountersignChoice? Choice { get; set; }
    public Guid? Chair { get; set; }
    public string? Text { get; set; }

    /// <summary>Runs it.</summary>
    /// <returns>The refusal, or one sentence on what was done; null where nothing on the page is pressed like that.</returns>
    public async Task<(Refusal? Refusal, string? Done)?> RunAsync(UseCases useCases, Guid person, Guid record, CancellationToken cancel) =>
        (Action, Choice) switch
        {
            (MinutesAction.SendForCountersign, _) => Answer(await useCases.RunAsync(person, new SendForCountersign(record, Step), cancel), Words),
            (MinutesAction.Countersign, { } choice) => Answer(
                await useCases.RunAsync(person, new CountersignMinutes(record, Step, Unit, choice, Text), cancel),
                Words
            ),
            (MinutesAction.Submit, _) => Answer(await useCases.RunAsync(person, new SubmitMinutes(record, Step), cancel), Words),
            (MinutesAction.CloseCountersign, _) => Answer(await useCases.RunAsync(person, new CloseCountersign(record, Step), cancel), Words),
            (MinutesAction.SignOff, _) => Answer(await useCases.RunAsync(person, new SignOffMinutes(record, Step), cancel), Words),
            (MinutesAction.SignOffOnBehalf, _) => Answer(
                await useCases.RunAsync(person, new SignOffOnBehalf(record, Step, Chair, Text), cancel),
                Words
            ),
            (MinutesAction.RevokeSignOff, _) => Answer(
                await useCases.RunAsync(person, new RevokeSignOff(record, Step), cancel),
                _ => Texts.DoneRevoked
            ),
            (MinutesAction.SendBack, _) => Answer(
                await useCases.RunAsync(person, new SendBackMinutes(record, Step, Text ?? ""), cancel),
                _ => Texts.DoneSentBack
            ),
            (MinutesAction.Issue, _) => Answer(await useCases.RunAsync(person, new IssueMinutes(record, Step), cancel), Words),
            _ => null,
        };

    private static (Refusal?, string?) Answer<T>(Outcome<T> outcome, Func<T, string> words) =>
        outcome.Done ? (null, words(outcome.Value)) : (outcome.Refusal, null);

    private static string Words(CountersignSent sent) =>
        sent.Units.Count == 0
            ? Texts.DoneSentToNobody
            : Texts.DoneSent.With(string.Join('、', sent.Units), ChinaTime.Moment(sent.Due)) + Call(sent.Unreached);

    private static string Words(MinutesCountersigned given) =>
        (given.State == MinutesState.Countersigning ? Texts.DoneCountersigned : Texts.DoneAllAgreed).With(
            given.UnitName,
            given.Choice == CountersignChoice.AgreeWithSuggestion ? Texts.AgreedWithSuggestion : MinutesNames.Name(given.Choice)
        );

    private static string Words(MinutesSubmitted submitted) =>
        submitted.Chairs.Count == 0 ? Texts.DoneSubmittedToNobody : Texts.DoneSubmitted.With(string.Join('、', submitted.Chairs));

    private static string Words(MinutesSigned signed) => signed.EnteredAs is { } entered ? Texts.DoneEntered.With(entered) : Texts.DoneSigned;

    private static string Words(MinutesIssued issued) =>
        Texts.DoneIssued.With(issued.IssueMark, string.Join('、', issued.Units)) + Call(issued.Unreached);

    private static string Call(IReadOnlyList<string> unreached) => unreached.Count == 0 ? "" : Texts.DoneCall.With(string.Join('、', unreached));
}
