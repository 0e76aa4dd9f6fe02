using System.Text.Json.Nodes;
using SupervisionBot.Core;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Channels.Cards;

/// <summary>One field of a form as an input with label, required mark and the sentence shown when it is left empty.</summary>
internal static class FormInputs
{
    private const int CompactFrom = 6;

    internal static JsonObject Of(FormFaceField field)
    {
        var input = new JsonObject
        {
            ["type"] = TypeOf(field.Kind),
            ["id"] = field.Key,
            ["label"] = AdaptiveCardFace.Inert(field.Label),
            ["spacing"] = "Medium",
        };
        if (!string.IsNullOrEmpty(field.Value))
        {
            input["value"] = field.Value;
        }

        if (field.Required)
        {
            input.With("isRequired", true).With("errorMessage", Texts.Required.With(field.Label));
        }

        return field.Kind switch
        {
            FieldKind.Text => WithLimit(input, field),
            FieldKind.LongText => WithLimit(input, field).With("isMultiline", true),
            FieldKind.Choice => WithOptions(input, field).With("style", field.Options.Count >= CompactFrom ? "compact" : "expanded"),
            FieldKind.MultiChoice => WithOptions(input, field).With("isMultiSelect", true).With("style", "expanded"),
            _ => input,
        };
    }

    private static string TypeOf(FieldKind kind) =>
        kind switch
        {
            FieldKind.Choice or FieldKind.MultiChoice => "Input.ChoiceSet",
            FieldKind.Date => "Input.Date",
            FieldKind.Time => "Input.Time",
            _ => "Input.Text",
        };

    private static JsonObject WithLimit(JsonObject input, FormFaceField field) =>
        field.MaxLength > 0 ? input.With("maxLength", field.MaxLength) : input;

    private static JsonObject WithOptions(JsonObject input, FormFaceField field)
    {
        var choices = new JsonArray();
        foreach (var option in field.Options)
        {
            choices.Add(new JsonObject { ["title"] = AdaptiveCardFace.Inert(option.Label), ["value"] = option.Value });
        }

        return input.With("choices", choices).With("wrap", true);
    }
}
