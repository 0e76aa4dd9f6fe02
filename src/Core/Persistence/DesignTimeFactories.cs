using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace SupervisionBot.Core.Persistence;

/// <summary>For <c>dotnet ef</c> only: a context of each provider, without settings and without a database.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteWorkDb>
{
    public SqliteWorkDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteWorkDb>().UseSqlite("Data Source=:memory:").Options);
}

/// <inheritdoc cref="SqliteDesignTimeFactory"/>
internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresWorkDb>
{
    public PostgresWorkDb CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgresWorkDb>().UseNpgsql("Host=localhost").Options);
}
