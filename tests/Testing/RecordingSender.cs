using System.Collections.Concurrent;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Testing;

/// <summary>A platform that keeps what it is sent. Scripted answers are given first, then everything is delivered.</summary>
public sealed class RecordingSender(string channelId = "recording") : IMessageSender
{
    private readonly ConcurrentQueue<Sent> sent = new();
    private readonly ConcurrentQueue<Func<SendResult>> script = new();

    public string ChannelId { get; } = channelId;
    public bool DropsDuplicates { get; init; }

    /// <summary>Everything that reached the platform, in order, with attempts it refused.</summary>
    public IReadOnlyList<Sent> Attempts => [.. sent];

    /// <summary>What people on the platform saw.</summary>
    public IReadOnlyList<Message> Delivered => [.. sent.Where(s => s.Result == SendResult.Delivered).Select(s => s.Message)];

    /// <summary>The next attempt that has no answer yet gets this one.</summary>
    public void AnswerNext(SendResult result) => script.Enqueue(() => result);

    /// <summary>The next attempt that has no answer yet ends in this exception; throw anything to play a process that dies while sending.</summary>
    public void FailNext(Exception failure) => script.Enqueue(() => throw failure);

    public Task<SendResult> SendAsync(Conversation conversation, string key, Message message, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        var result = script.TryDequeue(out var answer) ? answer() : SendResult.Delivered;
        sent.Enqueue(new Sent(conversation.PersonId, key, message, result));
        return Task.FromResult(result);
    }

    public sealed record Sent(Guid PersonId, string Key, Message Message, SendResult Result);
}
