using System.Text.Json.Nodes;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Channels.Cards;

/// <summary>Buttons of a card. A press comes back as <c>{"choice":{"verb":…,"args":{…},"n":1}}</c>, with the form's inputs beside it.</summary>
internal static class CardButtons
{
    internal static JsonObject Of(Choice choice, int number)
    {
        var label = MessageText.Numbered(choice, number);
        return choice.Url is { } url ? Open(label, url) : Submit(label, choice.Verb, choice.Arguments, number);
    }

    internal static JsonObject Submit(FormFace form) => Submitting(form.SubmitLabel, form.Verb, form.Arguments, number: 0).With("style", "positive");

    internal static JsonObject Open(string label, string url) =>
        new()
        {
            ["type"] = "Action.OpenUrl",
            ["title"] = label,
            ["url"] = url,
        };

    // A numbered choice beside a form must work although required inputs are still empty.
    private static JsonObject Submit(string label, string verb, IReadOnlyDictionary<string, string>? arguments, int number) =>
        Submitting(label, verb, arguments, number).With("associatedInputs", "none");

    private static JsonObject Submitting(string label, string verb, IReadOnlyDictionary<string, string>? arguments, int number)
    {
        var args = new JsonObject();
        foreach (var (name, value) in arguments ?? new Dictionary<string, string>())
            args[name] = value;
        var choice = new JsonObject { ["verb"] = verb, ["args"] = args };
        if (number > 0)
            choice["n"] = number;
        return new JsonObject
        {
            ["type"] = "Action.Submit",
            ["title"] = label,
            ["data"] = new JsonObject { ["choice"] = choice },
        };
    }
}
