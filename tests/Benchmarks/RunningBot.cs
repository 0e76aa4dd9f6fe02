using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace SupervisionBot.Benchmarks;

/// <summary>The released bot as a process of its own, with the worker inside and the demo county, in a data folder of its own.</summary>
internal sealed class RunningBot : IAsyncDisposable
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);

    private readonly Process process;

    private RunningBot(string folder)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SupervisionBot.Bot.dll")])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        var address = FreeAddress();
        start.Environment["ASPNETCORE_URLS"] = address;
        start.Environment["Storage__ConnectionString"] = $"Data Source={Path.Combine(folder, "bench.db")}";
        start.Environment["Demo__Enabled"] = "true";
        start.Environment["Logging__LogLevel__Default"] = "Warning";
        Client = new HttpClient { BaseAddress = new Uri(address) };
        var since = Stopwatch.StartNew();
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) =>
        {
            // The end of the stream comes as a line without text.
            if (line.Data is { } text)
            {
                Console.Error.WriteLine(text);
            }
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Since = since;
    }

    public HttpClient Client { get; }

    /// <summary>From the start of the process to the first healthy answer.</summary>
    public TimeSpan Start { get; private set; }

    /// <summary>Resident memory, megabytes.</summary>
    public double ResidentMegabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1e6;
        }
    }

    private Stopwatch Since { get; }

    public static async Task<RunningBot> StartAsync(string folder)
    {
        var bot = new RunningBot(folder);
        using var timer = new PeriodicTimer(Between);
        while (!await bot.IsHealthyAsync())
        {
            if (bot.process.HasExited)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"The bot ended with {bot.process.ExitCode}."));
            }

            await timer.WaitForNextTickAsync();
        }

        bot.Start = bot.Since.Elapsed;
        return bot;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<bool> IsHealthyAsync()
    {
        try
        {
            using var answer = await Client.GetAsync(new Uri("/health", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }
}
