using Microsoft.Extensions.DependencyInjection;
using SupervisionBot.Core.Search;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Shelf;

internal static class Registration
{
    public static IServiceCollection AddShelf(this IServiceCollection services) =>
        services.AddSingleton<ISearchSource, ShelfSearch>().AddUseCase<PutOnShelf, PlacedOnShelf, PutOnShelf.Handler>();
}
