using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using SupervisionBot.Core;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Testing;

/// <summary>
/// The real Core on a database of its own, with a machine clock that the test moves and a platform that records. Nothing runs by itself: call
/// <see cref="Sweep"/> and <see cref="Outbox"/>. Several hosts over one database are several processes.
/// </summary>
public sealed class CoreHost : IAsyncDisposable
{
    private readonly ServiceProvider services;
    private readonly TestDatabase? owned;

    private CoreHost(TestDatabase database, bool owns, FakeTimeProvider machine, Action<IServiceCollection>? configure)
    {
        Storage = database;
        owned = owns ? database : null;
        Machine = machine;
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection(database.Settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)))
            .Build();
        var collection = new ServiceCollection()
            .AddLogging(logging => logging.ClearProviders())
            .AddSingleton<TimeProvider>(machine)
            .AddSupervisionCore(settings, development: true)
            .AddSingleton<IMessageSender>(Platform);
        configure?.Invoke(collection);
        services = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }

    public TestDatabase Storage { get; }
    public FakeTimeProvider Machine { get; }

    /// <summary>Stands in for web chat, where everything goes that is addressed to a person.</summary>
    public RecordingSender Platform { get; } = new(Conversation.WebChat);

    public Database Database => Get<Database>();
    public BusinessClock Clock => Get<BusinessClock>();
    public UseCases UseCases => Get<UseCases>();
    public Sweep Sweep => Get<Sweep>();
    public Outbox Outbox => Get<Outbox>();

    /// <summary>A host over a new database, which goes with it.</summary>
    /// <param name="start">What the clock shows at first; null is <see cref="TestClock.Start"/>.</param>
    public static async Task<CoreHost> StartAsync(
        StorageProvider provider = StorageProvider.Sqlite,
        Action<IServiceCollection>? configure = null,
        DateTimeOffset? start = null
    ) => new(await TestDatabase.CreateAsync(provider), owns: true, TestClock.At(start), configure);

    /// <summary>One more process on the same database, with its own leases and its own platform; the clock is the same.</summary>
    public CoreHost StartAnother(Action<IServiceCollection>? configure = null) => new(Storage, owns: false, Machine, configure);

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (owned is not null)
        {
            await owned.DisposeAsync();
        }
    }
}
