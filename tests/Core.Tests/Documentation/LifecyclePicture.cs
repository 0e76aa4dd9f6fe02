using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Tests.Documentation;

/// <summary>Draws a lifecycle for the documentation: a picture of the moves, and below it who may do what.</summary>
internal static class LifecyclePicture
{
    public static string Of<TRecord, TState, TAction>(Lifecycle<TRecord, TState, TAction> lifecycle)
        where TRecord : ILifecycleRecord<TState>
        where TState : struct, Enum
        where TAction : struct, Enum
    {
        var rows = lifecycle.Rows;
        var moves = rows.Where(row => !row.From.Equals(row.To))
            .GroupBy(row => (row.From, row.To))
            .Select(arrow => $"    {arrow.Key.From} --> {arrow.Key.To}: {Names(arrow.Select(row => row.Action))}");
        var deeds = rows.GroupBy(row =>
                (row.Action, Who: row.Who.Name, Guarded: row.Guard is not null, To: row.From.Equals(row.To) ? (TState?)null : row.To)
            )
            .Select(deed =>
            {
                var who = deed.Key.Guarded ? $"{deed.Key.Who}, if the guard allows" : deed.Key.Who;
                return $"| {deed.Key.Action} | {who} | {Names(deed.Select(row => row.From))} | {deed.Key.To?.ToString() ?? "the same"} |";
            });
        return string.Join(
            '\n',
            [
                "```mermaid",
                "stateDiagram-v2",
                $"    [*] --> {rows[0].From}",
                .. moves,
                "```",
                "",
                "| action | who | in | leads to |",
                "|---|---|---|---|",
                .. deeds,
            ]
        );
    }

    private static string Names<T>(IEnumerable<T> values) => string.Join(", ", values.Distinct());
}
