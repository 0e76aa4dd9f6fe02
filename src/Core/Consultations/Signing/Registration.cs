using Microsoft.Extensions.DependencyInjection;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Signing;

internal static class Registration
{
    public static IServiceCollection AddSigning(this IServiceCollection services) =>
        services
            .AddUseCase<EditMinutes, MinutesEdited, EditMinutes.Handler>()
            .AddUseCase<SendForCountersign, CountersignSent, SendForCountersign.Handler>()
            .AddUseCase<CountersignMinutes, MinutesCountersigned, CountersignMinutes.Handler>()
            .AddUseCase<SubmitMinutes, MinutesSubmitted, SubmitMinutes.Handler>()
            .AddUseCase<CloseCountersign, MinutesSubmitted, CloseCountersign.Handler>()
            .AddUseCase<SignOffMinutes, MinutesSigned, SignOffMinutes.Handler>()
            .AddUseCase<SignOffOnBehalf, MinutesSigned, SignOffOnBehalf.Handler>()
            .AddUseCase<RevokeSignOff, SignOffRevoked, RevokeSignOff.Handler>()
            .AddUseCase<SendBackMinutes, MinutesSentBack, SendBackMinutes.Handler>()
            .AddUseCase<IssueMinutes, MinutesIssued, IssueMinutes.Handler>()
            .AddSingleton<IOccurrenceStep, CountersignLimit>()
            .AddSingleton<IOccurrenceStep, AskingAfresh>();
}
