using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Persistence;

public sealed class DatabaseTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task What_one_process_commits_another_reads(StorageProvider provider)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var host = await CoreHost.StartAsync(provider);
        await using var other = host.StartAnother();

        await host.Database.WriteAsync((db, _) => Task.FromResult(db.Settings.Add(new Setting { Key = "greeting", Value = "您好" })), cancel);

        Assert.Equal("您好", await other.Database.ReadAsync((db, token) => db.Settings.Select(s => s.Value).SingleAsync(token), cancel));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task The_migrations_are_those_of_the_model(StorageProvider provider)
    {
        await using var host = await CoreHost.StartAsync(provider);
        await using var db = host.Get<WorkDbFactory>().Open();

        Assert.False(db.Database.HasPendingModelChanges(), "Add a migration for both providers.");
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Numbers_taken_at_once_have_neither_gap_nor_double(StorageProvider provider)
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var host = await CoreHost.StartAsync(provider);
        await using var other = host.StartAnother();

        var taken = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(i => (i % 2 == 0 ? host : other).Database)
                .Select(database => database.WriteAsync((db, token) => RecordNumber.TakeAsync(db, RecordNumber.Consultation, 2026, token), cancel))
        );

        Assert.Equal(Enumerable.Range(1, 20).Select(n => RecordNumber.Format("HS", 2026, n)), taken.Order(StringComparer.Ordinal));
    }
}
