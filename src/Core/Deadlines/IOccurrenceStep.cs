using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Deadlines;

/// <summary>Knows what one kind of occurrence does when its time has come.</summary>
public interface IOccurrenceStep
{
    /// <summary>The <see cref="Occurrence.Step"/> it settles.</summary>
    string Step { get; }

    /// <summary>Does it inside the open transaction, if what it hangs on is still true.</summary>
    /// <returns>False when it is no longer true: the occurrence is withdrawn and nothing happens.</returns>
    Task<bool> SettleAsync(Occurrence occurrence, Work work, CancellationToken cancel);
}
