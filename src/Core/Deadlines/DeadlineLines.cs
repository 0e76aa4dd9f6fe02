using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Deadlines;

/// <summary>
/// The lines of a digest that come from deadlines. What the owner reads is an item of their own 我的待办 (the same query): what does not wait for them is not
/// said to them.
/// </summary>
internal sealed class DeadlineLines(WorkingCalendar calendar) : IDigestLines
{
    /// <summary>The part of the step that leads here.</summary>
    public const string Kind = "deadline";

    string IDigestLines.Kind => Kind;

    public async Task<IReadOnlyDictionary<Occurrence, DigestLine>> LinesAsync(
        IReadOnlyList<Occurrence> occurrences,
        Actor reader,
        Work work,
        CancellationToken cancel
    )
    {
        var ids = occurrences.Select(o => o.ItemId).ToList();
        var deadlines = await work.Db.Deadlines.AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancel);
        var todos = await Todos.OfAsync(work.Db, reader, work.Now, calendar, cancel);
        var lines = new Dictionary<Occurrence, DigestLine>();
        foreach (var occurrence in occurrences)
        {
            var deadline = deadlines[occurrence.ItemId];
            if (deadline.State != DeadlineState.Open || deadline.DueValue != occurrence.DueValue)
            {
                continue;
            }

            var line =
                DigestStep.AudienceOf(occurrence) == Audience.Owner
                    ? OwnerLine(deadline, todos, reader, work.Now)
                    : await DeadlineNotices.ForOthersAsync(DigestStep.AudienceOf(occurrence), deadline, reader, work, calendar, cancel);
            if (line is not null)
            {
                lines.Add(occurrence, line);
            }
        }

        return lines;
    }

    private DigestLine? OwnerLine(Deadline deadline, IReadOnlyList<TodoItem> todos, Actor reader, DateTimeOffset now) =>
        todos.FirstOrDefault(t => t.Deadline?.Id == deadline.Id) is { } todo ? DeadlineNotices.ForOwner(deadline, todo, reader, now, calendar) : null;
}
