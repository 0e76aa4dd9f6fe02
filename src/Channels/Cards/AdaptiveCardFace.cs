using System.Text.Json.Nodes;
using SupervisionBot.Core;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Channels.Cards;

/// <summary>
/// The body of a card, drawn for a phone: facts as paragraphs (a FactSet leaves Chinese values a third of the screen), one full-width
/// button below the other. Only <c>Action.Submit</c> and <c>Action.OpenUrl</c>, because Web Chat cannot run <c>Action.Execute</c>.
/// </summary>
internal static class AdaptiveCardFace
{
    private const string Version = "1.5";

    internal static JsonObject Of(Message message, string? activityId)
    {
        var body = Reading(message);
        var actions = new JsonArray();
        if (message.Form is { } form)
        {
            foreach (var input in form.Fields.Select(FormInputs.Of))
            {
                body.Add(input);
            }

            actions.Add(CardButtons.Submit(form, activityId));
        }
        for (var index = 0; index < message.Choices.Count; index++)
        {
            actions.Add(CardButtons.Of(message.Choices[index], index + 1, activityId));
        }

        return Card(body, actions, message);
    }

    /// <summary>Takes inputs and submit buttons out of a drawn card and says in their place what was pressed; links stay.</summary>
    internal static JsonObject Chosen(JsonObject shown, string label)
    {
        var card = shown.DeepClone().AsObject();
        var body = card["body"]!.AsArray();
        var kept = new List<JsonNode?>();
        var line = Paragraph(Run(Texts.Chosen.With(label), weight: "Bolder", color: "Accent")).With("separator", true).With("spacing", "Medium");
        foreach (var element in body.ToList())
        {
            body.Remove(element);
            var type = (string?)element?["type"];
            if (type == "ActionSet")
            {
                kept.Add(line);
                var links = element!["actions"]!.AsArray();
                links.RemoveAll(action => (string?)action?["type"] == "Action.Submit");
                if (links.Count > 0)
                {
                    kept.Add(element);
                }
            }
            else if (type?.StartsWith("Input.", StringComparison.Ordinal) != true)
            {
                kept.Add(element);
            }
        }
        kept.ForEach(body.Add);
        return card;
    }

    private static JsonArray Reading(Message message)
    {
        var body = new JsonArray { Paragraph(Run(message.Title, weight: "Bolder")) };
        foreach (var fact in message.Facts)
        {
            body.Add(Paragraph(Run(Texts.FactLabel.With(fact.Label), subtle: true), Run(fact.Value)).With("spacing", "Small"));
        }

        var spacing = message.Facts.Count > 0 ? "Medium" : "Small";
        foreach (var line in MessageText.Lines(message.Text))
        {
            body.Add(Paragraph(Run(line.Length == 0 ? "\u00a0" : line)).With("spacing", spacing));
            spacing = "Small";
        }
        return body;
    }

    private static JsonObject Card(JsonArray body, JsonArray actions, Message message)
    {
        foreach (var file in message.Files)
        {
            actions.Add(CardButtons.Open(file.Name, file.Url));
        }

        if (actions.Count > 0)
        {
            body.Add(new JsonObject { ["type"] = "ActionSet", ["actions"] = actions }.With("spacing", "Medium"));
        }

        if (!string.IsNullOrEmpty(message.Footer))
        {
            body.Add(Paragraph(Run(message.Footer, size: "Small", subtle: true)).With("spacing", "Medium"));
        }

        return new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = Version,
            ["lang"] = "zh-CN",
            ["body"] = body,
        };
    }

    // A RichTextBlock, because a TextBlock would read what users wrote as Markdown.
    private static JsonObject Paragraph(params JsonNode?[] runs) => new() { ["type"] = "RichTextBlock", ["inlines"] = new JsonArray(runs) };

    private static JsonObject Run(string text, string? weight = null, string? color = null, string? size = null, bool subtle = false)
    {
        var run = new JsonObject { ["type"] = "TextRun", ["text"] = Inert(text) };
        if (weight is not null)
        {
            run["weight"] = weight;
        }

        if (color is not null)
        {
            run["color"] = color;
        }

        if (size is not null)
        {
            run["size"] = size;
        }

        return subtle ? run.With("isSubtle", true) : run;
    }

    // Renderers expand {{DATE(…)}} and {{TIME(…)}} in any text; a zero-width space between the braces keeps users' text as it is.
    internal static string Inert(string text) => text.Replace("{{", "{\u200b{", StringComparison.Ordinal);

    internal static JsonObject With(this JsonObject element, string name, JsonNode value)
    {
        element[name] = value;
        return element;
    }
}
