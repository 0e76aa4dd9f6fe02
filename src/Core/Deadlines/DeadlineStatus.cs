using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Deadlines;

/// <summary>A deadline as its reader may see and move it, and how its date came about.</summary>
public static class DeadlineStatus
{
    /// <summary>What is owed until when, and what the reader can do now; null where they may not see it.</summary>
    public static async Task<Message?> OfAsync(
        WorkDb db,
        Actor reader,
        Guid id,
        DateTimeOffset now,
        WorkingCalendar calendar,
        CancellationToken cancel
    )
    {
        ArgumentNullException.ThrowIfNull(db);
        if (await db.Deadlines.AsNoTracking().VisibleTo(reader).FirstOrDefaultAsync(d => d.Id == id, cancel) is not { } deadline)
        {
            return null;
        }

        var todos = await Todos.OfAsync(db, reader, now, calendar, cancel);
        IEnumerable<Choice> own = todos.FirstOrDefault(t => t.Deadline?.Id == id) is { } todo
            ? todo.Choices.Concat(DeadlineChoices.ForOwner(reader, deadline, now))
            : [.. OfOthers(reader, deadline), DeadlineChoices.Full(deadline)];
        return new Message
        {
            Title = Texts.StatusTitle.With(deadline.Title, DueWords.Verb(deadline.Promise), DueWords.Left(deadline, now, calendar)),
            Facts = [.. await FactsAsync(db, deadline, now, calendar, cancel)],
            Choices = [.. own, DeadlineChoices.WhyThisDay(deadline)],
            Footer = deadline.Number,
        };
    }

    /// <summary>为什么是这天: day by day what counted and why, and what moved it since; null where the reader may not see it.</summary>
    public static async Task<Message?> WhyAsync(WorkDb db, Actor reader, Guid id, WorkingCalendar calendar, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(calendar);
        return await db.Deadlines.AsNoTracking().VisibleTo(reader).FirstOrDefaultAsync(d => d.Id == id, cancel) is { } deadline
            ? new Message
            {
                Title = Texts.WhyTitle.With(deadline.Title, DueWords.Verb(deadline.Promise), DueWords.Date(deadline)),
                Text = string.Join('\n', WhyLines(deadline, calendar)),
                Footer = deadline.Number,
            }
            : null;
    }

    /// <summary>The lines of <see cref="WhyAsync"/>.</summary>
    public static IEnumerable<string> WhyLines(Deadline deadline, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(deadline);
        ArgumentNullException.ThrowIfNull(calendar);
        var lines = deadline.Amount is { } amount
            ? calendar.Explain(deadline.StartedAt, amount, deadline.Unit).ToLines()
            : [deadline.WholeDay ? Texts.WhyNamedDay : Texts.WhyNamedMoment];
        return deadline.Due == deadline.OriginalDue
            ? lines
            : lines.Append(Texts.WhyMoved.With(ChinaTime.Moment(deadline.OriginalDue), DueWords.Date(deadline)));
    }

    private static IEnumerable<Choice> OfOthers(Actor reader, Deadline deadline) =>
        DeadlineChoices.Allowed(
            reader,
            deadline,
            DeadlineAction.Grant,
            DeadlineAction.Refuse,
            DeadlineAction.Hold,
            DeadlineAction.TakeCharge,
            DeadlineAction.Pause,
            DeadlineAction.Resume
        );

    private static async Task<IEnumerable<Fact>> FactsAsync(
        WorkDb db,
        Deadline deadline,
        DateTimeOffset now,
        WorkingCalendar calendar,
        CancellationToken cancel
    )
    {
        var facts = new List<Fact>
        {
            new(Texts.FactDue, DueWords.Date(deadline)),
            new(Texts.FactLight, DueWords.NameOf(DueWords.LightOf(deadline, now, calendar))),
            new(Texts.FactOwedBy, await DeadlineNotices.OwedByAsync(db, deadline, cancel)),
        };
        if (deadline.Explanation is { } explanation)
        {
            facts.Add(new Fact(Texts.FactExplanation, explanation));
        }

        if (deadline.AskReason is { } reason && deadline.State == DeadlineState.AwaitingRuling)
        {
            facts.Add(new Fact(Texts.FieldReason, reason));
        }

        if (deadline.PauseReason is { } paused)
        {
            facts.Add(new Fact(Texts.FactPauseReason, paused));
        }

        return facts;
    }
}
