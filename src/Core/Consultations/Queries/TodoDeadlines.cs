using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Queries;

/// <summary>The deadline of an item: its light, never without the word, how much time is left, and who of the office has it in hand.</summary>
public sealed record TodoDeadline(Guid Id, Light Light, string Left, string? Handler);

/// <summary>Puts each item's deadline beside it.</summary>
internal static class TodoDeadlines
{
    public static async Task<IEnumerable<TodoItem>> AttachAsync(
        WorkDb db,
        IReadOnlyList<TodoItem> items,
        DateTimeOffset now,
        WorkingCalendar calendar,
        CancellationToken cancel
    )
    {
        var records = items.Where(i => i.Promise is not null).Select(i => i.RecordId).Distinct().ToList();
        if (records.Count == 0)
        {
            return items;
        }

        var open = await db.Deadlines.AsNoTracking().Where(d => d.ClosedAt == null && records.Contains(d.RecordId)).ToListAsync(cancel);
        var handlers = open.Select(d => d.HandlerId).OfType<Guid>().Distinct().ToList();
        var names = handlers.Count == 0 ? [] : await db.People.Where(p => handlers.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancel);
        return items.Select(item =>
            open.Find(d => d.RecordId == item.RecordId && d.Promise == item.Promise && d.UnitId == item.UnitId) is { } deadline
                ? item with
                {
                    Due = deadline.Due,
                    Deadline = new TodoDeadline(
                        deadline.Id,
                        DueWords.LightOf(deadline, now, calendar),
                        DueWords.Left(deadline, now, calendar),
                        deadline.HandlerId is { } handler ? names.GetValueOrDefault(handler) : null
                    ),
                }
                : item
        );
    }
}

/// <summary>The part of 我的待办 that comes from rulings asked of the office.</summary>
internal static class RulingTodos
{
    public static async Task<IEnumerable<TodoItem>> OfAsync(WorkDb db, Actor actor, CancellationToken cancel)
    {
        if (!actor.IsOffice)
        {
            return [];
        }

        var waiting = await db.Deadlines.AsNoTracking().Where(d => d.ClosedAt == null && d.State == DeadlineState.AwaitingRuling).ToListAsync(cancel);
        return waiting.Select(d => new TodoItem(
            d.Id,
            d.Number,
            d.Title,
            d.Asked == RulingKind.Extension ? Texts.TodoRuleExtension : Texts.TodoRuleAnswered,
            null,
            [DeadlineChoices.Of(DeadlineAction.Grant, d), DeadlineChoices.Of(DeadlineAction.Refuse, d), DeadlineChoices.Full(d)],
            Promise.Ruling
        ));
    }
}
