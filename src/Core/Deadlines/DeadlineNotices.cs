using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Deadlines;

/// <summary>What a deadline says to whom (conversation.md 2.5): matter first, even tone, with what the reader can do.</summary>
internal static class DeadlineNotices
{
    private const int EntryTitle = 24;

    /// <summary>To who owes it: before and on the day what is left, afterwards by how much it is over and who will hear next.</summary>
    public static DigestLine ForOwner(Deadline deadline, TodoItem todo, Actor reader, DateTimeOffset now, WorkingCalendar calendar)
    {
        var late = now > deadline.Due;
        var left = DueWords.Left(deadline, now, calendar);
        var verb = DueWords.Verb(deadline.Promise);
        var message = new Message
        {
            Title = late
                ? Texts.OwnerLateTitle.With(deadline.Title, DueWords.Date(deadline), verb, left)
                : Texts.OwnerTitle.With(deadline.Title, left, verb),
            Text =
                late ? WhatFollows(deadline)
                : calendar.IsPublished(ChinaTime.DateOf(deadline.Due)) || deadline.WholeDay ? null
                : Texts.Provisional,
            Choices = [.. todo.Choices, .. DeadlineChoices.ForOwner(reader, deadline, now)],
            Footer = deadline.Number,
        };
        return new DigestLine(message, Entry(deadline, left, verb), deadline.Due, Mine: true);
    }

    /// <summary>To those above and beside; null where they have nothing to do with it any more.</summary>
    public static async Task<DigestLine?> ForOthersAsync(
        Audience audience,
        Deadline deadline,
        Actor reader,
        Work work,
        WorkingCalendar calendar,
        CancellationToken cancel
    )
    {
        var who = await OwedByAsync(work.Db, deadline, cancel);
        var left = DueWords.Left(deadline, work.Now, calendar);
        var verb = DueWords.Verb(deadline.Promise);
        var facts = new List<Fact> { new(Texts.FactDue, DueWords.Date(deadline)), new(Texts.FactOwedBy, who) };
        if (deadline.Explanation is { } explanation)
        {
            facts.Add(new Fact(Texts.FactExplanation, explanation));
        }

        var title = audience switch
        {
            Audience.Preview => Texts.PreviewTitle.With(deadline.Title, verb),
            Audience.UnitLeader => Texts.LeaderTitle.With(deadline.Title, verb, left),
            Audience.Office when work.Now <= deadline.Due => Texts.UnreachedTitle.With(deadline.Title, verb),
            _ => Texts.LateTitle.With(deadline.Title, verb, left),
        };
        IEnumerable<Choice> choices = audience switch
        {
            Audience.Preview => DeadlineChoices.BeforeLeaderHears(reader, deadline),
            Audience.Office => DeadlineChoices.Allowed(reader, deadline, DeadlineAction.TakeCharge, DeadlineAction.Pause),
            _ => [],
        };
        var message = new Message
        {
            Title = title,
            Facts = facts,
            Choices = [.. choices, DeadlineChoices.Full(deadline)],
            Footer = deadline.Number,
        };
        return new DigestLine(message, DeadlineChoices.Open(deadline.Id, title), deadline.Due, Mine: audience == Audience.Preview);
    }

    /// <summary>市生态环境局，赵明 136…: who owes it and how to reach them, B角 not considered.</summary>
    public static async Task<string> OwedByAsync(WorkDb db, Deadline deadline, CancellationToken cancel)
    {
        var people = await DeadlineAddressees.OwnersAsync(db, deadline, cancel);
        var line = people.Count == 0 ? Texts.NobodyThere : string.Join('、', people.Select(Addressees.Line));
        var unit = await db.Units.AsNoTracking().Where(u => u.Id == deadline.UnitId).Select(u => u.Name).FirstOrDefaultAsync(cancel);
        return unit is null ? line : Texts.UnitAndPerson.With(unit, line);
    }

    private static string? WhatFollows(Deadline deadline) =>
        deadline.Promise == Promise.Countersign ? Texts.CountersignLate
        : deadline is { Debtor: Debtor.Unit, NextRung: LadderRung.LeaderDay } ? Texts.LeaderHearsNext
        : null;

    private static Choice Entry(Deadline deadline, string left, string verb) =>
        DeadlineChoices.Open(deadline.Id, Texts.EntryLine.With(ConsultationTitle.Cut(deadline.Title, EntryTitle), left, verb));
}
