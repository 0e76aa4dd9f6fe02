using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Bot.Tests.Conversations;

/// <summary>Orders placed in the test, as the database has them; those of the demo past are left out.</summary>
internal static class StoredOrders
{
    /// <summary>In the order of their numbers.</summary>
    public static Task<List<AssistanceOrder>> OrdersAsync(this BotHost bot) =>
        bot.ReadAsync(
            (db, token) => db.AssistanceOrders.AsNoTracking().Where(o => o.PlacedAt >= TestClock.Start).OrderBy(o => o.Number).ToListAsync(token)
        );

    public static async Task<AssistanceOrder> OnlyOrderAsync(this BotHost bot) => Assert.Single(await bot.OrdersAsync());
}
