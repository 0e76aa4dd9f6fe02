using System.Diagnostics;
using SupervisionBot.Core.Calendars;

namespace SupervisionBot.Benchmarks;

/// <summary>
/// Sums of the working calendar, over all published years. Beside them, in the same run: the same number of plain <see cref="DateTime.AddDays"/> steps over
/// the same days, which know no holidays.
/// </summary>
internal static class Sums
{
    private const int Count = 1_000_000;
    private const int Rounds = 5;
    private const double BarMicroseconds = 2;

    private static readonly DateOnly First = new(2022, 1, 1);
    private static readonly DateTime FirstMoment = new(2022, 1, 1, 10, 0, 0, DateTimeKind.Unspecified);

    public static void Measure()
    {
        var calendar = WorkingCalendar.Shipped;
        var baseline = Time(index => FirstMoment.AddDays(index % 1_800).AddDays(1 + (index % 60)).Ticks);
        Console.WriteLine($"plain AddDays                  {baseline, 8:F4} µs");
        Report("AddWorkingDays, 1 to 60", baseline, index => calendar.AddWorkingDays(Day(index), 1 + (index % 60)).DayNumber);
        Report("AddWorkingDays, 1000", baseline, index => calendar.AddWorkingDays(Day(index), 1_000).DayNumber);
        Report("WorkingDaysBetween, to 5 years", baseline, index => calendar.WorkingDaysBetween(First, Day(index)));
        Report("AddWorkingHours, 1 to 60", baseline, index => calendar.AddWorkingHours(Moment(index), 1 + (index % 60)).Ticks);
        Report("WorkingTimeBetween", baseline, index => calendar.WorkingTimeBetween(Moment(0), Moment(index)).Ticks);
        Console.WriteLine($"bar: {BarMicroseconds} µs");
    }

    private static DateOnly Day(int index) => First.AddDays(index % 1_800);

    private static DateTimeOffset Moment(int index) => new(FirstMoment.AddMinutes(index * 7L % (1_800 * 1_440)), TimeSpan.FromHours(8));

    private static void Report(string what, double baseline, Func<int, long> sum)
    {
        var time = Time(sum);
        Console.WriteLine(
            $"{what, -30} {time, 8:F4} µs, {time / baseline, 6:F1} times plain AddDays{(time > BarMicroseconds ? "  OVER THE BAR" : "")}"
        );
    }

    /// <summary>Microseconds for one, the best of several rounds; the results are added up so that none is left out.</summary>
    private static double Time(Func<int, long> sum)
    {
        var best = double.MaxValue;
        var total = 0L;
        for (var round = 0; round < Rounds; round++)
        {
            var since = Stopwatch.GetTimestamp();
            for (var index = 0; index < Count; index++)
            {
                total += sum(index);
            }

            best = Math.Min(best, Stopwatch.GetElapsedTime(since).TotalMicroseconds / Count);
        }

        GC.KeepAlive(total);
        return best;
    }
}
