using System.Net.WebSockets;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using SupervisionBot.Channels.Files;

namespace SupervisionBot.Channels.DirectLine;

/// <summary>
/// A socket that follows one conversation: everything after the watermark in its address, then whatever comes. One loop sends; another reads and
/// drops what the client sends, which is nothing but signs of life.
/// </summary>
internal sealed class ActivityStream(
    ConversationReader reader,
    ConversationSignals signals,
    DirectLineTokens tokens,
    FileAddresses addresses,
    IHostApplicationLifetime host
)
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(30);

    internal async Task OpenAsync(string id, string? watermark, string? t, HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest || !Watermarks.TryRead(watermark, out var from))
        {
            await DirectLineError.Bad(Texts.SocketOnly).ExecuteAsync(context);
            return;
        }

        var caller = tokens.ReadForStream(t);
        if (await DirectLineGate.RefusalAsync(caller, id, reader, context.RequestAborted) is { } refusal)
        {
            await refusal.ExecuteAsync(context);
            return;
        }

        using var socket = await context.WebSockets.AcceptWebSocketAsync();
        using var lost = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, host.ApplicationStopping);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(lost.Token);
        var frames = new Frames(socket, DirectLineGate.PublicAddress(context.Request), lost.Token);
        var reading = ReadAsync(socket, stop);
        try
        {
            await SendAsync(frames, caller!.ConversationId, from ?? 0, stop.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            // The client went away or the host stops: both are the normal end of a socket.
        }

        await reading;
        await CloseAsync(socket);
    }

    private async Task SendAsync(Frames frames, Guid conversationId, long watermark, CancellationToken cancel)
    {
        // Listen first, read after: an activity written in between is then either read or signalled.
        using var subscription = signals.Subscribe(conversationId);
        while (true)
        {
            LogPage page;
            do
            {
                page = await reader.AfterAsync(conversationId, watermark, cancel);
                if (page.Activities.Count > 0)
                {
                    await frames.SendAsync(page.ToJson(frames.PublicAddress, addresses));
                }

                watermark = page.Watermark;
            } while (page.IsFull);

            // Read again after each sign of life, too: a wake-up from another process may have been lost on its way.
            if (!await subscription.WaitAsync(KeepAlive, cancel))
            {
                await frames.SendAsync("");
            }
        }
    }

    private static async Task ReadAsync(WebSocket socket, CancellationTokenSource stop)
    {
        var buffer = new byte[256];
        try
        {
            while ((await socket.ReceiveAsync(buffer, stop.Token)).MessageType != WebSocketMessageType.Close)
            {
                // Dropped.
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            // As above: the normal end.
        }

        await stop.CancelAsync();
    }

    private static async Task CloseAsync(WebSocket socket)
    {
        if (socket.State is not (WebSocketState.Open or WebSocketState.CloseReceived))
        {
            return;
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.EndpointUnavailable, null, patience.Token);
        }
        catch (Exception gone) when (gone is OperationCanceledException or WebSocketException)
        {
            // Nobody is left to say goodbye to.
        }
    }

    /// <summary>A frame on its way is finished when the client says goodbye: giving it up would tear the socket down instead of closing it.</summary>
    private sealed record Frames(WebSocket Socket, string PublicAddress, CancellationToken Lost)
    {
        public Task SendAsync(string frame) => Socket.SendAsync(Encoding.UTF8.GetBytes(frame), WebSocketMessageType.Text, endOfMessage: true, Lost);
    }
}
