using Microsoft.Extensions.DependencyInjection;

namespace SupervisionBot.Core.UseCases;

/// <summary>One line of the table from request to handler.</summary>
public abstract record UseCaseEntry(Type Request);

internal abstract record UseCaseEntry<TResult>(Type Request) : UseCaseEntry(Request)
{
    public abstract Task<Outcome<TResult>> HandleAsync(IRequest<TResult> request, Work work, CancellationToken cancel);
}

internal sealed record UseCaseEntry<TRequest, TResult>(IHandler<TRequest, TResult> Handler) : UseCaseEntry<TResult>(typeof(TRequest))
    where TRequest : IRequest<TResult>
{
    public override Task<Outcome<TResult>> HandleAsync(IRequest<TResult> request, Work work, CancellationToken cancel) =>
        Handler.HandleAsync((TRequest)request, work, cancel);
}

internal static class UseCaseRegistration
{
    /// <summary>Registers a handler under its request.</summary>
    public static IServiceCollection AddUseCase<TRequest, TResult, THandler>(this IServiceCollection services)
        where TRequest : IRequest<TResult>
        where THandler : class, IHandler<TRequest, TResult> =>
        services
            .AddSingleton<THandler>()
            .AddSingleton<UseCaseEntry>(provider => new UseCaseEntry<TRequest, TResult>(provider.GetRequiredService<THandler>()));
}
