using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Calendars.Expressions;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Directory;

namespace SupervisionBot.Bot.Understanding;

/// <summary>Reads what a text says about a consultation, to draft it or to add to the draft. Pure and thread-safe.</summary>
public sealed class ConsultationReader(Gazetteer gazetteer, WorkingCalendar calendar)
{
    private static readonly Cues SituationCues = Cues.Load("situations.txt", SnakeCase.NamesOf<Situation>());
    private static readonly Cues NegotiationCues = Cues.Load("negotiations.txt", SnakeCase.NamesOf<Negotiation>());

    // As much as a record's account may hold; a longer text is refused by whoever stores it.
    private const int LongestAccount = 5_000;

    private readonly ChineseDates dates = new(calendar);

    /// <summary>Reads <paramref name="text"/> as typed at <paramref name="now"/> by somebody of the unit <paramref name="ownUnit"/> (a key of the gazetteer).</summary>
    public ConsultationWording Read(string text, DateTimeOffset now, string? ownUnit)
    {
        text = text.Length > LongestAccount ? text[..LongestAccount] : text;
        var today = ChinaTime.DateOf(now);
        // What the asker thinks is no account of the matter, but may be all that tells the situation.
        var account = OwnViews.Before(text);
        var situation = SituationOf(account) is var told and not Situation.Unsure ? told : SituationOf(text);
        var negotiation = (Negotiation)Best(NegotiationCues.Score(text, []));
        var matters = gazetteer.FindMatters(text).Select(match => match.Value).Distinct().ToList();
        var named = Units(text, ownUnit);
        var competent = named.Count > 0 ? [] : matters.SelectMany(matter => matter.CompetentUnits).Distinct().Where(key => key != ownUnit).ToList();
        return new(
            TitleWriter.Write(account, situation, clause => TellsNoMatter(clause, now)),
            situation,
            named.Count > 0 ? named : competent.Select(gazetteer.Unit).OfType<UnitName>().ToList(),
            competent.Count > 0,
            matters,
            negotiation,
            negotiation == Negotiation.Unsaid ? null : SaidAbout(text),
            OwnViews.Find(text, gazetteer),
            OwnViews.IsNone(text),
            Urgency.IsSaidIn(text),
            DayMeant.Of(text, dates.Find(text, now), today)
        );
    }

    private List<UnitName> Units(string text, string? ownUnit) =>
        UnitsMeant.Of(text, gazetteer.FindUnits(text)).Select(match => match.Value).Where(unit => unit.Key != ownUnit).Distinct().ToList();

    /// <summary>Who says what, how it was negotiated, what the asker thinks and when: a title is made of none of these.</summary>
    private bool TellsNoMatter(string clause, DateTimeOffset now) =>
        (gazetteer.FindUnits(clause) is [{ Start: 0 }, ..] && gazetteer.FindMatters(clause).Count == 0)
        || Best(NegotiationCues.Score(clause, [])) > 0
        || OwnViews.IsNone(clause)
        || clause.Length - dates.Find(clause, now).Sum(date => date.Length) < TitleWriter.ShortestMatter;

    private static Situation SituationOf(string text) => (Situation)Best(SituationCues.Score(text, []));

    private static string? SaidAbout(string text) => Clauses.Of(text).FirstOrDefault(clause => Best(NegotiationCues.Score(clause, [])) > 0);

    // The first answer means that nothing was said; it has no cues and so wins only where no other has any.
    private static int Best(int[] scores) => Array.IndexOf(scores, scores.Max());
}
