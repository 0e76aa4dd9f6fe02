using Microsoft.Extensions.DependencyInjection;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations;

internal static class Registration
{
    public static IServiceCollection AddConsultations(this IServiceCollection services) =>
        services
            .AddUseCase<StartConsultation, ConsultationStarted, StartConsultation.Handler>()
            .AddUseCase<ReleaseConsultation, ConsultationReleased, ReleaseConsultation.Handler>();
}
