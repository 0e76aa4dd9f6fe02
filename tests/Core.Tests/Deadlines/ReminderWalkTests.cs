using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Tests.Consultations;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Deadlines;

/// <summary>A late view, day by day: who hears what on which morning, each once (conversation.md 2.5).</summary>
public sealed class ReminderWalkTests
{
    private const string LandLeader = "gaofeng";

    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_late_view_is_heard_of_by_owner_office_leader_office_and_chiefs_in_turn(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var id = await county.AdmittedAsync(Cancel);
        await county.DoAsync(County.Water, new GiveView(id, null, ViewKind.None, "", null), Cancel);
        await county.ForgetNewsAsync(Cancel);

        var heard = await DaysAsync(county, new DateOnly(2026, 12, 8));

        // Monday 23 November + 5 working days = Monday 30 November.
        Assert.Equal(
            [
                ("11-25", County.Land, "汾河滩有人夜里挖砂的职责归属问题：还有3个工作日，11月30日（周一）到期，请反馈意见"),
                ("11-27", County.Land, "汾河滩有人夜里挖砂的职责归属问题：还有1个工作日，11月30日（周一）到期，请反馈意见"),
                ("11-30", County.Land, "汾河滩有人夜里挖砂的职责归属问题：今天18:00前，请反馈意见"),
                ("12-01", County.Land, "汾河滩有人夜里挖砂的职责归属问题应于11月30日（周一）18:00反馈意见，已过1个工作日"),
                ("12-01", County.Office, "下一个工作日将告知分管领导：汾河滩有人夜里挖砂的职责归属问题（反馈意见）"),
                ("12-02", LandLeader, "汾河滩有人夜里挖砂的职责归属问题（反馈意见）已过2个工作日，请您过问"),
                ("12-03", County.Office, "汾河滩有人夜里挖砂的职责归属问题（反馈意见）已过3个工作日"),
                ("12-07", "yangjianguo", "汾河滩有人夜里挖砂的职责归属问题（反馈意见）已过5个工作日"),
            ],
            heard.Where(h => h.Login is not (County.OtherOffice or "wangxiuying"))
        );
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Whoever_answers_hears_no_more(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        var id = await county.AdmittedAsync(Cancel);
        await DaysAsync(county, new DateOnly(2026, 11, 25));
        await county.DoAsync(County.Land, new GiveView(id, null, ViewKind.None, "", null), Cancel);
        await county.ForgetNewsAsync(Cancel);

        Assert.DoesNotContain(await DaysAsync(county, new DateOnly(2026, 12, 8)), h => h.Login == County.Land);
        Assert.Equal(
            DeadlineState.Kept,
            await county.Host.Database.ReadAsync(
                (db, token) => db.Deadlines.Where(d => d.RecordId == id && d.UnitId == county.Unit("ziran")).Select(d => d.State).SingleAsync(token),
                Cancel
            )
        );
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task After_days_without_a_worker_there_is_one_message_each_and_nobody_above_hears_at_once(StorageProvider provider)
    {
        await using var county = await County.FoundAsync(provider, Cancel);
        await county.AdmittedAsync(Cancel);
        await county.ForgetNewsAsync(Cancel);
        county.Host.Machine.SetUtcNow(ChinaTime.FromLocal(new DateOnly(2026, 12, 5), new TimeOnly(20, 0)).ToUniversalTime());

        await county.Host.Sweep.RunAsync(Cancel);
        Assert.Empty(await county.NewsAsync(Cancel));

        var heard = await DaysAsync(county, new DateOnly(2026, 12, 7));
        Assert.Equal(2, heard.Count(h => h.Login is County.Land or County.Water));
        Assert.Equal(2, heard.Count(h => h.Login is County.Office or County.OtherOffice));
        Assert.Equal(4, heard.Count);
        Assert.All(heard, h => Assert.Equal("12-07", h.Day));
    }

    /// <summary>Lets time pass in steps of five minutes up to the end of that day.</summary>
    private static async Task<List<(string Day, string Login, string Title)>> DaysAsync(County county, DateOnly last)
    {
        var heard = new List<(string, string, string)>();
        var end = ChinaTime.FromLocal(last.AddDays(1), TimeOnly.MinValue);
        var calendar = county.Host.Get<WorkingCalendar>();
        while (county.Host.Clock.Now < end)
        {
            var now = county.Host.Clock.Now;
            await county.Host.Sweep.RunAsync(Cancel);
            foreach (var person in await county.NewsAsync(Cancel))
            {
                Assert.True(calendar.IsWithinWorkingSegment(now), $"{person.Key} heard at {ChinaTime.Moment(now)}");
                heard.AddRange(person.Select(message => (ChinaTime.ToLocal(now).ToString("MM-dd", null), person.Key, message.Title)));
            }

            await county.ForgetNewsAsync(Cancel);
            county.Host.Machine.Advance(TimeSpan.FromMinutes(30));
        }

        return heard;
    }
}
