using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Calendars.Expressions;
using SupervisionBot.Core.Directory;

namespace SupervisionBot.Bot.Understanding;

/// <summary>
/// Takes a sentence as staff type it and tells what is wanted and which details were given. Grammars find dates, numbers, units and matters;
/// the weighted cues of <c>cues.txt</c> decide between the intents. Pure and thread-safe; far below a millisecond for a chat message.
/// </summary>
public sealed class Understander(Gazetteer gazetteer, WorkingCalendar calendar)
{
    // Points that make an intent as good as certain, and the lead over the next that makes it e times likelier.
    private const double FullEvidence = 8;
    private const double Temperature = 2.5;

    // What lies beyond is account, not wish: nobody says what they want after so many characters.
    private const int LongestWish = 2_000;

    private static readonly Cues Wishes = Cues.Load("cues.txt", IntentNames.All);

    private readonly ChineseDates dates = new(calendar);

    /// <summary>Understands <paramref name="text"/> as typed at <paramref name="now"/>.</summary>
    public Understanding Understand(string text, DateTimeOffset now)
    {
        var wish = text.Trim();
        wish = wish.Length > LongestWish ? wish[..LongestWish] : wish;
        var utterance = Utterance.Read(wish, now, gazetteer, dates);
        var scores = Wishes.Score(wish.TrimEnd('。', '.', '！', '!', '~', '～', ' '), utterance.Features());
        var best = Array.IndexOf(scores, scores.Max());
        if (scores[best] <= 0)
        {
            return new(Intent.OutOfScope, 0, Slots.Of(Intent.OutOfScope, utterance));
        }

        var intent = (Intent)best;
        return new(intent, Confidence(scores, best), Slots.Of(intent, utterance));
    }

    private static double Confidence(int[] scores, int best)
    {
        var share = 0.0;
        foreach (var score in scores)
        {
            share += Math.Exp((score - scores[best]) / Temperature);
        }

        return Math.Round(Math.Min(1, scores[best] / FullEvidence) / share, 2);
    }
}
