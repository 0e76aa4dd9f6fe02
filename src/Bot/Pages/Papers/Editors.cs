using System.Collections.Concurrent;

namespace SupervisionBot.Bot.Pages.Papers;

/// <summary>
/// Who has the editor of a paper open at this moment, so that two people do not write over each other unawares. Kept in memory for under a minute and
/// nowhere else: it says nothing of a person, and nobody can look it up later.
/// </summary>
internal sealed class Editors(TimeProvider machine)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(45);
    private readonly ConcurrentDictionary<(Guid Paper, Guid Person), (string Name, DateTimeOffset Until)> open = new();

    /// <summary>The editor is open in front of this person.</summary>
    /// <returns>The names of the others.</returns>
    public IReadOnlyList<string> Enter(Guid paper, Guid person, string name)
    {
        var now = machine.GetUtcNow();
        foreach (var entry in open.Where(e => e.Value.Until <= now))
        {
            open.TryRemove(entry);
        }

        open[(paper, person)] = (name, now + Lifetime);
        return [.. open.Where(e => e.Key.Paper == paper && e.Key.Person != person).Select(e => e.Value.Name).Order(StringComparer.Ordinal)];
    }

    public void Leave(Guid paper, Guid person) => open.TryRemove((paper, person), out _);
}
