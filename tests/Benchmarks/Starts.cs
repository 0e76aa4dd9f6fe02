namespace SupervisionBot.Benchmarks;

/// <summary>Process start to the first healthy <c>/health</c>: first with an empty data folder, then with the database that is there.</summary>
internal static class Starts
{
    private const int Runs = 3;

    public static async Task MeasureAsync()
    {
        for (var run = 1; run <= Runs; run++)
        {
            var folder = Directory.CreateTempSubdirectory("supervisionbot-bench-");
            await using (var first = await RunningBot.StartAsync(folder.FullName))
            {
                Console.WriteLine($"run {run}: first start, empty folder: {first.Start.TotalSeconds:F2} s");
            }

            await using (var again = await RunningBot.StartAsync(folder.FullName))
            {
                Console.WriteLine($"run {run}: start again:               {again.Start.TotalSeconds:F2} s");
            }

            folder.Delete(recursive: true);
        }

        Console.WriteLine("bar: 3 s");
    }
}
