using System.Globalization;

namespace SupervisionBot.Core.Consultations.Signing;

/// <summary>What the paper and its number are called.</summary>
public static class MinutesNames
{
    /// <summary>The matter first: 汾河滩有人夜里挖砂的职责归属问题会商纪要, 砖厂扬尘等2件会商纪要. Needs the agenda or the consultation loaded.</summary>
    public static string Of(Minutes minutes)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        if (minutes.Kind == MinutesKind.Conclusion)
        {
            return Texts.NameConclusion.With(minutes.Consultation!.Title);
        }

        var items = minutes.Session!.AgendaItems.OrderBy(i => i.Order).Select(i => i.Consultation!.Title).ToList();
        return items is [var only] ? Texts.NameMinutes.With(only) : Texts.NameMinutesOfMany.With(items.FirstOrDefault(), items.Count);
    }

    /// <summary>〔2026〕5号; null until it was issued.</summary>
    public static string? IssueMark(Minutes minutes)
    {
        ArgumentNullException.ThrowIfNull(minutes);
        return minutes is { IssueYear: { } year, IssueNumber: { } number }
            ? Texts.IssueMark.With(year.ToString(CultureInfo.InvariantCulture), number)
            : null;
    }

    /// <summary>What stands at the head of a text that has not been issued: 征求意见稿, 会签稿, 待签发稿, 签发稿; null for an issued one.</summary>
    public static string? DraftMark(MinutesState state) =>
        state switch
        {
            MinutesState.Drafting => Texts.MarkDrafting,
            MinutesState.Countersigning => Texts.MarkCountersigning,
            MinutesState.AwaitingSignOff => Texts.MarkAwaitingSignOff,
            MinutesState.SignedOff => Texts.MarkSignedOff,
            MinutesState.Issued => null,
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
        };

    public static string Name(CountersignChoice choice) =>
        choice switch
        {
            CountersignChoice.Agree => Texts.ChoiceAgree,
            CountersignChoice.AgreeWithSuggestion => Texts.ChoiceAgreeWithSuggestion,
            CountersignChoice.Disagree => Texts.ChoiceDisagree,
            CountersignChoice.Reserve => Texts.ChoiceReserve,
            _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, message: null),
        };

    public static string Name(MinutesState state) =>
        state switch
        {
            MinutesState.Drafting => Texts.StateDrafting,
            MinutesState.Countersigning => Texts.StateCountersigning,
            MinutesState.AwaitingSignOff => Texts.StateAwaitingSignOff,
            MinutesState.SignedOff => Texts.StateSignedOff,
            MinutesState.Issued => Texts.StateIssued,
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
        };
}
