using System.Net;
using System.Net.Http.Headers;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using SupervisionBot.Channels.DirectLine;
using Xunit;

namespace SupervisionBot.Channels.Tests.DirectLine;

/// <summary>A Direct Line client of one person, as close to the wire as the tests need it.</summary>
internal sealed class Chat
{
    private readonly DirectLineHost host;

    private Chat(DirectLineHost host, WebChatSession session)
    {
        this.host = host;
        Token = session.Token;
        UserId = session.UserId;
    }

    public string Token { get; set; }
    public string UserId { get; }
    public string Id { get; private set; } = "";
    public string StreamUrl { get; private set; } = "";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Chat> StartAsync(DirectLineHost host, WebChatSession session)
    {
        var chat = new Chat(host, session);
        var started = await chat.JsonAsync(HttpMethod.Post, "conversations", HttpStatusCode.Created);
        chat.Id = (string)started["conversationId"]!;
        chat.StreamUrl = (string)started["streamUrl"]!;
        return chat;
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, HttpContent? content = null, string? origin = null)
    {
        using var request = new HttpRequestMessage(method, new Uri($"/v3/directline/{path}", UriKind.Relative)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        if (origin is not null)
        {
            request.Headers.Add("Origin", origin);
        }

        return await host.Client.SendAsync(request, Cancel);
    }

    public async Task<JsonNode> JsonAsync(HttpMethod method, string path, HttpStatusCode expected = HttpStatusCode.OK, HttpContent? content = null)
    {
        using var answer = await SendAsync(method, path, content);
        var body = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.StatusCode == expected, $"{answer.StatusCode}: {body}");
        return JsonNode.Parse(body)!;
    }

    public Task<HttpResponseMessage> PostAsync(string json) => SendAsync(HttpMethod.Post, $"conversations/{Id}/activities", Body(json));

    /// <summary>Says something and returns the id it was given.</summary>
    public async Task<string> SayAsync(string text, string? clientId = null)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["text"] = text,
            ["channelData"] = new JsonObject { ["clientActivityID"] = clientId ?? Guid.NewGuid().ToString() },
        };
        var answer = await JsonAsync(HttpMethod.Post, $"conversations/{Id}/activities", content: Body(activity.ToJsonString()));
        return (string)answer["id"]!;
    }

    public Task<JsonNode> ActivitiesAsync(string watermark = "") => JsonAsync(HttpMethod.Get, $"conversations/{Id}/activities?watermark={watermark}");

    public Task<HttpResponseMessage> UploadAsync(string? activity, params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent();
        if (activity is not null)
        {
            Add(form, "activity", "blob", "application/vnd.microsoft.activity", Encoding.UTF8.GetBytes(activity));
        }

        foreach (var (name, content) in files)
        {
            Add(form, "file", name, "application/octet-stream", content);
        }

        return SendAsync(HttpMethod.Post, $"conversations/{Id}/upload?userId={UserId}", form);
    }

    public async Task<ClientWebSocket> ConnectAsync(string? url = null, string? origin = null)
    {
        var socket = new ClientWebSocket();
        if (origin is not null)
        {
            socket.Options.SetRequestHeader("Origin", origin);
        }

        await socket.ConnectAsync(new Uri(url ?? StreamUrl), Cancel);
        return socket;
    }

    /// <summary>The activities of the next frame that holds any.</summary>
    public static async Task<IReadOnlyList<JsonNode>> FrameAsync(ClientWebSocket socket)
    {
        using var frame = new MemoryStream();
        var buffer = new byte[16 * 1024];
        WebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer, Cancel);
            await frame.WriteAsync(buffer.AsMemory(0, part.Count), Cancel);
        } while (!part.EndOfMessage || (frame.Length == 0 && part.MessageType == WebSocketMessageType.Text));

        return [.. JsonNode.Parse(frame.ToArray())!["activities"]!.AsArray()!];
    }

    public static StringContent Body(string json) => new(json, Encoding.UTF8, "application/json");

    // Browsers write file names as raw UTF-8, which HttpClient would encode.
    private static void Add(MultipartFormDataContent form, string part, string name, string type, byte[] content)
    {
        var body = new ByteArrayContent(content);
        body.Headers.TryAddWithoutValidation(
            "Content-Disposition",
            $"form-data; name=\"{part}\"; filename=\"{Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(name))}\""
        );
        body.Headers.TryAddWithoutValidation("Content-Type", type);
        form.Add(body);
    }
}
