using Microsoft.Extensions.Time.Testing;

namespace SupervisionBot.Testing;

/// <summary>The machine's clock in tests: stands still until a test moves it.</summary>
public static class TestClock
{
    /// <summary>Monday, 23 November 2026, 09:00 in Shanghai: the moment at which the documented dialogues begin.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(8));

    public static FakeTimeProvider At(DateTimeOffset? moment = null) => new(moment ?? Start);
}
