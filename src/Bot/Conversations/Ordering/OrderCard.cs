using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Core;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.AssistanceOrders.Queries;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Forms;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Bot.Conversations.Ordering;

/// <summary>Draws the draft of an order (conversation.md 2.2): what was understood, a word where the time is short, and what can be done with it.</summary>
internal sealed class OrderCard(OrderLimits limits)
{
    /// <summary>Argument of <see cref="OrderTalk.Send"/>: to which department, where the person chose among several.</summary>
    public const string UnitKey = "unit";

    public async Task<Message> DrawAsync(TurnContext turn, Draft draft, string title, CancellationToken cancel)
    {
        var values = OrderDraft.Read(draft);
        var ids = values.UnitIds.Count > 0 ? values.UnitIds : values.Candidates;
        var units = await turn.Work.Db.Units.AsNoTracking().Where(u => ids.Contains(u.Id)).OrderBy(u => u.Order).ToListAsync(cancel);
        var warning = SensitiveText.NumberWarning(values.Account);
        var lines = new[]
        {
            warning,
            values is { Delegated: true, UnitIds.Count: 0 } && units.Count > 0 ? Texts.DelegatedMatter : null,
            values.UnsureDay is { } unsure ? Texts.UnsureDay.With(unsure) : null,
            values is { Urgent: true, Ground: null } ? Texts.UrgentNeedsGround : null,
            await ShortTimeAsync(turn, values, units, cancel),
        }.OfType<string>();
        return new Message
        {
            Title = title,
            Facts = [.. Facts(values, units, draft.FileIds.Count)],
            Text = string.Join('\n', lines) is { Length: > 0 } text ? text : null,
            Choices = [.. Choices(draft, values, units, await SimilarAsync(turn, values, cancel))],
        };
    }

    /// <summary>类似的: what the township has, or others have shared, about the like.</summary>
    public static Task<IReadOnlyList<SimilarOrder>> SimilarAsync(TurnContext turn, OrderDraft values, CancellationToken cancel) =>
        SimilarOrders.OfAsync(turn.Work.Db, turn.Work.Person, values.Title, values.Only, cancel);

    private static IEnumerable<Fact> Facts(OrderDraft values, List<Unit> units, int files)
    {
        yield return new Fact(Texts.FactMatter, values.Title);
        yield return new Fact(Texts.FactDepartment, DepartmentOf(values, units));
        if (values.People is { } people)
        {
            yield return new Fact(Texts.FactPeople, Texts.People.With(people));
        }

        if (values.WishedOn is { } day)
        {
            var wished = OrderWords.Moment(day, values.WishedTime);
            yield return new Fact(Texts.FactDate, values.PeriodTo is { } last ? Texts.Period.With(wished, ChinaTime.Day(last)) : wished);
        }

        if (values.Trainees is { } trainees)
        {
            yield return new Fact(Texts.FactTrainees, trainees);
        }

        yield return new Fact(Texts.FactKind, OrderWords.KindName(values.OrderKind));
        yield return new Fact(Texts.FactUrgency, values.Ground is { } ground ? Texts.UrgentFor.With(OrderWords.GroundName(ground)) : Texts.Ordinary);
        if (files > 0)
        {
            yield return new Fact(Texts.FactFiles, Texts.Files.With(files));
        }
    }

    private static string DepartmentOf(OrderDraft values, List<Unit> units) =>
        units.Count == 0 ? Texts.DepartmentOpen
        : values.UnitIds.Count == 0 && units.Count > 1 ? Texts.DepartmentChoice.With(string.Join('、', units.Select(u => u.ShortName)))
        : string.Join('、', units.Select(u => u.ShortName));

    /// <summary>The day that is wished for comes before the department has to answer: better to call.</summary>
    private async Task<string?> ShortTimeAsync(TurnContext turn, OrderDraft values, List<Unit> units, CancellationToken cancel)
    {
        var due = limits.AcceptDue(turn.Work.Now, values.Ground is not null);
        if (values.Only is not { } lead || values.WishedOn is not { } day || day > ChinaTime.DateOf(due))
        {
            return null;
        }

        var contact = await turn
            .Work.Db.People.Where(p => p.Active && p.UnitId == lead && p.Roles.Contains(Role.Liaison))
            .OrderBy(p => p.Order)
            .FirstOrDefaultAsync(cancel);
        var whom = contact is null ? units[0].ShortName : Texts.Caller.With(contact.Name, contact.Phone);
        return Texts.ShortTime.With(ChinaTime.Moment(due), whom);
    }

    private static IEnumerable<Choice> Choices(Draft draft, OrderDraft values, List<Unit> units, IReadOnlyList<SimilarOrder> similar)
    {
        if (values.UnitIds.Count == 0 && units.Count > 1)
        {
            foreach (var unit in units)
            {
                yield return Drafts.Choice(Texts.ChoiceAsk.With(unit.ShortName), OrderTalk.Send, draft, UnitKey, unit.Id.ToString());
            }
        }
        else
        {
            yield return Drafts.Choice(values.Only is null ? Texts.ChoiceSendToOffice : Texts.ChoiceSend, OrderTalk.Send, draft);
        }

        yield return Drafts.Choice(Texts.ChoiceChange, OrderTalk.Change, draft);
        yield return values.Ground is null
            ? Drafts.Choice(Texts.ChoiceUrgent, OrderTalk.Urge, draft)
            : Drafts.Choice(Texts.ChoiceNotUrgent, OrderTalk.Ease, draft);
        if (similar.Count > 0)
        {
            yield return Drafts.Choice(Texts.ChoiceSimilar.With(similar.Count), OrderTalk.Similar, draft);
        }

        if (values.Disputed || (values.UnitIds.Count == 0 && units.Count > 1))
        {
            yield return Drafts.Choice(Texts.ChoiceConsult, OrderTalk.Consult, draft);
        }

        yield return Drafts.Choice(Texts.ChoiceDrop, OrderTalk.Drop, draft);
    }
}
