using System.Text.Json;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>A button as the client got it: what it reads, and what a press sends back or opens.</summary>
internal sealed record Button(string Label, JsonElement? Data, string? Url = null);

/// <summary>A message of the bot as the client got it, card or text.</summary>
internal sealed record Heard(string Id, string Text, IReadOnlyList<Button> Buttons, IReadOnlyDictionary<string, string> Inputs)
{
    /// <summary>The first line, as a notification shows it.</summary>
    public string Title => Text.Split('\n')[0];

    /// <summary>What the buttons read, without their numbers.</summary>
    public IReadOnlyList<string> Labels => [.. Buttons.Select(b => b.Label[(b.Label.IndexOf(' ', StringComparison.Ordinal) + 1)..])];

    public static Heard Of(JsonElement activity)
    {
        var id = activity.GetProperty("id").GetString()!;
        if (!activity.TryGetProperty("attachments", out var attachments))
        {
            return new Heard(id, activity.GetProperty("text").GetString()!, [], new Dictionary<string, string>(StringComparer.Ordinal));
        }

        var body = attachments[0].GetProperty("content").GetProperty("body").EnumerateArray().ToList();
        return new Heard(
            id,
            string.Join('\n', body.Where(e => Type(e) == "RichTextBlock").Select(Line)),
            [.. body.Where(e => Type(e) == "ActionSet").SelectMany(e => e.GetProperty("actions").EnumerateArray()).Select(Pressable)],
            body.Where(e => Type(e)!.StartsWith("Input.", StringComparison.Ordinal))
                .ToDictionary(
                    e => e.GetProperty("id").GetString()!,
                    e => e.TryGetProperty("value", out var value) ? value.GetString()! : "",
                    StringComparer.Ordinal
                )
        );
    }

    private static string? Type(JsonElement element) => element.GetProperty("type").GetString();

    private static string Line(JsonElement paragraph) =>
        string.Concat(paragraph.GetProperty("inlines").EnumerateArray().Select(run => run.GetProperty("text").GetString()));

    private static Button Pressable(JsonElement action) =>
        new(
            action.GetProperty("title").GetString()!,
            action.TryGetProperty("data", out var data) ? data.Clone() : null,
            action.TryGetProperty("url", out var url) ? url.GetString() : null
        );
}
