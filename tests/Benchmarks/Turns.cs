using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace SupervisionBot.Benchmarks;

/// <summary>
/// Turns that write a record, over the real Direct Line endpoint: a sentence makes a draft, “1” sends it off as a consultation. Each is measured from the
/// request until the answer stands in the log. Beside it, in the same run: a bare endpoint that takes the same activity and answers an id.
/// </summary>
internal static class Turns
{
    private const string Clerk = "lihaiying";
    private const string Sentence = "汾河滩有人夜里挖砂，水务局说归自规局，自规局说归水务局，想请专班开个会";
    private const int WarmUp = 50;

    public static async Task MeasureAsync(int count)
    {
        var folder = Directory.CreateTempSubdirectory("supervisionbot-bench-");
        await using (var bot = await RunningBot.StartAsync(folder.FullName))
        {
            using var talk = await Talk.BeginAsync(bot.Client);
            await talk.RunAsync(WarmUp);
            Console.WriteLine($"memory before: {bot.ResidentMegabytes:F0} MB resident");
            var turns = await talk.RunAsync(count);
            Console.WriteLine($"memory after {count} turns: {bot.ResidentMegabytes:F0} MB resident (bar: 300 MB)");
            var bare = await BareAsync(count);
            Report("draft turn (sentence)", [.. turns.Where((_, index) => index % 2 == 0)]);
            Report("record turn (sent off)", [.. turns.Where((_, index) => index % 2 == 1)]);
            Report("bare endpoint", bare);
            Console.WriteLine($"ratio of medians, record turn to bare endpoint: {Median([.. turns.Where((_, i) => i % 2 == 1)]) / Median(bare):F0}");
        }

        folder.Delete(recursive: true);
    }

    private static async Task<IReadOnlyList<double>> BareAsync(int count)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var app = builder.Build();
        app.MapPost("/activities", (JsonObject activity) => Results.Json(new { id = activity.Count }));
        await app.StartAsync();
        using var client = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        var times = new List<double>();
        for (var turn = -WarmUp; turn < count; turn++)
        {
            var since = Stopwatch.GetTimestamp();
            using var answer = await client.PostAsJsonAsync(new Uri("/activities", UriKind.Relative), Talk.Message(Sentence));
            await answer.Content.ReadAsByteArrayAsync();
            if (turn >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
            }
        }

        return times;
    }

    private static void Report(string what, IReadOnlyList<double> times) =>
        Console.WriteLine(
            $"{what, -24} {times.Count, 6} turns, median {Median(times):F2} ms, p95 {At(times, 0.95):F2} ms, {1000 / times.Average():F0} per second one after the other"
        );

    private static double Median(IReadOnlyList<double> times) => At(times, 0.5);

    private static double At(IReadOnlyList<double> times, double share) => times.Order().ElementAt((int)(times.Count * share));

    /// <summary>Sends over HTTP and listens on the stream, as the official web chat does.</summary>
    private sealed class Talk(HttpClient client, Uri activities, ClientWebSocket stream) : IDisposable
    {
        private readonly byte[] frame = new byte[1 << 16];

        public static async Task<Talk> BeginAsync(HttpClient client)
        {
            var session = await PostAsync(client, "/demo/sign-in", new JsonObject { ["person"] = Clerk });
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)session["token"]!);
            var conversation = await PostAsync(client, "/v3/directline/conversations", []);
            var stream = new ClientWebSocket();
            await stream.ConnectAsync(new Uri((string)conversation["streamUrl"]!), CancellationToken.None);
            return new Talk(client, new Uri($"/v3/directline/conversations/{conversation["conversationId"]}/activities", UriKind.Relative), stream);
        }

        public void Dispose() => stream.Dispose();

        /// <summary>Sentence and “1” in turn; milliseconds of each.</summary>
        public async Task<IReadOnlyList<double>> RunAsync(int count)
        {
            var times = new List<double>(count);
            for (var turn = 0; turn < count; turn++)
            {
                var since = Stopwatch.GetTimestamp();
                await PostAsync(client, activities.ToString(), Message(turn % 2 == 0 ? Sentence : "1"));
                while (!await IsAnsweredAsync())
                {
                    // The echo of the sentence comes first.
                }

                times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
            }

            return times;
        }

        public static JsonObject Message(string text) =>
            new()
            {
                ["type"] = "message",
                ["text"] = text,
                ["channelData"] = new JsonObject { ["clientActivityID"] = Guid.NewGuid().ToString() },
            };

        private async Task<bool> IsAnsweredAsync()
        {
            var length = 0;
            ValueWebSocketReceiveResult part;
            do
            {
                part = await stream.ReceiveAsync(frame.AsMemory(length), CancellationToken.None);
                length += part.Count;
            } while (!part.EndOfMessage);
            return length > 0
                && JsonNode.Parse(frame.AsSpan(0, length))!["activities"]!.AsArray().Any(activity => (string?)activity!["from"]!["role"] == "bot");
        }

        private static async Task<JsonNode> PostAsync(HttpClient client, string path, JsonObject body)
        {
            using var answer = await client.PostAsJsonAsync(new Uri(path, UriKind.Relative), body);
            answer.EnsureSuccessStatusCode();
            return (await answer.Content.ReadFromJsonAsync<JsonNode>())!;
        }
    }
}
