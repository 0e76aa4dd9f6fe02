using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Persistence;

public sealed class StorageStartupTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_host_that_is_up_before_its_server_waits_for_it_and_then_serves()
    {
        await using var owner = await CoreHost.StartAsync(StorageProvider.Postgres);
        var server = new NpgsqlConnectionStringBuilder(owner.Storage.Settings["Storage:ConnectionString"]);
        using var door = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        // Bound but not listening: whoever knocks is refused.
        door.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var log = new WaitingLog();
        await using var host = owner.StartAnother(services =>
            services
                .AddSingleton<ILogger<StorageStartup>>(log)
                .Configure<StorageOptions>(storage =>
                    storage.ConnectionString = new NpgsqlConnectionStringBuilder(server.ConnectionString)
                    {
                        Host = IPAddress.Loopback.ToString(),
                        Port = ((IPEndPoint)door.LocalEndPoint!).Port,
                    }.ConnectionString
                )
        );
        var startup = host.Get<IEnumerable<IHostedService>>().OfType<StorageStartup>().Single();

        await startup.StartAsync(Cancel);
        await await Task.WhenAny(log.Waits.Task, startup.ExecuteTask!);
        Assert.Equal("the PostgreSQL server, which cannot be reached", host.Get<Readiness>().WaitingFor);
        Assert.False(host.Get<Readiness>().IsReady);

        door.Listen();
        var relay = RelayAsync(door, server);
        host.Machine.Advance(TimeSpan.FromSeconds(1));
        await startup.ExecuteTask!;
        Assert.True(host.Get<Readiness>().IsReady);

        door.Close();
        await relay;
    }

    private static async Task RelayAsync(Socket door, NpgsqlConnectionStringBuilder server)
    {
        try
        {
            while (true)
            {
                _ = PassAsync(await door.AcceptAsync(Cancel), server);
            }
        }
        catch (SocketException)
        {
            // The door was closed.
        }
    }

    private static async Task PassAsync(Socket guest, NpgsqlConnectionStringBuilder server)
    {
        using var there = new TcpClient();
        await there.ConnectAsync(server.Host!, server.Port, Cancel);
        await using var inside = there.GetStream();
        await using var outside = new NetworkStream(guest, ownsSocket: true);
        await Task.WhenAny(inside.CopyToAsync(outside, Cancel), outside.CopyToAsync(inside, Cancel));
    }

    private sealed class WaitingLog : ILogger<StorageStartup>
    {
        public TaskCompletionSource Waits { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel level, EventId id, TState state, Exception? error, Func<TState, Exception?, string> format) =>
            Waits.TrySetResult();
    }
}
