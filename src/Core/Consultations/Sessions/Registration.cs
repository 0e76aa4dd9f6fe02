using Microsoft.Extensions.DependencyInjection;

namespace SupervisionBot.Core.Consultations.Sessions;

internal static class Registration
{
    public static IServiceCollection AddSessions(this IServiceCollection services) => services;
}
