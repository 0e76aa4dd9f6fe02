using Microsoft.Data.Sqlite;

namespace SupervisionBot.Core.Persistence;

/// <summary>A lock on a file, held by the operating system for this process: it ends with the process, however that ends.</summary>
public sealed class FileLock : IDisposable, IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly FileStream stream;

    private FileLock(FileStream stream) => this.stream = stream;

    /// <summary>Takes the lock if nobody holds it.</summary>
    public static FileLock? TryTake(string path)
    {
        if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
        {
            System.IO.Directory.CreateDirectory(folder);
        }

        try
        {
            return new FileLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    /// <summary>Waits until the lock is free and takes it.</summary>
    public static async Task<FileLock> WaitAsync(string path, CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(Pause);
        while (true)
        {
            if (TryTake(path) is { } taken)
            {
                return taken;
            }

            await timer.WaitForNextTickAsync(cancel);
        }
    }

    public void Dispose() => stream.Dispose();

    public ValueTask DisposeAsync() => stream.DisposeAsync();
}

/// <summary>Where a SQLite connection string points.</summary>
public static class SqliteFiles
{
    public static string PathOf(string connectionString) => Path.GetFullPath(new SqliteConnectionStringBuilder(connectionString).DataSource);
}
