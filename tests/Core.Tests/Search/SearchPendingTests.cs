using Microsoft.EntityFrameworkCore;
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

    private static Task<int> RowsAsync(CoreHost host) => host.Database.ReadAsync((db, token) => db.Set<SearchRow>().CountAsync(token), Cancel);
}
