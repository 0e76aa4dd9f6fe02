namespace SupervisionBot.Testing;

/// <summary>Something that is costly to make and that everybody shares: made on first use, by one of those who ask at once.</summary>
#pragma warning disable CA1001 // Lives as long as the test process.
internal sealed class Once<T>(Func<Task<T>> make)
    where T : class
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim gate = new(1, 1);
    private T? value;

    public async Task<T> GetAsync()
    {
        await gate.WaitAsync();
        try
        {
            return value ??= await make();
        }
        finally
        {
            gate.Release();
        }
    }
}
