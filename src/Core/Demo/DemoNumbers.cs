using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Demo;

/// <summary>Counts the numbers given in the demo's past, so that the database hands out the next ones.</summary>
internal sealed class DemoNumbers
{
    private readonly Dictionary<(string Kind, int Year), NumberCounter> counters = [];

    public string Take(string kind, int year) => RecordNumber.Format(kind, year, TakeSequence(kind, year));

    public int TakeSequence(string kind, int year)
    {
        if (!counters.TryGetValue((kind, year), out var counter))
        {
            counters.Add((kind, year), counter = new NumberCounter { Kind = kind, Year = year });
        }

        return ++counter.Last;
    }

    /// <summary>Adds the counters as they stand.</summary>
    public void AddTo(WorkDb db) => db.AddRange(counters.Values);
}
