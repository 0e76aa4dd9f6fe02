using Microsoft.Extensions.DependencyInjection;
using SupervisionBot.Core.Search;

namespace SupervisionBot.Core.Consultations.Searched;

internal static class Registration
{
    public static IServiceCollection AddConsultationSearch(this IServiceCollection services) =>
        services
            .AddSingleton<ISearchSource, ConsultationSearch>()
            .AddSingleton<ISearchSource, SessionSearch>()
            .AddSingleton<ISearchSource, MinutesSearch>()
            .AddSingleton<ISearchSource, ResolutionSearch>();
}
