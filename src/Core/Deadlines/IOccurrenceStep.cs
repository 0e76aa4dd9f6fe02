using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Deadlines;

/// <summary>What became of an occurrence whose time had come.</summary>
/// <param name="Later">Not before this moment; null when it is settled.</param>
public readonly record struct Settlement(bool Happened, DateTimeOffset? Later = null)
{
    public static Settlement Done => new(true);

    /// <summary>It was no longer true: withdrawn, nothing happened.</summary>
    public static Settlement Untrue => new(false);

    /// <summary>It may not happen now: quiet hours, or something must come first.</summary>
    public static Settlement At(DateTimeOffset later) => new(false, later);

    public static implicit operator Settlement(bool happened) => new(happened);
}

/// <summary>Knows what one kind of occurrence does when its time has come.</summary>
public interface IOccurrenceStep
{
    /// <summary>The <see cref="Occurrence.Step"/> it settles, or the part of it before a colon.</summary>
    string Step { get; }

    /// <summary>Does it inside the open transaction, if what it hangs on is still true.</summary>
    Task<Settlement> SettleAsync(Occurrence occurrence, Work work, CancellationToken cancel);
}
