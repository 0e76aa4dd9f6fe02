using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using Xunit;

namespace SupervisionBot.Worker.Tests.Crashes;

/// <summary>
/// Many sessions that nobody opened, all ended at once: for each of them the sweep owes everybody at the office one question, and never a second.
/// </summary>
internal sealed class OverdueSessions(int count)
{
    private const string Step = "session.end-check";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Puts them in place in one transaction: no sweep sees half of them.</summary>
    public Task AddAsync(Stage stage)
    {
        var end = DateTimeOffset.FromUnixTimeSeconds(Stage.Now.ToUnixTimeSeconds() - 60);
        return stage.AddAsync(Enumerable.Range(1, count).SelectMany(number => One(number, end)));
    }

    public static IQueryable<Occurrence> Of(WorkDb db, OccurrenceState state) => db.Occurrences.Where(o => o.Step == Step && o.State == state);

    public Task SettledAsync(Stage stage) =>
        stage.UntilAsync("all are settled", async db => await Of(db, OccurrenceState.Done).CountAsync(Cancel) >= count);

    /// <summary>Every question stands once in the web chat of everybody at the office.</summary>
    public async Task AssertAskedOnceAsync(Stage stage)
    {
        await stage.LeasesRunOutAsync();
        await stage.QuietAsync();
        Assert.Equal(count, await stage.ReadAsync(db => Of(db, OccurrenceState.Done).CountAsync(Cancel)));
        foreach (var person in await stage.OfficeAsync())
        {
            var log = await stage.ReadAsync(db =>
                (
                    from entry in db.ConversationLog
                    join talk in db.Conversations on entry.ConversationId equals talk.Id
                    where talk.PersonId == person.Id && talk.ChannelId == Conversation.WebChat
                    select entry.Activity
                ).ToListAsync(Cancel)
            );
            Assert.All(
                Enumerable.Range(1, count),
                number => Assert.Single(log, activity => activity.Contains(Number(number), StringComparison.Ordinal))
            );
        }
    }

    public static string Number(int number) => string.Create(CultureInfo.InvariantCulture, $"HY-2019-{number:D4}");

    private static object[] One(int number, DateTimeOffset end)
    {
        var id = Guid.NewGuid();
        var session = new Session
        {
            Id = id,
            Number = Number(number),
            Kind = SessionKind.Regular,
            StartsAt = end.AddHours(-1),
            EndsAt = end,
            Place = "三楼会议室",
        };
        var occurrence = new Occurrence
        {
            ItemId = id,
            Step = Step,
            DueValue = end.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fff", CultureInfo.InvariantCulture),
            At = end,
        };
        return [session, occurrence];
    }
}
