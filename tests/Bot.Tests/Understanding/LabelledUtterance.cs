using System.Text.Json;

namespace SupervisionBot.Bot.Tests.Understanding;

/// <summary>A sentence with what a careful reader takes it to mean, from the tab-separated files in Data.</summary>
public sealed record LabelledUtterance(string Id, string Intent, string Text, JsonElement Slots)
{
    public static IReadOnlyList<LabelledUtterance> Read(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Understanding", "Data", file))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Skip(1)
            .Select(line => line.Split('\t'))
            .Select(cells => new LabelledUtterance(cells[0], cells[2], cells[3], JsonDocument.Parse(cells[4]).RootElement))
            .ToList();

    /// <summary>Whether every slot a reader expects was found with just that value. A note is for readers only.</summary>
    public bool HasSlots(JsonElement found) =>
        Slots
            .EnumerateObject()
            .Where(slot => slot.Name != "note")
            .All(slot => found.TryGetProperty(slot.Name, out var value) && JsonElement.DeepEquals(value, slot.Value));
}
