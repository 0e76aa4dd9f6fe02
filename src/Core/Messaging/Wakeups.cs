namespace SupervisionBot.Core.Messaging;

/// <summary>
/// Taps on the shoulder inside one process, after a commit: there is something to send, to answer, to show. A tap may be missed without harm;
/// whoever is tapped also looks by itself now and then.
/// </summary>
public sealed class Wakeups
{
    public event Action? OutboxGrew;

    public event Action? InboxGrew;

    /// <summary>A web chat has a new entry; the argument is the conversation's id.</summary>
    public event Action<Guid>? LogGrew;

    internal void OutboxHasGrown() => OutboxGrew?.Invoke();

    internal void InboxHasGrown() => InboxGrew?.Invoke();

    internal void LogHasGrown(Guid conversationId) => LogGrew?.Invoke(conversationId);
}

/// <summary>Names this process as the owner of leases; a new start is a new owner.</summary>
public sealed class ProcessIdentity
{
    public string Name { get; } = $"{Environment.ProcessId}-{Guid.NewGuid():N}";
}
