namespace SupervisionBot.Core.Persistence;

/// <summary>
/// Whether the database is migrated and, in demo mode, the demo county stands. Until then nothing is handled, swept or sent, and <c>/health</c>
/// says what is being waited for.
/// </summary>
public sealed class Readiness
{
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsReady => ready.Task.IsCompletedSuccessfully;

    /// <summary>What is being waited for, for the operator.</summary>
    public string WaitingFor { get; internal set; } = "start";

    public Task WaitAsync(CancellationToken cancel) => ready.Task.WaitAsync(cancel);

    internal void Ready() => ready.TrySetResult();
}
