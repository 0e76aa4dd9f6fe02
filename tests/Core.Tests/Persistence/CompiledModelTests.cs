using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using SupervisionBot.Core.Persistence;
using Xunit;

namespace SupervisionBot.Core.Tests.Persistence;

/// <summary>The compiled models, which make every start quicker, say what the mappings say. After a change: docs/operations.md, "Changing the database".</summary>
public sealed class CompiledModelTests
{
    [Fact]
    public void SQLite_is_in_step() =>
        InStep(new SqliteWorkDb(new DbContextOptionsBuilder<SqliteWorkDb>().UseSqlite("Data Source=:memory:").Options));

    [Fact]
    public void PostgreSQL_is_in_step() =>
        InStep(new PostgresWorkDb(new DbContextOptionsBuilder<PostgresWorkDb>().UseNpgsql("Host=localhost").Options));

    [Fact]
    public async Task The_script_for_a_new_file_is_what_the_migrations_make()
    {
        await using var db = new SqliteWorkDb(new DbContextOptionsBuilder<SqliteWorkDb>().UseSqlite("Data Source=:memory:").Options);

        var written = await Migrator.ForNewAsync(TestContext.Current.CancellationToken);

        Assert.Equal(Migrator.ScriptFrom(db, Migration.InitialDatabase).Trim(), written.Trim(), ignoreLineEndingDifferences: true);
    }

    private static void InStep(WorkDb db)
    {
        using (db)
        {
            Assert.Contains("CompiledModels", db.Model.GetType().Namespace, StringComparison.Ordinal);
            Assert.Equal(Describe(db.GetService<IDesignTimeModel>().Model), Describe(db.Model));
        }
    }

    private static List<string> Describe(IModel model) =>
        [.. model.GetEntityTypes().OrderBy(t => t.Name, StringComparer.Ordinal).SelectMany(Describe)];

    private static IEnumerable<string> Describe(IEntityType type) =>
        [
            $"{type.Name} {type.GetTableName()}",
            .. type.GetProperties()
                .Select(p =>
                    $"{type.Name}.{p.Name} {p.ClrType} {p.GetColumnName()} {p.GetColumnType()} {p.GetMaxLength()} {p.IsNullable} {p.IsConcurrencyToken} {p.ValueGenerated}"
                ),
            .. type.GetKeys().Select(k => $"{type.Name} key {string.Join(',', k.Properties.Select(p => p.Name))}"),
            .. type.GetIndexes()
                .Select(i => $"{type.Name} index {string.Join(',', i.Properties.Select(p => p.Name))} {i.IsUnique} {i.GetFilter()}")
                .Order(StringComparer.Ordinal),
            .. type.GetForeignKeys()
                .Select(f => $"{type.Name} to {f.PrincipalEntityType.Name} {string.Join(',', f.Properties.Select(p => p.Name))} {f.DeleteBehavior}")
                .Order(StringComparer.Ordinal),
        ];
}
