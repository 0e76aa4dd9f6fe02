using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Search;
using SupervisionBot.Testing;
using SupervisionBot.Worker.Tests.Crashes;
using Xunit;

namespace SupervisionBot.Worker.Tests.Commands;

[Collection(nameof(Alone))]
public sealed class SearchRebuildCommandTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_operator_has_the_index_made_anew(StorageProvider provider)
    {
        await using var host = await CoreHost.StartAsync(provider);
        await host.Get<IFirstContent>().EnsureAsync(Cancel);
        await host.Get<SearchRebuild>().RunAsync(Cancel);
        var before = await RowsAsync(host);
        await host.Database.WriteAsync((db, token) => db.Set<SearchRow>().ExecuteDeleteAsync(token), Cancel);

        var made = await Shell.RunAsync(host.Storage, "search", "rebuild", "--json");

        Assert.Equal(0, made.Code);
        Assert.InRange(JsonDocument.Parse(made.Output).RootElement.GetProperty("records").GetInt32(), before, int.MaxValue);
        Assert.Equal(before, await RowsAsync(host));
        Assert.Equal(2, (await Shell.RunAsync(host.Storage, "search", "rebuild", "all")).Code);
    }

    private static Task<int> RowsAsync(CoreHost host) => host.Database.ReadAsync((db, token) => db.Set<SearchRow>().CountAsync(token), Cancel);
}
