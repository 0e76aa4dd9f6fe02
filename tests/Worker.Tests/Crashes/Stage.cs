using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Worker.Tests.Crashes;

/// <summary>A database that real processes work on, and the test's own look into it.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(100);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(10);

    private readonly WorkDbFactory factory;
    private readonly List<ChildProcess> children = [];

    private Stage(TestDatabase storage)
    {
        Storage = storage;
        factory = new WorkDbFactory(Options.Create(new StorageOptions { Provider = storage.Provider, ConnectionString = storage.ConnectionString }));
    }

    public TestDatabase Storage { get; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The machine's clock, cut to milliseconds as the database keeps it.</summary>
    public static DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(Core.Composition.MachineClock.GetUtcNow().ToUnixTimeMilliseconds());

    public static async Task<Stage> OpenAsync(StorageProvider provider, bool migrated = true) =>
        new(await TestDatabase.CreateAsync(provider, migrated));

    /// <summary>The demo county stands already: for tests that are not about its founding.</summary>
    public static async Task<Stage> OpenCountyAsync(StorageProvider provider) =>
        new(await TestDatabase.CreateCountyAsync(provider, Core.Composition.MachineClock));

    /// <summary>The bot with the demo county, healthy.</summary>
    public async Task<ChildProcess> BotAsync(bool worker = false)
    {
        var bot = StartBot(worker);
        await bot.HealthyAsync(Cancel);
        return bot;
    }

    public ChildProcess StartBot(bool worker = false) =>
        Keep(ChildProcess.StartBot(Storage, Settings(("Demo:Enabled", "true"), ("Worker:Embedded", worker ? "true" : "false"))));

    public ChildProcess StartWorker(bool demo = true, params string[] arguments) =>
        Keep(ChildProcess.StartWorker(Storage, Settings(("Demo:Enabled", demo ? "true" : "false")), arguments));

    public ChildProcess StartDelivery(Uri platform, bool dropsDuplicates) =>
        Keep(
            ChildProcess.StartDelivery(
                Storage,
                Settings(("Platform:Address", platform.ToString()), ("Platform:DropsDuplicates", dropsDuplicates ? "true" : "false"))
            )
        );

    public async Task<T> ReadAsync<T>(Func<WorkDb, Task<T>> query)
    {
        await using var db = factory.Open();
        return await query(db);
    }

    /// <summary>Adds rows in one transaction.</summary>
    public async Task AddAsync(params IEnumerable<object> rows)
    {
        await using var db = factory.Open();
        db.AddRange(rows);
        await db.SaveChangesAsync(Cancel);
    }

    /// <summary>Keeps a conversation's row from everybody else until disposed; PostgreSQL only, where nothing else waits behind it.</summary>
    public async Task<IAsyncDisposable> HoldAsync(Conversation conversation)
    {
        var db = factory.Open();
        await db.Database.BeginTransactionAsync(Cancel);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM \"Conversations\" WHERE \"Id\" = {conversation.Id} FOR UPDATE", Cancel);
        return db;
    }

    /// <summary>Waits for a state of the database; looks often enough to meet what lasts some ten milliseconds.</summary>
    public async Task UntilAsync(string what, Func<WorkDb, Task<bool>> reached)
    {
        var since = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(Between);
        while (!await ReadAsync(reached))
        {
            Assert.True(since.Elapsed < Patience, $"Not reached in {Patience.TotalSeconds} s: {what}\n{Errors}");
            await timer.WaitForNextTickAsync(Cancel);
        }
    }

    /// <summary>Waits until everything accepted was handled and everything written was sent, or given up.</summary>
    public Task QuietAsync() =>
        UntilAsync(
            "nothing on its way",
            async db =>
                !await db.Inbox.AnyAsync(i => i.State == InboxState.Pending, Cancel)
                && !await db.Outbox.AnyAsync(o => o.State == OutboxState.Pending || o.State == OutboxState.Attempting, Cancel)
        );

    /// <summary>The half minute passes in which only the dead process may send what it had taken upon itself.</summary>
    public async Task LeasesRunOutAsync()
    {
        await using var db = factory.Open();
        await db
            .Outbox.Where(o => o.State == OutboxState.Pending || o.State == OutboxState.Attempting)
            .ExecuteUpdateAsync(o => o.SetProperty(row => row.LeaseUntil, Now - TimeSpan.FromSeconds(1)), Cancel);
    }

    public Task<List<Person>> OfficeAsync() =>
        ReadAsync(async db => (await db.People.ToListAsync(Cancel)).FindAll(person => person.Roles.Contains(Role.Office)));

    public async ValueTask DisposeAsync()
    {
        foreach (var child in children)
        {
            await child.DisposeAsync();
        }

        await Storage.DisposeAsync();
    }

    private string Errors => string.Join("\n---\n", children.Select(child => $"{child.StandardOutput}\n{child.StandardError}"));

    private ChildProcess Keep(ChildProcess child)
    {
        children.Add(child);
        return child;
    }

    private static Dictionary<string, string> Settings(params (string Key, string Value)[] settings) =>
        settings
            .Concat([("Logging:LogLevel:SupervisionBot", "Information"), ("Worker:SweepSeconds", "1")])
            .ToDictionary(s => s.Item1, s => s.Item2, StringComparer.Ordinal);
}
