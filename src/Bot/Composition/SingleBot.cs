using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Bot.Composition;

/// <summary>One bot process per SQLite database, held by a file lock that dies with the process; on PostgreSQL several may serve.</summary>
internal sealed class SingleBot : IDisposable
{
    public const string Taken =
        "Another SupervisionBot already serves this SQLite database. Stop it first, or point Storage:ConnectionString at another file.";

    private readonly FileLock? held;

    private SingleBot(FileLock? held) => this.held = held;

    /// <summary>Takes the database for this process.</summary>
    /// <returns>Null when another process holds the database.</returns>
    public static SingleBot? TryTake(WorkDbFactory factory)
    {
        if (factory.Provider != StorageProvider.Sqlite)
        {
            return new SingleBot(null);
        }

        var taken = FileLock.TryTake(SqliteFiles.PathOf(factory.ConnectionString) + ".bot");
        return taken is null ? null : new SingleBot(taken);
    }

    public void Dispose() => held?.Dispose();
}
