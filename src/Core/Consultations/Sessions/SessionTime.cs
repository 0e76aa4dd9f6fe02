using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Forms;

namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>When and where, as asked for, and what is wrong with it.</summary>
internal sealed record SessionTime(DateTimeOffset StartsAt, TimeSpan Length, string? Place)
{
    public static readonly TimeSpan DefaultLength = TimeSpan.FromHours(2);
    private const int MaxPlace = 100;
    private static readonly TimeSpan Shortest = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    public DateTimeOffset EndsAt => StartsAt + Length;

    public string CleanPlace { get; } = PlainText.Clean(Place).Replace('\n', ' ');

    /// <summary>The sentence to say, or null when it will do. <paramref name="now"/> is the business clock.</summary>
    public string? Complaint(DateTimeOffset now)
    {
        if (StartsAt <= now)
        {
            return Texts.StartInPast.With(Said);
        }

        if (StartsAt > now.AddYears(1))
        {
            return Texts.StartTooFar.With(Said);
        }

        if (Length < Shortest || Length > Longest)
        {
            return Texts.LengthWrong;
        }

        return CleanPlace.Length switch
        {
            0 => Texts.NoPlace,
            > MaxPlace => Texts.PlaceTooLong,
            _ => SensitiveText.SecrecyRefusal(CleanPlace),
        };
    }

    private string Said => ChinaTime.FullDay(ChinaTime.DateOf(StartsAt)) + $"{ChinaTime.ToLocal(StartsAt):HH:mm}";
}
