using Microsoft.Extensions.Configuration;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.CrashHost;

/// <summary>A platform at <c>Platform:Address</c>: each message is a POST to its key, and is delivered once that has been answered.</summary>
internal sealed class LoopbackSender(IConfiguration configuration) : IMessageSender, IDisposable
{
    private readonly HttpClient client = new() { BaseAddress = new Uri(configuration["Platform:Address"]!) };

    public string ChannelId => "loopback";

    public bool DropsDuplicates => configuration.GetValue<bool>("Platform:DropsDuplicates");

    public async Task<SendResult> SendAsync(Conversation conversation, string key, Message message, CancellationToken cancel)
    {
        using var body = new StringContent(message.Title);
        using var answer = await client.PostAsync(new Uri(key, UriKind.Relative), body, cancel);
        return answer.IsSuccessStatusCode ? SendResult.Delivered : SendResult.TryLater;
    }

    public void Dispose() => client.Dispose();
}
