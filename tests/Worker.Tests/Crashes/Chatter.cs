using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Worker.Tests.Crashes;

/// <summary>Somebody at a web chat, over the wire.</summary>
internal sealed class Chatter : IDisposable
{
    private readonly HttpClient client;
    private string conversation = "";

    private Chatter(ChildProcess bot) => client = new HttpClient { BaseAddress = bot.Address };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Chatter> SignInAsync(ChildProcess bot, string login)
    {
        var chatter = new Chatter(bot);
        var session = await chatter.PostAsync("/demo/sign-in", new JsonObject { ["person"] = login });
        chatter.client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)session["token"]!);
        chatter.conversation = (string)(await chatter.PostAsync("/v3/directline/conversations", []))["conversationId"]!;
        return chatter;
    }

    /// <summary>Says something and returns the id it was given; the same <paramref name="key"/> is the same message sent again.</summary>
    public async Task<string> SayAsync(string text, string? key = null)
    {
        var activity = new JsonObject
        {
            ["type"] = "message",
            ["text"] = text,
            ["channelData"] = new JsonObject { ["clientActivityID"] = key ?? Guid.NewGuid().ToString() },
        };
        return (string)(await PostAsync($"/v3/directline/conversations/{conversation}/activities", activity))["id"]!;
    }

    /// <summary>Everything the bot has said in this conversation, oldest first.</summary>
    public async Task<IReadOnlyList<JsonNode>> AnswersAsync()
    {
        var answers = new List<JsonNode>();
        for (var watermark = "0"; ; )
        {
            var page = await client.GetFromJsonAsync<JsonNode>(
                new Uri($"/v3/directline/conversations/{conversation}/activities?watermark={watermark}", UriKind.Relative),
                Cancel
            );
            var activities = page!["activities"]!.AsArray();
            answers.AddRange(activities.Where(activity => (string?)activity!["from"]!["role"] == "bot")!);
            if (activities.Count == 0)
            {
                return answers;
            }

            watermark = Convert.ToString(page["watermark"]!.GetValue<object>(), CultureInfo.InvariantCulture)!;
        }
    }

    public void Dispose() => client.Dispose();

    private async Task<JsonNode> PostAsync(string path, JsonObject body)
    {
        using var answer = await client.PostAsJsonAsync(new Uri(path, UriKind.Relative), body, Cancel);
        var text = await answer.Content.ReadAsStringAsync(Cancel);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }
}
