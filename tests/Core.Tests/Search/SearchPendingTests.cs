using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Search;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Search;

/// <summary>A new demo serves before its records are in the index; none of them is forgotten there.</summary>
public sealed class SearchPendingTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Records_that_wait_for_the_index_are_filled_in_though_somebody_wrote_first(StorageProvider provider)
    {
        await using var host = await CoreHost.StartAsync(provider);
        await host.Get<IFirstContent>().EnsureAsync(Cancel);
        var rebuild = host.Get<SearchRebuild>();
        var untouched = await RowsAsync(host);
        await host.Database.WriteAsync(async (db, token) => (await db.Consultations.FirstAsync(token)).Title += "（补充）", Cancel);
        var written = await RowsAsync(host);

        var needed = await rebuild.IsNeededAsync(Cancel);
        var filled = await rebuild.RunAsync(Cancel);

        Assert.Equal((0, 1, true), (untouched, written, needed));
        Assert.InRange(await RowsAsync(host), 40, filled);
        Assert.False(await rebuild.IsNeededAsync(Cancel));
    }

    [Fact]
    public async Task An_index_that_cannot_be_filled_stops_nobody_and_is_filled_at_the_next_start()
    {
        await using var host = await CoreHost.StartAsync();
        await host.Get<IFirstContent>().EnsureAsync(Cancel);
        await RunAsync(host, "ALTER TABLE SearchRows RENAME TO Away");

        await StartUpAsync(host);
        await RunAsync(host, "ALTER TABLE Away RENAME TO SearchRows");
        await using var again = host.StartAnother();
        Assert.Equal(0, await RowsAsync(host));
        await StartUpAsync(again);

        Assert.InRange(await RowsAsync(host), 40, int.MaxValue);
    }

    private static async Task StartUpAsync(CoreHost host)
    {
        using var startup = host.Get<IEnumerable<IHostedService>>().OfType<SearchStartup>().Single();
        host.Get<Readiness>().Ready();
        await startup.StartAsync(Cancel);
        await startup.ExecuteTask!;
    }

    private static Task<int> RunAsync(CoreHost host, string sql) =>
        host.Database.WriteAsync((db, token) => db.Database.ExecuteSqlRawAsync(sql, token), Cancel);

    private static Task<int> RowsAsync(CoreHost host) => host.Database.ReadAsync((db, token) => db.Set<SearchRow>().CountAsync(token), Cancel);
}
