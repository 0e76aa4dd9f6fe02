using SupervisionBot.Channels.Schema;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Conversations.Turns;

/// <summary>
/// One turn of a conversation: what came in, the open transaction in which it is answered, and the answer. State, history, messages, the answer and
/// the mark that the message was handled commit together or not at all.
/// </summary>
internal sealed class TurnContext(Work work, Conversation conversation, Activity activity, long inboxId, OutboxWriter outbox)
{
    /// <summary>How long an addition to a draft waits for more before it is answered.</summary>
    private static readonly TimeSpan MoreMayFollow = TimeSpan.FromSeconds(3);

    public Work Work { get; } = work;
    public Conversation Conversation { get; } = conversation;
    public Activity Activity { get; } = activity;

    /// <summary>The stored message: those of a conversation are handled in the order of their ids.</summary>
    public long InboxId { get; } = inboxId;

    /// <summary>What was typed, ends trimmed; empty when only a button was pressed or a file was sent.</summary>
    public string Text { get; } = Core.Forms.PlainText.Clean(activity.Text);

    /// <summary>Its place in the log: what was written behind it had not been seen when it was said.</summary>
    public long Place { get; } = ConversationLog.PlaceOf(activity.Id!);

    /// <summary>Files that came with it, already stored.</summary>
    public IReadOnlyList<Guid> FileIds { get; } = IncomingFiles.Of(activity);

    /// <summary>Said in front of the answer, once: that a number was not carried out.</summary>
    public string? Preface { get; set; }

    /// <summary>Said beneath the answer, once: the unsent draft that still lies there.</summary>
    public string? Mention { get; set; }

    /// <summary>Answers at once.</summary>
    public void Reply(Message message) => outbox.Reply(Work.Db, Conversation.Id, Complete(message), Work.Now);

    /// <summary>Answers with a sentence.</summary>
    public void Reply(string sentence, string? more = null) => Reply(Message.Say(sentence, more));

    /// <summary>Answers when nothing more has followed for a moment; of several such answers only the last is sent.</summary>
    public Task ReplyWhenQuietAsync(Message message, string about, CancellationToken cancel) =>
        outbox.ReplyLaterAsync(Work.Db, Conversation.Id, Complete(message), Work.Now, MoreMayFollow, about, cancel);

    /// <summary>Answers at once, in the place of what still waits for quiet about the same thing.</summary>
    public async Task ReplyInsteadAsync(Message message, string about, CancellationToken cancel)
    {
        await TakeBackAsync(about, cancel);
        Reply(message);
    }

    /// <summary>Does not send what still waits for quiet about this.</summary>
    /// <returns>Whether something waited.</returns>
    public Task<bool> TakeBackAsync(string about, CancellationToken cancel) =>
        OutboxWriter.TakeBackAsync(Work.Db, Conversation.Id, Work.Now, about, cancel);

    private Message Complete(Message message)
    {
        var (preface, mention) = (Preface, Mention);
        (Preface, Mention) = (null, null);
        return message with
        {
            Title = preface + message.Title,
            Text = mention is null ? message.Text : string.Join('\n', new[] { message.Text, mention }.OfType<string>()),
        };
    }
}
