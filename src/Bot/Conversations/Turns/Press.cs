using System.Text.Json;
using SupervisionBot.Channels.Schema;

namespace SupervisionBot.Bot.Conversations.Turns;

/// <summary>
/// Something the person chose: by button, by number or by word. <paramref name="Sentence"/> and <paramref name="FileIds"/> are what they said when
/// the choice asked for a sentence; <paramref name="Inputs"/> are the fields of a form.
/// </summary>
internal sealed record Press(
    string Verb,
    IReadOnlyDictionary<string, string> Arguments,
    IReadOnlyDictionary<string, string> Inputs,
    string? Sentence = null,
    IReadOnlyList<Guid>? FileIds = null
)
{
    private static readonly Dictionary<string, string> None = new(StringComparer.Ordinal);

    public static Press Of(string verb, IReadOnlyDictionary<string, string>? arguments) => new(verb, arguments ?? None, None);

    /// <summary>The record or draft that is meant.</summary>
    public Guid Id => Guid.TryParse(Arguments.GetValueOrDefault("id"), out var id) ? id : Guid.Empty;

    /// <summary>The step for which the choice was drawn.</summary>
    public int? Step =>
        int.TryParse(Arguments.GetValueOrDefault("step"), System.Globalization.CultureInfo.InvariantCulture, out var step) ? step : null;

    /// <summary>The value that an argument names; null where it names none. Numbers are no names: they would pass for values that do not exist.</summary>
    public T? Named<T>(string argument)
        where T : struct, Enum => Enum.TryParse<T>(Arguments.GetValueOrDefault(argument), out var value) && Enum.IsDefined(value) ? value : null;

    /// <summary>What the pressed button read; empty when the choice was typed.</summary>
    public string Label { get; private init; } = "";

    /// <summary>Reads a pressed card button; null when the activity is none of ours.</summary>
    public static Press? From(Activity activity)
    {
        if (
            activity.Value is not { ValueKind: JsonValueKind.Object } value
            || !value.TryGetProperty("choice", out var choice)
            || choice.ValueKind != JsonValueKind.Object
            || !choice.TryGetProperty("verb", out var verb)
            || verb.ValueKind != JsonValueKind.String
        )
        {
            return null;
        }

        var arguments = choice.TryGetProperty("args", out var args) ? Strings(args) : None;
        var inputs = Strings(value);
        return new Press(verb.GetString()!, arguments, inputs) { Label = choice.TryGetProperty("label", out var label) ? label.ToString() : "" };
    }

    private static Dictionary<string, string> Strings(JsonElement element)
    {
        var strings = new Dictionary<string, string>(StringComparer.Ordinal);
        if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in element.EnumerateObject().Where(m => m.Value.ValueKind == JsonValueKind.String))
            {
                strings[member.Name] = member.Value.GetString()!;
            }
        }

        return strings;
    }
}
