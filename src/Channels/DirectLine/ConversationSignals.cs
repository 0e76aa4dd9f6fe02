using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Channels.DirectLine;

/// <summary>
/// Wakes the sockets of a conversation when its log has grown: by this process (a tap after the commit) or by another one (<see cref="LogTail"/>).
/// A wake-up says only "look again", so one too many does no harm.
/// </summary>
public sealed class ConversationSignals : IDisposable
{
    private readonly Lock guard = new();
    private readonly Dictionary<Guid, List<Subscription>> listeners = [];
    private readonly Wakeups wakeups;

    public ConversationSignals(Wakeups wakeups)
    {
        this.wakeups = wakeups;
        wakeups.LogGrew += Wake;
    }

    /// <summary>Starts listening. Subscribe first and read the backlog after, or what comes in between is lost.</summary>
    internal Subscription Subscribe(Guid conversationId)
    {
        var subscription = new Subscription(this, conversationId);
        lock (guard)
        {
            if (!listeners.TryGetValue(conversationId, out var group))
            {
                listeners[conversationId] = group = [];
            }

            group.Add(subscription);
        }
        return subscription;
    }

    /// <summary>Conversations somebody listens to at this moment.</summary>
    internal IReadOnlyList<Guid> Listening()
    {
        lock (guard)
        {
            return [.. listeners.Keys];
        }
    }

    internal void Wake(Guid conversationId)
    {
        lock (guard)
        {
            if (listeners.TryGetValue(conversationId, out var group))
            {
                group.ForEach(subscription => subscription.Signal());
            }
        }
    }

    internal void WakeAll()
    {
        foreach (var conversation in Listening())
        {
            Wake(conversation);
        }
    }

    public void Dispose() => wakeups.LogGrew -= Wake;

    private void Remove(Subscription subscription)
    {
        lock (guard)
        {
            var group = listeners[subscription.ConversationId];
            group.Remove(subscription);
            if (group.Count == 0)
            {
                listeners.Remove(subscription.ConversationId);
            }
        }
    }

    /// <summary>One listener; remembers a wake-up that comes while nobody waits. Signalled only under the owner's guard.</summary>
    internal sealed class Subscription(ConversationSignals owner, Guid conversationId) : IDisposable
    {
        private readonly SemaphoreSlim signal = new(0, 1);

        internal Guid ConversationId { get; } = conversationId;

        /// <summary>Waits for a wake-up; false when none came in time.</summary>
        internal Task<bool> WaitAsync(TimeSpan atMost, CancellationToken cancel) => signal.WaitAsync(atMost, cancel);

        internal void Signal()
        {
            if (signal.CurrentCount == 0)
            {
                signal.Release();
            }
        }

        public void Dispose()
        {
            owner.Remove(this);
            signal.Dispose();
        }
    }
}
