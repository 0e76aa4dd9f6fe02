using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Testing;

/// <summary>How a test wants its bot; what is not said is as a newcomer gets it, on a database of its own.</summary>
public sealed record BotSetup
{
    public StorageProvider Provider { get; init; } = StorageProvider.Sqlite;

    /// <summary>The demo county and the demo endpoints; without them the database stays empty and nobody gets in.</summary>
    public bool Demo { get; init; } = true;

    /// <summary>The worker inside; off, because a test decides itself when time passes.</summary>
    public bool Worker { get; init; }

    /// <summary>Listens on a real port of this machine instead of being called in memory: for web sockets, streams and limits of the server itself.</summary>
    public bool RealPort { get; init; }

    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Replaces services, after the bot has registered its own.</summary>
    public Action<IServiceCollection>? Services { get; init; }
}

/// <summary>The real bot inside the test's process, with a machine clock that the test moves.</summary>
public sealed class BotHost : IAsyncDisposable
{
    private readonly Factory factory;

    private readonly bool owns;

    private BotHost(TestDatabase storage, bool owns, FakeTimeProvider machine, BotSetup setup)
    {
        Storage = storage;
        this.owns = owns;
        Machine = machine;
        factory = new Factory(this, setup);
        if (setup.RealPort)
        {
            factory.UseKestrel(0);
        }

        factory.StartServer();
    }

    public TestDatabase Storage { get; }
    public FakeTimeProvider Machine { get; }
    public IServiceProvider Services => factory.Services;

    /// <summary>Starts the bot and waits until the database is migrated and seeded.</summary>
    public static async Task<BotHost> StartAsync(BotSetup? setup = null)
    {
        setup ??= new BotSetup();
        var machine = TestClock.At();
        var storage = setup.Demo ? await TestDatabase.CreateCountyAsync(setup.Provider, machine) : await TestDatabase.CreateAsync(setup.Provider);
        return await ReadyAsync(new BotHost(storage, owns: true, machine, setup));
    }

    /// <summary>A bot over a database that stays when it stops: the next one over the same database is its restart.</summary>
    public static Task<BotHost> StartOnAsync(TestDatabase storage, FakeTimeProvider machine, BotSetup? setup = null) =>
        ReadyAsync(new BotHost(storage, owns: false, machine, setup ?? new BotSetup()));

    public T Get<T>()
        where T : notnull => Services.GetRequiredService<T>();

    /// <summary>A caller with cookies of its own that follows no redirects.</summary>
    public HttpClient CreateClient() =>
        factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = factory.ClientOptions.BaseAddress });

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        if (owns)
        {
            await Storage.DisposeAsync();
        }
    }

    private static async Task<BotHost> ReadyAsync(BotHost host)
    {
        await host.Get<Readiness>().WaitAsync(CancellationToken.None);
        return host;
    }

    /// <summary>Any public type of the bot's program leads the factory to its entry point.</summary>
    private sealed class Factory(BotHost host, BotSetup setup) : WebApplicationFactory<Understander>
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            builder.UseSetting("Demo:Enabled", setup.Demo.ToString());
            builder.UseSetting("Worker:Embedded", setup.Worker.ToString());
            foreach (var (key, value) in host.Storage.Settings.Concat(setup.Settings))
            {
                builder.UseSetting(key, value);
            }

            builder.ConfigureLogging(logging => logging.ClearProviders());
            builder.ConfigureTestServices(services =>
            {
                services.Replace(ServiceDescriptor.Singleton<TimeProvider>(host.Machine));
                setup.Services?.Invoke(services);
            });
        }
    }
}
