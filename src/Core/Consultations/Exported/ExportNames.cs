namespace SupervisionBot.Core.Consultations.Exported;

/// <summary>Short words for a column, without persons and days: they must sort and count.</summary>
internal static class ExportNames
{
    public static string Of(ConsultationState state) =>
        state switch
        {
            ConsultationState.AwaitingRelease => Texts.AwaitingRelease,
            ConsultationState.SentBack => Texts.SentBack,
            ConsultationState.AwaitingAdmission => Texts.AwaitingAdmission,
            ConsultationState.ReturnedForCompletion => Texts.Returned,
            ConsultationState.SeekingViews => Texts.SeekingViews,
            ConsultationState.AwaitingSession => Texts.AwaitingSession,
            ConsultationState.Scheduled => Texts.Scheduled,
            ConsultationState.Heard => Texts.Heard,
            ConsultationState.MinutesDrafted => Texts.MinutesDrafted,
            ConsultationState.Concluded => Texts.Concluded,
            ConsultationState.ConvertedToOrder => Texts.Converted,
            ConsultationState.Cancelled => Texts.Cancelled,
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
        };

    public static string? Of(AdmissionRoute? route) =>
        route switch
        {
            null => null,
            AdmissionRoute.WrittenViews => Texts.RouteViews,
            AdmissionRoute.RegularSession => Texts.RouteRegular,
            AdmissionRoute.OwnSession => Texts.RouteOwn,
            _ => throw new ArgumentOutOfRangeException(nameof(route), route, message: null),
        };
}
