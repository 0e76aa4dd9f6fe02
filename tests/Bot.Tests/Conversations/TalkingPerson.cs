using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>Somebody at the web chat, through the real Direct Line endpoints: says, presses, sends, and reads what comes. Counts what it costs them.</summary>
internal sealed class TalkingPerson
{
    private readonly BotHost bot;
    private readonly HttpClient client;
    private readonly string conversation;
    private readonly Dictionary<string, Heard> heard = new(StringComparer.Ordinal);
    private readonly List<string> order = [];
    private string watermark;

    private TalkingPerson(BotHost bot, HttpClient client, string conversation, string watermark)
    {
        this.bot = bot;
        this.client = client;
        this.conversation = conversation;
        this.watermark = watermark;
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Messages sent and buttons pressed so far: what conversation.md counts.</summary>
    public int Actions { get; private set; }

    /// <summary>What the bot has said since the person came, oldest first; a card that was replaced stands as it is now.</summary>
    public IReadOnlyList<Heard> Heard => order.ConvertAll(id => heard[id]);

    /// <summary>What was said last.</summary>
    public Heard Last => Heard.Count > 0 ? Heard[^1] : throw new InvalidOperationException("Nothing has been said.");

    public static async Task<TalkingPerson> EnterAsync(BotHost bot, string login)
    {
        var caller = bot.CreateClient();
        using var entered = await caller.PostAsJsonAsync(new Uri("/demo/sign-in", UriKind.Relative), new { person = login }, Cancel);
        var token = (await entered.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("token").GetString();
        caller.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using var started = await caller.PostAsync(new Uri("/v3/directline/conversations", UriKind.Relative), null, Cancel);
        var talk = (await started.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("conversationId").GetString()!;
        var person = new TalkingPerson(bot, caller, talk, "0");
        await person.ListenAsync();
        person.order.Clear();
        person.heard.Clear();
        return person;
    }

    /// <summary>Says something and waits for the answer.</summary>
    public async Task<Heard> SayAsync(string text)
    {
        await PostAsync(text);
        return await AnswerAsync();
    }

    /// <summary>Says something and does not wait.</summary>
    /// <param name="text">What is said.</param>
    /// <param name="key">The client's own id of the message; the same one means the same message sent again.</param>
    public async Task PostAsync(string text, string? key = null)
    {
        Actions++;
        using var answer = await PostAsync(new JsonObject { ["type"] = "message", ["text"] = text }, key);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>Presses a button of the last message that has it, and waits for the answer.</summary>
    public async Task<Heard> PressAsync(string label)
    {
        await TapAsync(label);
        return await AnswerAsync();
    }

    /// <summary>Presses a button and does not wait.</summary>
    public Task TapAsync(string label) => TapAsync(Find(label), null);

    /// <summary>Presses a button, perhaps of a card that has long been replaced, with what was filled in beside it.</summary>
    public async Task<Heard> PressAsync(Button button, IReadOnlyDictionary<string, string>? inputs = null)
    {
        await TapAsync(button, inputs);
        return await AnswerAsync();
    }

    /// <summary>The button that reads so, in the last message that has one.</summary>
    public Button Find(string label) =>
        Enumerable.Reverse(Heard).SelectMany(m => m.Buttons).FirstOrDefault(b => b.Label.EndsWith(label, StringComparison.Ordinal))
        ?? throw new InvalidOperationException($"No button reads {label}: {(Heard.Count > 0 ? Last : null)}");

    /// <summary>Sends pictures without a word and waits for the answer.</summary>
    public async Task<Heard> SendPicturesAsync(int count, string? text = null)
    {
        Actions++;
        using var form = new MultipartFormDataContent();
        var activity = new JsonObject { ["type"] = "message", ["text"] = text }.ToJsonString();
        using var said = new StringContent(activity, System.Text.Encoding.UTF8, "application/vnd.microsoft.activity");
        form.Add(said, "activity", "blob");
        for (var i = 1; i <= count; i++)
        {
            var picture = new ByteArrayContent([0xFF, 0xD8, 0xFF, 0xE0]);
            picture.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
            form.Add(picture, "file", $"现场{i}.jpg");
        }

        using var answer = await client.PostAsync(Address("upload"), form, Cancel);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await AnswerAsync();
    }

    /// <summary>Sends any activity as a client might make it.</summary>
    public async Task<HttpResponseMessage> PostAsync(JsonObject activity, string? key = null)
    {
        activity["channelData"] = new JsonObject { ["clientActivityID"] = key ?? Guid.NewGuid().ToString("N") };
        using var content = new StringContent(activity.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        return await client.PostAsync(Address("activities"), content, Cancel);
    }

    /// <summary>Lets the bot answer everything and reads it.</summary>
    public async Task<Heard> AnswerAsync()
    {
        await bot.SettleAsync();
        await ListenAsync();
        return Last;
    }

    /// <summary>Reads what has come meanwhile.</summary>
    /// <returns>What was new, oldest first.</returns>
    public async Task<IReadOnlyList<Heard>> ListenAsync()
    {
        var before = order.Count;
        while (true)
        {
            var page = await client.GetFromJsonAsync<JsonElement>($"{Address("activities")}?watermark={watermark}", Cancel);
            watermark = page.GetProperty("watermark").GetString()!;
            var activities = page.GetProperty("activities").EnumerateArray().ToList();
            foreach (var activity in activities.Where(a => a.GetProperty("from").GetProperty("role").GetString() == "bot"))
            {
                var message = Conversations.Heard.Of(activity);
                if (!heard.ContainsKey(message.Id))
                {
                    order.Add(message.Id);
                }

                heard[message.Id] = message;
            }

            if (activities.Count == 0)
            {
                return [.. Heard.Skip(before)];
            }
        }
    }

    private async Task TapAsync(Button button, IReadOnlyDictionary<string, string>? inputs)
    {
        Actions++;
        var value = JsonNode.Parse(button.Data!.Value.GetRawText())!.AsObject();
        foreach (var (name, entered) in inputs ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            value[name] = entered;
        }

        using var answer = await PostAsync(new JsonObject { ["type"] = "message", ["value"] = value });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private Uri Address(string what) => new($"/v3/directline/conversations/{conversation}/{what}", UriKind.Relative);
}
