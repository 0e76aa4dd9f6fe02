using Microsoft.Extensions.DependencyInjection;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Search;

internal static class Registration
{
    public static IServiceCollection AddSearch(this IServiceCollection services) =>
        services
            .AddSingleton<SearchFollower>()
            .AddSingleton<IBeforeCommit>(provider => provider.GetRequiredService<SearchFollower>())
            .AddSingleton<RecordSearch>()
            .AddSingleton(provider => new SearchRebuild(
                provider.GetRequiredService<Database>(),
                provider.GetServices<ISearchSource>(),
                provider.GetRequiredService<SearchFollower>()
            ))
            .AddHostedService<SearchStartup>();
}
