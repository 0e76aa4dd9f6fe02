using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Tests.Consultations;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Deadlines;

/// <summary>A late view, day by day: who hears what on which morning, each once (conversation.md 2.5).</summary>
public sealed class ReminderWalkTests
{
    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task A_late_view_is_heard_of_by_owner_office_leader_office_and_chiefs_in_turn(StorageProvider provider)
    {
        await using var walk = await DeadlineWalk.BeginAsync(provider, Cancel);
        await walk.County.DoAsync(County.Water, new GiveView(walk.ConsultationId, null, ViewKind.None, "", null), Cancel);
        await walk.County.ForgetNewsAsync(Cancel);

        var heard = await walk.UntilAsync(new DateOnly(2026, 12, 8), Cancel);

        // Monday 23 November + 5 working days = Monday 30 November.
        Assert.Equal(
            [
                ("11-25", County.Land, "汾河滩有人夜里挖砂的职责归属问题：还有3个工作日，11月30日（周一）到期，请反馈意见"),
                ("11-27", County.Land, "汾河滩有人夜里挖砂的职责归属问题：还有1个工作日，11月30日（周一）到期，请反馈意见"),
                ("11-30", County.Land, "汾河滩有人夜里挖砂的职责归属问题：今天18:00前，请反馈意见"),
                ("12-01", County.Land, "汾河滩有人夜里挖砂的职责归属问题应于11月30日（周一）18:00反馈意见，已过1个工作日"),
                ("12-01", County.Office, "下一个工作日将告知分管领导：汾河滩有人夜里挖砂的职责归属问题（反馈意见）"),
                ("12-02", DeadlineWalk.LandLeader, "汾河滩有人夜里挖砂的职责归属问题（反馈意见）已过2个工作日，请您过问"),
                ("12-03", County.Office, "汾河滩有人夜里挖砂的职责归属问题（反馈意见）已过3个工作日"),
                ("12-07", "yangjianguo", "汾河滩有人夜里挖砂的职责归属问题（反馈意见）已过5个工作日"),
            ],
            heard.Where(h => h.Login is not (County.OtherOffice or "wangxiuying"))
        );
        var late = walk.Messages.First(m => m is { Day: "12-01", Login: County.Land }).Message;
        Assert.Equal("明天起将同时告知贵单位分管领导。", late.Text);
        Assert.Equal(["我局意见", "与我局职责无关", "无意见", "看全文", "说明情况", "已电话答复过"], late.Choices.Select(c => c.Label));
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Where_a_unit_has_no_leader_nobody_is_announced_and_the_office_hears_instead(StorageProvider provider)
    {
        await using var walk = await DeadlineWalk.BeginAsync(provider, Cancel);
        await LeaveAsync(walk, DeadlineWalk.LandLeader);
        await walk.County.DoAsync(County.Water, new GiveView(walk.ConsultationId, null, ViewKind.None, "", null), Cancel);
        await walk.County.ForgetNewsAsync(Cancel);

        var heard = await walk.UntilAsync(new DateOnly(2026, 12, 1), Cancel);
        var desk = (
            await walk.County.Host.Database.ReadAsync(
                async (db, token) =>
                    await Desk.LoadAsync(
                        db,
                        await walk.County.ActorAsync(County.Office, token),
                        walk.County.Host.Clock.Now,
                        WorkingCalendar.Shipped,
                        token
                    ),
                Cancel
            )
        )!;
        var next = await walk.UntilAsync(new DateOnly(2026, 12, 2), Cancel);

        Assert.DoesNotContain(heard, h => h.Login == County.Office);
        Assert.Null(walk.Messages.First(m => m is { Day: "12-01", Login: County.Land }).Message.Text);
        Assert.Empty(desk.LeadersNext);
        Assert.Null(Assert.Single(desk.Late).LeaderHearsAt);
        Assert.DoesNotContain(DeadlineAction.Hold, desk.Late[0].Actions);
        Assert.Equal(
            ("12-02", County.Office, "汾河滩有人夜里挖砂的职责归属问题（反馈意见）已过2个工作日，责任单位没有分管领导可以告知，请电话联系"),
            Assert.Single(next, h => h.Login == County.Office)
        );
    }

    [Fact]
    public async Task In_a_list_the_office_reads_whose_lateness_it_is_and_the_unit_what_will_follow()
    {
        await using var walk = await DeadlineWalk.BeginAsync(StorageProvider.Sqlite, Cancel);
        await walk.County.AdmittedAsync(Cancel);
        await walk.County.ForgetNewsAsync(Cancel);

        await walk.UntilAsync(new DateOnly(2026, 12, 1), Cancel);

        var office = walk.Messages.Last(m => m is { Day: "12-01", Login: County.Office }).Message;
        var entries = office
            .Choices.Where(c => c.Label.StartsWith("下一个工作日将告知分管领导：", StringComparison.Ordinal))
            .Select(c => c.Label)
            .ToList();
        Assert.Equal(2, entries.Count(e => e.Contains("（反馈意见）　市自然资源局，", StringComparison.Ordinal)));
        Assert.Equal(2, entries.Count(e => e.Contains("（反馈意见）　市水务局，", StringComparison.Ordinal)));
        var owner = walk.Messages.Last(m => m is { Day: "12-01", Login: County.Land }).Message;
        Assert.Equal("第1、2件：明天起将同时告知贵单位分管领导。\n回序号办理。", owner.Text);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Whoever_answers_hears_no_more(StorageProvider provider)
    {
        await using var walk = await DeadlineWalk.BeginAsync(provider, Cancel);
        await walk.UntilAsync(new DateOnly(2026, 11, 25), Cancel);
        await walk.County.DoAsync(County.Land, new GiveView(walk.ConsultationId, null, ViewKind.None, "", null), Cancel);
        await walk.County.ForgetNewsAsync(Cancel);

        Assert.DoesNotContain(await walk.UntilAsync(new DateOnly(2026, 12, 8), Cancel), h => h.Login == County.Land);
        Assert.Equal(DeadlineState.Kept, (await walk.DeadlineAsync(Promise.View, "ziran", Cancel)).State);
    }

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task After_days_without_a_worker_there_is_one_message_each_and_nobody_above_hears_at_once(StorageProvider provider)
    {
        await using var walk = await DeadlineWalk.BeginAsync(provider, Cancel);
        walk.County.Host.Machine.SetUtcNow(ChinaTime.FromLocal(new DateOnly(2026, 12, 5), new TimeOnly(20, 0)).ToUniversalTime());

        await walk.County.Host.Sweep.RunAsync(Cancel);
        Assert.Empty(await walk.County.NewsAsync(Cancel));

        var heard = await walk.UntilAsync(new DateOnly(2026, 12, 7), Cancel);
        Assert.Equal([County.OtherOffice, County.Office, County.Land, County.Water], heard.Select(h => h.Login).Order(StringComparer.Ordinal));
        Assert.All(heard, h => Assert.Equal("12-07", h.Day));
    }

    [Fact]
    public async Task Two_things_on_one_morning_are_one_numbered_message_with_what_is_due_first()
    {
        await using var walk = await DeadlineWalk.BeginAsync(StorageProvider.Sqlite, Cancel);
        walk.County.Host.Machine.Advance(TimeSpan.FromDays(2));
        await walk.County.AdmittedAsync(Cancel);
        await walk.County.ForgetNewsAsync(Cancel);

        var heard = await walk.UntilAsync(new DateOnly(2026, 11, 27), Cancel);

        var message = Assert.Single(walk.Messages, m => m is { Day: "11-27", Login: County.Land }).Message;
        Assert.Equal("11月27日（周五）请您办2件", message.Title);
        Assert.Equal(
            [
                "汾河滩有人夜里挖砂的职责归属问题　还有1个工作日，11月30日（周一）到期　反馈意见",
                "汾河滩有人夜里挖砂的职责归属问题　还有3个工作日，12月2日（周三）到期　反馈意见",
            ],
            message.Choices.Select(c => c.Label)
        );
        Assert.Equal(2, heard.Count(h => h.Day == "11-27"));
    }

    [Fact]
    public async Task While_somebody_is_away_the_deputy_is_reminded_and_nobody_else()
    {
        await using var walk = await DeadlineWalk.BeginAsync(StorageProvider.Sqlite, Cancel);
        await walk.County.Host.Database.WriteAsync(
            async (db, token) =>
            {
                var away = await db.People.SingleAsync(p => p.Login == County.Land, token);
                (away.DeputyId, away.DeputyFrom, away.DeputyTo) = (
                    walk.County.Id(DeadlineWalk.LandLeader),
                    new DateOnly(2026, 11, 25),
                    new DateOnly(2026, 11, 27)
                );
            },
            Cancel
        );

        var heard = await walk.UntilAsync(new DateOnly(2026, 11, 30), Cancel);

        Assert.Equal(["11-25", "11-27"], heard.Where(h => h.Login == DeadlineWalk.LandLeader).Select(h => h.Day));
        Assert.Equal(["11-30"], heard.Where(h => h.Login == County.Land).Select(h => h.Day));
    }

    [Fact]
    public async Task Where_a_unit_has_nobody_left_the_office_hears_instead_and_nothing_is_dropped()
    {
        await using var walk = await DeadlineWalk.BeginAsync(StorageProvider.Sqlite, Cancel);
        await walk.County.Host.Database.WriteAsync(
            (db, token) =>
                db.People.Where(p => p.UnitId == walk.County.Unit("ziran")).ExecuteUpdateAsync(set => set.SetProperty(p => p.Active, false), token),
            Cancel
        );

        var heard = await walk.UntilAsync(new DateOnly(2026, 11, 25), Cancel);

        Assert.Contains(
            heard,
            h => h is { Login: County.Office, Title: "汾河滩有人夜里挖砂的职责归属问题（反馈意见）：责任单位没有可以通知的人，请电话联系" }
        );
    }

    [Fact]
    public async Task A_session_is_reminded_of_the_working_day_before_and_an_hour_before_and_not_at_noon()
    {
        await using var walk = await DeadlineWalk.BeginAsync(StorageProvider.Sqlite, Cancel);
        var start = ChinaTime.FromLocal(new DateOnly(2026, 11, 30), new TimeOnly(15, 0));
        await walk.County.DoAsync(County.Office, new AdmitConsultation(walk.ConsultationId, null, AdmissionRoute.OwnSession), Cancel);
        await walk.County.DoAsync(
            County.Office,
            new Core.Consultations.Sessions.ScheduleSession(walk.ConsultationId, null, start, "三楼会议室"),
            Cancel
        );
        await walk.County.ForgetNewsAsync(Cancel);

        var heard = await walk.UntilAsync(new DateOnly(2026, 11, 30), Cancel);

        Assert.Contains(
            heard,
            h => h is { Day: "11-27", Login: County.Clerk, Title: "11月30日（周一）15:00会商会议：汾河滩有人夜里挖砂的职责归属问题" }
        );
        Assert.Single(heard, h => h is { Day: "11-30", Login: County.Clerk, Title: "今天15:00开会：汾河滩有人夜里挖砂的职责归属问题" });
        // The view is wanted for the session; on its morning that is one line, an hour before the session is a message of its own.
        Assert.Equal(2, heard.Count(h => h is { Day: "11-30", Login: County.Land }));
    }

    [Fact]
    public async Task Made_up_for_in_the_evening_it_goes_to_whoever_is_there_on_the_morning_it_is_said()
    {
        await using var walk = await DeadlineWalk.BeginAsync(StorageProvider.Sqlite, Cancel);
        var monday = new DateOnly(2026, 11, 30);
        await walk.County.DoAsync(County.Office, new AdmitConsultation(walk.ConsultationId, null, AdmissionRoute.OwnSession), Cancel);
        await walk.County.DoAsync(
            County.Office,
            new Core.Consultations.Sessions.ScheduleSession(
                walk.ConsultationId,
                null,
                ChinaTime.FromLocal(monday, new TimeOnly(15, 0)),
                "三楼会议室"
            ),
            Cancel
        );
        await walk.County.ForgetNewsAsync(Cancel);

        // No worker on Friday until the evening; then the clerk hands over for Monday.
        walk.County.Host.Machine.SetUtcNow(ChinaTime.FromLocal(monday.AddDays(-3), new TimeOnly(20, 0)));
        await walk.County.Host.Sweep.RunAsync(Cancel);
        await walk.County.Host.Database.WriteAsync(
            async (db, token) =>
            {
                var away = await db.People.SingleAsync(p => p.Login == County.Clerk, token);
                (away.DeputyId, away.DeputyFrom, away.DeputyTo) = (walk.County.Id(County.Leader), monday, monday);
            },
            Cancel
        );
        var heard = await walk.UntilAsync(monday, Cancel);

        Assert.DoesNotContain(heard, h => h.Login == County.Clerk);
        Assert.Contains(heard, h => h is { Day: "11-30", Login: County.Leader } && h.Title.Contains("15:00会商会议", StringComparison.Ordinal));
    }

    private static Task<int> LeaveAsync(DeadlineWalk walk, string login) =>
        walk.County.Host.Database.WriteAsync(
            (db, token) => db.People.Where(p => p.Login == login).ExecuteUpdateAsync(p => p.SetProperty(x => x.Active, false), token),
            Cancel
        );
}
