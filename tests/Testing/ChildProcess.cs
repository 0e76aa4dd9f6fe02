using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace SupervisionBot.Testing;

/// <summary>
/// The built program as a process of its own, as a user starts it, so that it can be killed at any moment. It runs in a temporary working folder and takes nothing
/// from the settings of the machine. Disposing kills it.
/// </summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(25);

    private readonly Process process;
    private readonly DirectoryInfo folder;
    private readonly StringBuilder output = new();
    private readonly StringBuilder error = new();

    private ChildProcess(ProcessStartInfo start, Uri? address)
    {
        folder = System.IO.Directory.CreateTempSubdirectory("supervisionbot-child-");
        start.WorkingDirectory = folder.FullName;
        Address = address;
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(error, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Where the bot listens; null for the worker.</summary>
    public Uri? Address { get; }

    public string StandardOutput => Read(output);
    public string StandardError => Read(error);
    public int Id => process.Id;
    public bool HasExited => process.HasExited;

    /// <summary>Starts <c>SupervisionBot.Bot</c> on a free port of this machine, without waiting for it.</summary>
    public static ChildProcess StartBot(TestDatabase database, IReadOnlyDictionary<string, string>? settings = null, params string[] arguments) =>
        Start("Bot", FreeAddress(), database, settings, arguments);

    /// <summary>Starts <c>SupervisionBot.Worker</c>: the scheduler, or the command given.</summary>
    public static ChildProcess StartWorker(TestDatabase database, IReadOnlyDictionary<string, string>? settings = null, params string[] arguments) =>
        Start("Worker", null, database, settings, arguments);

    /// <summary>Starts <c>SupervisionBot.CrashHost</c>, which does nothing but deliver, to a platform that the test plays.</summary>
    public static ChildProcess StartDelivery(TestDatabase database, IReadOnlyDictionary<string, string>? settings = null) =>
        Start("CrashHost", null, database, settings, []);

    /// <summary>Waits until the bot calls itself healthy.</summary>
    /// <exception cref="InvalidOperationException">It ended instead, or took too long; the message carries what it wrote on standard error.</exception>
    public async Task HealthyAsync(CancellationToken cancel)
    {
        using var client = new HttpClient { BaseAddress = Address };
        using var timer = new PeriodicTimer(Between);
        var since = Stopwatch.StartNew();
        while (await timer.WaitForNextTickAsync(cancel))
        {
            if (process.HasExited || since.Elapsed > Patience)
            {
                throw new InvalidOperationException(
                    $"The bot is not healthy after {since.Elapsed.TotalSeconds:F1} s (ended: {process.HasExited}).\n{StandardError}"
                );
            }

            try
            {
                using var answer = await client.GetAsync(new Uri("/health", UriKind.Relative), cancel);
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
    }

    /// <summary><c>kill -9</c>: the process gets no chance to do anything more.</summary>
    public Task KillAsync()
    {
        process.Kill();
        return process.WaitForExitAsync();
    }

    /// <summary>Waits until it ends by itself.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> ExitAsync(CancellationToken cancel)
    {
        await process.WaitForExitAsync(cancel);
        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private static ChildProcess Start(
        string program,
        Uri? address,
        TestDatabase database,
        IReadOnlyDictionary<string, string>? settings,
        string[] arguments
    )
    {
        // The program's own output, not the copy beside the tests: its content files are there.
        var build = Path.GetFileName(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        var name = $"SupervisionBot.{program}";
        var start = new ProcessStartInfo("dotnet", [Repository.Path($"artifacts/bin/{name}/{build}/{name}.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment.Remove("ASPNETCORE_ENVIRONMENT");
        start.Environment.Remove("DOTNET_ENVIRONMENT");
        if (address is not null)
        {
            start.Environment["ASPNETCORE_URLS"] = address.ToString();
        }

        foreach (var (key, value) in database.Settings.Concat(settings ?? new Dictionary<string, string>(StringComparer.Ordinal)))
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        return new ChildProcess(start, address);
    }

    private static Uri FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return new Uri($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");
    }

    private static void Keep(StringBuilder text, string? line)
    {
        lock (text)
        {
            text.AppendLine(line);
        }
    }

    private static string Read(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }
}
