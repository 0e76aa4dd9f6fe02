using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;

namespace SupervisionBot.Bot.Conversations.Ordering;

/// <summary>Puts what was said into the draft: the first sentence makes it, later ones change what they name and add the rest. No words are lost.</summary>
internal sealed class OrderDraftWords(Names names, WorkingCalendar calendar)
{
    public async Task<OrderDraft> AddAsync(TurnContext turn, OrderDraft draft, string text, CancellationToken cancel)
    {
        var gazetteer = await names.GazetteerAsync(turn.Work.Db, cancel);
        var own = turn.Work.Person.UnitId.ToString();
        var said = new OrderReader(gazetteer, calendar).Read(text, turn.Work.Now, own);
        var first = draft.Account.Length == 0;
        if (!first && TitleChange.In(text) is { } title)
        {
            return draft with { OwnTitle = title };
        }

        var kind = draft.KindChosen ? draft.OrderKind : said.Kind ?? draft.OrderKind;
        return draft with
        {
            Account =
                first ? text
                : said.IsOnlyDetail ? draft.Account
                : $"{draft.Account}\n{text}",
            MadeTitle = draft.MadeTitle.Length > 0 ? draft.MadeTitle : said.Title ?? ConsultationTitle.FirstClause(text),
            OrderKind = kind,
            UnitIds = Units(draft, said, text),
            Candidates = first ? [.. Competent(said, own)] : draft.Candidates,
            Delegated = draft.Delegated || (first && said.Matters.Any(m => m.Delegated)),
            Disputed = draft.Disputed || Disputes(gazetteer, text, turn.Work.Now, own),
            People = said.People ?? draft.People,
            // 上午10点 by itself is an hour of the day that was said before.
            WishedOn =
                draft.WishedOn is { } day && said.Wished is { } hour && DayMeant.IsHourAlone(text, hour) ? day : said.Wished?.Date ?? draft.WishedOn,
            UnsureDay = said.Wished?.Date is not null ? null : said.Unsure ?? draft.UnsureDay,
            WishedTime = said.Wished is { Date: not null } wished ? wished.Time : draft.WishedTime,
            PeriodTo = said.Until ?? draft.PeriodTo,
            Trainees = kind == OrderKind.Secondment ? said.Trainees ?? draft.Trainees : null,
            Urgent = draft.Urgent || said.Urgent,
            // A ground alone is no urgency: “证据转移” stands in many an account. Said to be urgent, it counts.
            Ground = draft.Ground ?? (draft.Urgent || said.Urgent ? said.Ground : null),
        };
    }

    /// <summary>Those named take the place of those before; 再加上 adds, 不要 takes away.</summary>
    private static List<Guid> Units(OrderDraft draft, OrderWording said, string text)
    {
        var named = said.Units.Select(u => Guid.Parse(u.Key)).ToList();
        var unwanted = said.Unwanted.Select(u => Guid.Parse(u.Key)).ToHashSet();
        var kept = named.Count == 0 || unwanted.Count > 0 || UnitsMeant.AreAdded(text) ? draft.UnitIds : [];
        return [.. kept.Where(id => !unwanted.Contains(id)).Union(named)];
    }

    private static IEnumerable<Guid> Competent(OrderWording said, string own) =>
        said.Matters.SelectMany(m => m.CompetentUnits).Where(key => key != own).Distinct().Select(Guid.Parse);

    private bool Disputes(Core.Directory.Gazetteer gazetteer, string text, DateTimeOffset now, string own) =>
        new ConsultationReader(gazetteer, calendar).Read(text, now, own).Situation
            is Situation.CompetenceDisputed
                or Situation.DifferentStandards
                or Situation.AssistanceRefused;
}
