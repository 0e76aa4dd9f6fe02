using Microsoft.Extensions.DependencyInjection;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Resolutions;

internal static class Registration
{
    public static IServiceCollection AddResolutions(this IServiceCollection services) =>
        services
            .AddUseCase<ReportProgress, ProgressReported, ReportProgress.Handler>()
            .AddUseCase<CloseOutResolution, ResolutionClosedOut, CloseOutResolution.Handler>()
            .AddUseCase<SendBackResolution, ResolutionSentBack, SendBackResolution.Handler>();
}
