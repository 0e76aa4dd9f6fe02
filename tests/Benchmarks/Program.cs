using System.Globalization;
using SupervisionBot.Benchmarks;

// How fast, how big, how soon: figures for the bars of the design. Run with:
// dotnet run -c Release --project tests/Benchmarks -- turns|start|memory|documents|calendar|sweep|outbox|search|export|orders
CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
switch (args)
{
    case ["turns", .. var rest]:
        await Turns.MeasureAsync(Count(rest, 1_000));
        return 0;
    case ["memory", .. var rest]:
        await Turns.MeasureAsync(Count(rest, 10_000));
        return 0;
    case ["start"]:
        await Starts.MeasureAsync();
        return 0;
    case ["documents"]:
        Documents.Measure();
        return 0;
    case ["calendar"]:
        Sums.Measure();
        return 0;
    case ["sweep"]:
        await Sweeps.MeasureAsync();
        return 0;
    case ["outbox"]:
        await Deliveries.MeasureAsync();
        return 0;
    case ["orders"]:
        await Orders.MeasureAsync();
        return 0;
    case ["search"]:
        await Searches.MeasureAsync();
        return 0;
    case ["export"]:
        await Exports.MeasureAsync();
        return 0;
    default:
        await Console.Error.WriteLineAsync(
            "usage: turns [COUNT] | memory [COUNT] | start | documents | calendar | sweep | outbox | search | export | orders"
        );
        return 2;
}

static int Count(string[] rest, int otherwise) => rest is [var count] ? int.Parse(count, CultureInfo.InvariantCulture) : otherwise;
