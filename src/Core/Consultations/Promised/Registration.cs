using Microsoft.Extensions.DependencyInjection;
using SupervisionBot.Core.Deadlines;

namespace SupervisionBot.Core.Consultations.Promised;

internal static class Registration
{
    public static IServiceCollection AddConsultationPromises(this IServiceCollection services) =>
        services
            .AddSingleton<IPromiseSource, ConsultationPromises>()
            .AddSingleton<IPromiseSource, MinutesPromises>()
            .AddSingleton<IPromiseSource, ResolutionPromises>();
}
