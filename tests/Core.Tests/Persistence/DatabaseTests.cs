using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Persistence;

public sealed class DatabaseTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

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

    /// <summary>Killed before the new file was in write-ahead mode; a read-only look, with which every start begins, cannot change that.</summary>
    [Theory]
    [InlineData("")]
    [InlineData("PRAGMA user_version = 0;")]
    [InlineData("CREATE TABLE half (a); DROP TABLE half;")]
    public async Task A_first_start_that_got_no_further_than_the_file_blocks_nothing(string done)
    {
        await using var database = await TestDatabase.CreateAsync(migrated: false);
        await using (
            var connection = new SqliteConnection(new SqliteConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ToString())
        )
        {
            await connection.OpenAsync(Cancel);
            await using var command = connection.CreateCommand();
            command.CommandText = done;
            await command.ExecuteNonQueryAsync(Cancel);
        }

        await TestDatabase.MigrateAsync(StorageProvider.Sqlite, database.ConnectionString);

        await using var again = new WorkDbFactory(
            Options.Create(new StorageOptions { Provider = StorageProvider.Sqlite, ConnectionString = database.ConnectionString })
        ).Open();
        Assert.Empty(await again.Database.GetPendingMigrationsAsync(Cancel));
    }

    [Fact]
    public async Task Two_writers_who_lock_each_other_out_on_PostgreSQL_both_come_through()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var host = await CoreHost.StartAsync(StorageProvider.Postgres);
        await using var other = host.StartAnother();
        await host.Database.WriteAsync(
            (db, _) =>
            {
                db.Settings.AddRange(new Setting { Key = "a", Value = "" }, new Setting { Key = "b", Value = "" });
                return Task.CompletedTask;
            },
            cancel
        );
        using var both = new Barrier(2);
        var oneIsThrough = new TaskCompletionSource();

        await Task.WhenAll(Task.Run(() => WriteAsync(host, "a", "b"), cancel), Task.Run(() => WriteAsync(other, "b", "a"), cancel));

        var values = await host.Database.ReadAsync((db, token) => db.Settings.Where(s => s.Key == "a" || s.Key == "b").ToListAsync(token), cancel);
        Assert.All(values, setting => Assert.Equal(2, setting.Value.Length));

        async Task WriteAsync(CoreHost writer, string first, string second)
        {
            var attempts = 0;
            await writer.Database.WriteAsync(
                async (db, token) =>
                {
                    // Only the first time do they meet: who is thrown out comes again alone, and adds to what the other wrote.
                    if (++attempts > 1)
                    {
                        await oneIsThrough.Task.WaitAsync(token);
                    }

                    (await db.Settings.SingleAsync(s => s.Key == first, token)).Value += first;
                    await db.SaveChangesAsync(token);
                    if (attempts == 1)
                    {
                        both.SignalAndWait(token);
                    }

                    (await db.Settings.SingleAsync(s => s.Key == second, token)).Value += second;
                    await db.SaveChangesAsync(token);
                },
                cancel
            );
            oneIsThrough.TrySetResult();
        }
    }
}
