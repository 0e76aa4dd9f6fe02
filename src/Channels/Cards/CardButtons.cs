using System.Text.Json.Nodes;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Channels.Cards;

/// <summary>
/// Buttons of a card. A press comes back as <c>{"choice":{"verb":…,"args":{…},"n":1,"label":"1 …","card":…}}</c>, with the form's inputs beside it.
/// </summary>
internal static class CardButtons
{
    internal static JsonObject Of(Choice choice, int number, string? activityId)
    {
        var label = MessageText.Numbered(choice, number);
        if (choice.Url is { } url)
        {
            return Open(label, url);
        }

        var data = Data(choice.Verb, choice.Arguments, activityId);
        data["n"] = number;
        data["label"] = label;
        // A numbered choice beside a form must work although required inputs are still empty.
        return Submit(label, data).With("associatedInputs", "none");
    }

    internal static JsonObject Submit(FormFace form, string? activityId) =>
        Submit(form.SubmitLabel, Data(form.Verb, form.Arguments, activityId)).With("style", "positive");

    internal static JsonObject Open(string label, string url) =>
        new()
        {
            ["type"] = "Action.OpenUrl",
            ["title"] = label,
            ["url"] = url,
        };

    private static JsonObject Submit(string label, JsonObject choice) =>
        new()
        {
            ["type"] = "Action.Submit",
            ["title"] = label,
            ["data"] = new JsonObject { ["choice"] = choice },
        };

    private static JsonObject Data(string verb, IReadOnlyDictionary<string, string>? arguments, string? activityId)
    {
        var args = new JsonObject();
        foreach (var (name, value) in arguments ?? new Dictionary<string, string>())
        {
            args[name] = value;
        }

        var choice = new JsonObject { ["verb"] = verb, ["args"] = args };
        return activityId is null ? choice : choice.With("card", activityId);
    }
}
