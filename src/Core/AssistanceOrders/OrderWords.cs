using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Directory;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>How an order and its parts are spoken of.</summary>
public static class OrderWords
{
    private const int ExcerptLength = 60;

    public static string KindName(OrderKind kind) =>
        kind switch
        {
            OrderKind.OnSite => Texts.KindOnSite,
            OrderKind.Guidance => Texts.KindGuidance,
            OrderKind.Appraisal => Texts.KindAppraisal,
            OrderKind.Training => Texts.KindTraining,
            OrderKind.Secondment => Texts.KindSecondment,
            OrderKind.Information => Texts.KindInformation,
            OrderKind.Referral => Texts.KindReferral,
            OrderKind.CaseReview => Texts.KindCaseReview,
            OrderKind.Support => Texts.KindSupport,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
        };

    public static string GroundName(UrgentGround ground) =>
        ground switch
        {
            UrgentGround.Danger => Texts.GroundDanger,
            UrgentGround.Evidence => Texts.GroundEvidence,
            UrgentGround.Spreading => Texts.GroundSpreading,
            UrgentGround.Crowd => Texts.GroundCrowd,
            _ => throw new ArgumentOutOfRangeException(nameof(ground), ground, message: null),
        };

    public static string RatingName(OrderRating rating) =>
        rating switch
        {
            OrderRating.VerySatisfied => Texts.RatingVery,
            OrderRating.Satisfied => Texts.RatingSatisfied,
            OrderRating.FairlySatisfied => Texts.RatingFairly,
            OrderRating.Dissatisfied => Texts.RatingNot,
            _ => throw new ArgumentOutOfRangeException(nameof(rating), rating, message: null),
        };

    public static string ReasonName(HandBackReason reason) =>
        reason switch
        {
            HandBackReason.NotCompetent => Texts.ReasonNotCompetent,
            HandBackReason.Delegated => Texts.ReasonDelegated,
            HandBackReason.Duplicate => Texts.ReasonDuplicate,
            HandBackReason.Impossible => Texts.ReasonImpossible,
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, message: null),
        };

    public static string StateName(OrderState state) =>
        state switch
        {
            OrderState.AwaitingDispatch => Texts.StateAwaitingDispatch,
            OrderState.AwaitingAcceptance => Texts.StateAwaitingAcceptance,
            OrderState.AwaitingMaterial => Texts.StateAwaitingMaterial,
            OrderState.AwaitingRuling => Texts.StateAwaitingRuling,
            OrderState.InHand => Texts.StateInHand,
            OrderState.Completed => Texts.StateCompleted,
            OrderState.Rated => Texts.StateRated,
            OrderState.AwaitingCheck => Texts.StateAwaitingCheck,
            OrderState.Closed => Texts.StateClosed,
            OrderState.Declined => Texts.StateDeclined,
            OrderState.Converted => Texts.StateConverted,
            OrderState.Cancelled => Texts.StateCancelled,
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
        };

    /// <summary>2人，11月24日（周二）到场: what is wanted, in one line; the words themselves where neither was said.</summary>
    public static string Wanted(AssistanceOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        string?[] parts =
        [
            order.PeopleWanted is { } people ? Texts.PeopleCount.With(people) : null,
            order.WishedOn is { } day ? Texts.WishedFor.With(Moment(day, order.WishedTime)) : null,
            order.PeriodTo is { } last ? Texts.LastsUntil.With(ChinaTime.Day(last)) : null,
            order.Trainees,
            KindName(order.Kind),
        ];
        return string.Join('，', parts.OfType<string>());
    }

    /// <summary>11月24日（周二）09:00, or the day alone.</summary>
    public static string Moment(DateOnly day, TimeOnly? time) =>
        time is { } hour ? ChinaTime.Day(day) + hour.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture) : ChinaTime.Day(day);

    /// <summary>二中队老李，11月24日（周二）09:00到樊村镇.</summary>
    public static string Appointment(AssistanceOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var when = order.AgreedOn is { } day
            ? (order.Kind == OrderKind.OnSite ? Texts.ArrivesOn : Texts.AgreedFor).With(Moment(day, order.AgreedTime), order.Unit!.ShortName)
            : null;
        return string.Join('，', new[] { order.AssignedTo, when }.OfType<string>());
    }

    /// <summary>不属于本单位职权；堤防以内按河道管理条例归水行政主管部门　建议：市水务局.</summary>
    public static string Whole(HandBack handBack)
    {
        ArgumentNullException.ThrowIfNull(handBack);
        return Texts.ReasonAndBasis.With(ReasonName(handBack.Reason), Argument(handBack));
    }

    /// <summary>The basis, and the unit believed competent.</summary>
    internal static string Argument(HandBack handBack) =>
        handBack.SuggestedUnit is { } unit ? Texts.WithSuggestion.With(handBack.Basis, unit.ShortName) : handBack.Basis;

    /// <summary>The result with people, day and paper, where told.</summary>
    public static string Outcome(AssistanceOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        string?[] parts =
        [
            order.Result,
            order.PeopleSent is { } people ? Texts.SentPeople.With(people) : null,
            order.Proof == WrittenProof.HandedOver ? Texts.ProofHandedOver : null,
        ];
        return string.Join('；', parts.OfType<string>());
    }

    internal static string Excerpt(string text) => Consultations.ConsultationTitle.Cut(text.ReplaceLineEndings(" "), ExcerptLength);

    internal static string AcceptedSentence(AssistanceOrder order) =>
        Appointment(order) is { Length: > 0 } words ? Texts.HistoryAcceptedWith.With(words) : Texts.HistoryAccepted;

    internal static string SuppliedSentence(bool asked, bool words, int files) =>
        (asked, words, files) switch
        {
            (true, _, 0) => Texts.HistorySupplied,
            (true, _, _) => Texts.HistorySuppliedFiles.With(files),
            (false, _, 0) => Texts.HistoryAdded,
            (false, true, _) => Texts.HistoryAddedBoth.With(files),
            _ => Texts.HistoryAddedFiles.With(files),
        };

    internal static string VerdictSentence(RatingVerdict verdict) =>
        verdict switch
        {
            RatingVerdict.DoAgain => Texts.HistoryReopened,
            RatingVerdict.Dismiss => Texts.HistoryDismissed,
            _ => Texts.HistoryUpheld,
        };

    /// <summary>赵明 135…: whom to call at a unit, or that the directory has nobody.</summary>
    internal static string Contact(Person? person) => person is null ? Texts.NobodyThere : Consultations.Addressees.Line(person);
}
