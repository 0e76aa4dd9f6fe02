using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Channels.Delivery;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>
/// The real bot with its two pumps taken out: turns run and answers go out when the test says so, one after the other, so that nothing depends on timing.
/// </summary>
internal static class Talk
{
    /// <summary>The sentence of the documented dialogue: complete, with both departments and a dispute in it.</summary>
    public const string Sand = "汾河滩有人夜里挖砂，水务局说归自规局，自规局说归水务局，想请专班开个会";

    /// <summary>Longer than an answer waits because more may follow.</summary>
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(4);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static BotSetup Setup { get; } = new() { Services = WithoutPumps };

    public static Task<BotHost> StartAsync() => BotHost.StartAsync(Setup);

    public static void WithoutPumps(IServiceCollection services)
    {
        foreach (var pump in services.Where(s => s.ImplementationType == typeof(TurnPump) || s.ImplementationType == typeof(OutboxPump)).ToList())
        {
            services.Remove(pump);
        }
    }

    /// <summary>Runs all turns that wait and sends what is due at once.</summary>
    public static async Task RunTurnsAsync(this BotHost bot)
    {
        while (await bot.Get<Inbox>().PendingAsync(Cancel) is { Count: > 0 } pending)
        {
            foreach (var message in pending)
            {
                await bot.Get<TurnRunner>().RunAsync(message.Id, Cancel);
            }
        }

        await bot.Get<Outbox>().DispatchAsync(Cancel);
    }

    /// <summary>Runs all turns, lets the moment pass in which more might be said, and sends everything.</summary>
    public static async Task SettleAsync(this BotHost bot)
    {
        await bot.RunTurnsAsync();
        bot.Machine.Advance(Quiet);
        await bot.Get<Outbox>().DispatchAsync(Cancel);
    }

    public static Task<T> ReadAsync<T>(this BotHost bot, Func<WorkDb, CancellationToken, Task<T>> query) =>
        bot.Get<Database>().ReadAsync(query, Cancel);

    /// <summary>The consultations started in the test, oldest first; those of the demo past are left out.</summary>
    public static Task<List<Consultation>> StartedAsync(this BotHost bot) =>
        bot.ReadAsync(
            (db, token) =>
                db.Consultations.Include(c => c.InvitedUnits).Where(c => c.StartedAt >= TestClock.Start).OrderBy(c => c.StartedAt).ToListAsync(token)
        );

    /// <summary>The one consultation started in the test.</summary>
    public static async Task<Consultation> OnlyAsync(this BotHost bot) => Assert.Single(await bot.StartedAsync());
}
