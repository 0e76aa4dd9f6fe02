using System.Text.Json;

namespace SupervisionBot.Bot.Understanding;

/// <summary>Names of an enumeration's members as the text files write them: StartConsultation is start_consultation.</summary>
internal static class SnakeCase
{
    /// <summary>All names, in the order of the members' values.</summary>
    public static string[] NamesOf<T>()
        where T : struct, Enum => [.. Enum.GetNames<T>().Select(JsonNamingPolicy.SnakeCaseLower.ConvertName)];
}
