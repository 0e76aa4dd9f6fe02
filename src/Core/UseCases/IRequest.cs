namespace SupervisionBot.Core.UseCases;

/// <summary>Asks for a change and says what it answers. Run it through <see cref="UseCases"/>, nowhere else.</summary>
public interface IRequest<TResult>;

/// <summary>
/// Carries out one kind of request inside a transaction that is already open: checks everything first, then changes. It never saves, commits or
/// sends, and a refusal leaves nothing changed.
/// </summary>
public interface IHandler<in TRequest, TResult>
    where TRequest : IRequest<TResult>
{
    Task<Outcome<TResult>> HandleAsync(TRequest request, Work work, CancellationToken cancel);
}
