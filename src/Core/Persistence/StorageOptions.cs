namespace SupervisionBot.Core.Persistence;

public enum StorageProvider
{
    Sqlite,
    Postgres,
}

/// <summary>Settings under <c>Storage</c>: where the records are kept.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    internal const string Missing =
        "Storage:ConnectionString is empty. Set it to the connection string of the PostgreSQL database, or Storage:Provider to Sqlite.";

    public StorageProvider Provider { get; set; }

    /// <summary>Connection string of the provider; on SQLite, empty means <c>supervisionbot.db</c> in the data folder.</summary>
    public string ConnectionString { get; set; } = "";
}
