using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Bot.Conversations;

/// <summary>
/// The directory for understanding what people write, kept for half a minute (machine clock): a turn must not read every unit again, and a correction
/// must hold soon.
/// </summary>
internal sealed class Names(TimeProvider machine)
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(30);
    private volatile Kept? kept;

    /// <summary>Finds units and matters in a text; keys are record ids.</summary>
    public async Task<Gazetteer> GazetteerAsync(WorkDb db, CancellationToken cancel)
    {
        var now = machine.GetUtcNow();
        if (kept is { } known && now - known.At < Life)
        {
            return known.Directory.Gazetteer;
        }

        var directory = await UnitDirectory.LoadAsync(db, cancel);
        kept = new Kept(directory, now);
        return directory.Gazetteer;
    }

    /// <summary>Units named in the text, in order of appearance, each once.</summary>
    public async Task<IReadOnlyList<Guid>> UnitsInAsync(WorkDb db, string text, CancellationToken cancel) =>
        [.. (await GazetteerAsync(db, cancel)).FindUnits(text).Select(m => Guid.Parse(m.Value.Key)).Distinct()];

    private sealed record Kept(UnitDirectory Directory, DateTimeOffset At);
}
