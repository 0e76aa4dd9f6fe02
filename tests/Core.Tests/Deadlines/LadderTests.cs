using CsCheck;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Deadlines;
using Xunit;

namespace SupervisionBot.Core.Tests.Deadlines;

public sealed class LadderTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Shipped;
    private static readonly DeadlineSettings Settings = new();
    private static readonly Ladder Ladder = new(Settings, Calendar);

    private static readonly Gen<(Promise Promise, DateTimeOffset From, bool Urgent)> Starts = Gen.Select(
        Gen.Enum<Promise>(),
        Gen.Int[0, 4 * 365 * 24 * 60].Select(minutes => ChinaTime.FromLocal(new DateOnly(2022, 1, 1), TimeOnly.MinValue).AddMinutes(minutes)),
        Gen.Bool
    );

    [Fact]
    public void Whatever_is_promised_whenever_it_is_reminded_of_in_office_hours_and_never_twice_a_day() =>
        Starts.Sample(start =>
        {
            var due = DueOf(start);
            var steps = Walk(LadderKind.Of(start.Promise), due, start.From, delay: TimeSpan.Zero);

            Assert.All(steps, s => Assert.True(Calendar.IsWithinWorkingSegment(s.At), $"{s.Rung.Day} at {ChinaTime.Moment(s.At)}"));
            Assert.All(steps, s => Assert.True(s.At > start.From));
            Assert.Equal(steps.Count, steps.Select(s => ChinaTime.DateOf(s.At)).Distinct().Count());
            Assert.Equal(steps.OrderBy(s => s.At), steps);
        });

    [Fact]
    public void Nobody_above_hears_before_the_owner_and_the_office_have_had_a_working_day_however_late_the_worker_is() =>
        Gen.Select(Starts, Gen.Int[0, 60 * 24 * 20])
            .Sample(
                (start, late) =>
                {
                    var kind = LadderKind.Of(start.Promise);
                    var due = DueOf(start);
                    var steps = Walk(kind, due, start.From, TimeSpan.FromMinutes(late));
                    var leader = steps.Find(s => s.Rung.To.Contains(Audience.UnitLeader));
                    if (leader is null)
                    {
                        Assert.True(!kind.Escalates || kind.Debtor != Debtor.Unit);
                        return;
                    }

                    var preview = steps.Find(s => s.Rung.To.Contains(Audience.Preview))!;
                    Assert.Contains(Audience.Owner, preview.Rung.To);
                    Assert.True(Calendar.WorkingDaysBetween(ChinaTime.DateOf(preview.At), ChinaTime.DateOf(leader.At)) >= 1);
                }
            );

    // Orders know themselves how long they may take; three working days is their most usual limit.
    private static DateTimeOffset DueOf((Promise Promise, DateTimeOffset From, bool Urgent) start) =>
        DeadlineSettings.HasRule(start.Promise)
            ? new DeadlineRules(Settings, Calendar).DueOf(start.Promise, start.From, start.Urgent)
            : ChinaTime.FromLocal(Calendar.AddWorkingDays(ChinaTime.DateOf(start.From), 3), new TimeOnly(23, 59));

    [Fact]
    public void A_limit_on_a_Sunday_is_reminded_of_on_the_Friday_before()
    {
        var sunday = ChinaTime.FromLocal(new DateOnly(2022, 7, 31), new TimeOnly(23, 59));

        Assert.Equal("7月29日（周五）08:30", ChinaTime.Moment(Ladder.MomentOf(0, sunday)));
        Assert.Equal("8月1日（周一）08:30", ChinaTime.Moment(Ladder.MomentOf(1, sunday)));
    }

    [Fact]
    public void A_day_before_a_make_up_Saturday_is_the_Friday_and_not_before_the_holiday()
    {
        // 10 October 2026 is a Saturday that is worked.
        var saturday = Calendar.EndOfBusiness(new DateOnly(2026, 10, 10));

        Assert.Equal("10月9日（周五）08:30", ChinaTime.Moment(Ladder.MomentOf(-1, saturday)));
        Assert.Equal("10月10日（周六）08:30", ChinaTime.Moment(Ladder.MomentOf(0, saturday)));
        Assert.Equal("9月30日（周三）08:30", ChinaTime.Moment(Ladder.MomentOf(-3, saturday)));
    }

    [Fact]
    public void Held_the_unit_leader_hears_a_working_day_later()
    {
        var due = Calendar.EndOfBusiness(new DateOnly(2026, 11, 25));
        var morning = Ladder.MomentOf(1, due);
        var kind = LadderKind.Of(Promise.View);

        Assert.Equal("11月27日（周五）08:30", ChinaTime.Moment(Ladder.After(kind, due, 1, morning, held: false)!.At));
        Assert.Equal("11月30日（周一）08:30", ChinaTime.Moment(Ladder.After(kind, due, 1, morning, held: true)!.At));
    }

    [Theory]
    [InlineData(2, 1, "Preview must come at least a day earlier")]
    [InlineData(0, 2, "until the due date only Owner may hear")]
    public void A_ladder_that_would_embarrass_is_refused_with_its_key(int leader, int preview, string complaint)
    {
        var settings = new DeadlineSettings();
        settings.Ladder.AddRange([new(leader, [Audience.UnitLeader]), new(preview == 1 ? 3 : preview, [Audience.Owner, Audience.Preview])]);

        Assert.Contains(
            settings.Complaints(),
            c => c.StartsWith("Deadlines:Ladder", StringComparison.Ordinal) && c.Contains(complaint, StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Rules_that_contradict_are_named()
    {
        var settings = new DeadlineSettings();
        settings.Rules[Promise.View] = new DeadlineRule { Amount = 12 };
        settings.Rules[Promise.Admission] = new DeadlineRule { Amount = 0 };
        settings.Rules[Promise.Draft] = new DeadlineRule { Amount = 2, UrgentAmount = 3 };

        var complaints = settings.Complaints().ToList();

        Assert.Contains(complaints, c => c.Contains("Session (10) ends before View (12)", StringComparison.Ordinal));
        Assert.Contains(complaints, c => c.Contains("Rules:Admission must be 1 to", StringComparison.Ordinal));
        Assert.Contains(complaints, c => c.Contains("Rules:Draft: UrgentAmount 3 is longer", StringComparison.Ordinal));
        Assert.Empty(new DeadlineSettings().Complaints());
    }

    /// <summary>Every rung as a worker would settle it that is always late by that much, within office hours.</summary>
    private static List<PlannedRung> Walk(LadderKind kind, DateTimeOffset due, DateTimeOffset from, TimeSpan delay)
    {
        var steps = new List<PlannedRung>();
        var next = Ladder.First(kind, due, from);
        while (next is not null)
        {
            var at = delay == TimeSpan.Zero ? next.At : Calendar.NextWorkingInstant(next.At + delay);
            if (!Ladder.IsOvertaken(kind, due, next.Rung.Day, at))
            {
                steps.Add(next with { At = at });
            }

            next = Ladder.After(kind, due, next.Rung.Day, at, held: false);
        }

        return steps;
    }
}
