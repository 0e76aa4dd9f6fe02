using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Calendars.Expressions;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Directory;

namespace SupervisionBot.Bot.Conversations.Starting;

/// <summary>Puts what was said into the draft: the first sentence makes it, later ones add what they say and leave the rest alone. No words are lost.</summary>
internal sealed class StartWords(Names names, WorkingCalendar calendar)
{
    // 加急 and 急 tell no reason.
    private const int ShortestReason = 6;
    private static readonly TimeOnly UsualHour = new(9, 0);
    private static readonly TimeOnly UsualAfternoon = new(14, 30);

    public async Task<StartDraft> AddAsync(TurnContext turn, StartDraft draft, string text, CancellationToken cancel)
    {
        var gazetteer = await names.GazetteerAsync(turn.Work.Db, cancel);
        var reader = new ConsultationReader(gazetteer, calendar);
        var first = draft.Account.Length == 0;
        if (!first && Corrected(draft, reader, gazetteer, turn, text) is { } corrected)
        {
            return corrected;
        }

        var said = reader.Read(text, turn.Work.Now, turn.Work.Person.UnitId.ToString());
        var situation = draft.SituationChosen || said.Situation == Situation.Unsure ? draft.Situation : said.Situation;
        var account = first ? text : Appended(draft.Account, said, text);
        return draft with
        {
            Account = account,
            Situation = situation,
            MadeTitle =
                Title(reader, turn, account, situation) ?? (draft.MadeTitle.Length > 0 ? draft.MadeTitle : ConsultationTitle.FirstClause(account)),
            UnitIds = first || draft.UnitIds.Count == 0 || said.OwnView is null ? Joined(draft, said, first) : draft.UnitIds,
            Negotiation = NegotiationOf(said) ?? draft.Negotiation,
            OwnView = said.OwnView ?? (said.HasNoView ? Texts.NoOwnView : draft.OwnView),
            Urgent = draft.Urgent || said.Urgent,
            UrgentReason = draft.UrgentReason ?? (first ? null : UrgentReasonIn(draft, said, text)),
            WishedAt = said.Wished is { Date: not null } wished ? WishedAt(draft, text, wished) : draft.WishedAt,
        };
    }

    /// <summary>What only corrects the title, the situation or the units is no part of the account; null where the text is more than that.</summary>
    private static StartDraft? Corrected(StartDraft draft, ConsultationReader reader, Gazetteer gazetteer, TurnContext turn, string text)
    {
        if (TitleChange.In(text) is { } title)
        {
            return draft with { OwnTitle = title };
        }

        if (StartCorrection.SituationIn(text) is { } words)
        {
            var situation = reader.Read(words, turn.Work.Now, ownUnit: null).Situation;
            return situation == Situation.Unsure ? null : draft with { Situation = situation, SituationChosen = true };
        }

        var named = gazetteer.FindUnits(text);
        if (!StartCorrection.IsOnlyUnits(text, named))
        {
            return null;
        }

        var unwanted = UnitsMeant.Denied(text, named);
        var wanted = named.Select(unit => unit.Value).Except(unwanted).Select(unit => Guid.Parse(unit.Key)).ToList();
        var exchanged = wanted.Count > 0 && unwanted.Count == 0 && StartCorrection.IsExchange(text);
        var kept = exchanged ? [] : draft.UnitIds.Except(unwanted.Select(unit => Guid.Parse(unit.Key)));
        return draft with { UnitIds = [.. kept.Union(wanted)] };
    }

    /// <summary>急，再不弄要出事故了 says why itself; where it was asked, the next words that answer nothing else do.</summary>
    private static string? UrgentReasonIn(StartDraft draft, ConsultationWording said, string text)
    {
        var answersElse = said.Negotiation != Negotiation.Unsaid || said.OwnView is not null || said.HasNoView || said.Wished is not null;
        return (draft.Urgent && !answersElse) || (said.Urgent && text.Length >= ShortestReason) ? text : null;
    }

    /// <summary>The moment named; a part of the day begins with its office hours, and an hour by itself is of the day that was said before.</summary>
    private static DateTimeOffset WishedAt(StartDraft draft, string text, DateExpression wished)
    {
        var usual = DayMeant.IsAfternoon(text, wished) ? UsualAfternoon : UsualHour;
        var day = DayMeant.IsHourAlone(text, wished) && draft.WishedAt is { } before ? ChinaTime.DateOf(before) : wished.Date!.Value;
        return ChinaTime.FromLocal(day, wished.Time ?? usual);
    }

    private static string? Title(ConsultationReader reader, TurnContext turn, string account, Situation situation)
    {
        var read = reader.Read(account, turn.Work.Now, turn.Work.Person.UnitId.ToString());
        return read.Situation == situation || read.Title is null ? read.Title : TitleWriter.Write(account, situation, _ => false);
    }

    /// <summary>Units named, or those the matter list knows for a first sentence that names none. A view names units as answers, not as guests.</summary>
    private static List<Guid> Joined(StartDraft draft, ConsultationWording said, bool first)
    {
        var named = said.UnitsFromMatters && !first ? [] : said.Units.Select(u => Guid.Parse(u.Key));
        return [.. draft.UnitIds.Concat(named).Distinct()];
    }

    private static string? NegotiationOf(ConsultationWording said) =>
        said.Negotiation switch
        {
            Negotiation.Failed => Texts.NegotiationFailed,
            Negotiation.Tried => Texts.NegotiationTried,
            Negotiation.Untried => Texts.NegotiationUntried,
            _ => null,
        };

    /// <summary>What the addition says beside negotiation and view goes to the account; the clause on the negotiation is kept there in the person's words.</summary>
    private static string Appended(string account, ConsultationWording said, string text)
    {
        var claimed = said.OwnView is not null || said.HasNoView || said.Negotiation != Negotiation.Unsaid;
        if (!claimed)
        {
            return $"{account}\n{text}";
        }

        var rest = Clauses.Of(OwnViews.Before(text)).Where(clause => !OwnViews.IsNone(clause)).ToList();
        return rest.Count == 0 ? account : $"{account}\n{string.Join('，', rest)}";
    }
}
