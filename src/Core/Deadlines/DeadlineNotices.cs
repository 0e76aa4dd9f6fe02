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
    public static async Task<DigestLine> ForOwnerAsync(
        Deadline deadline,
        TodoItem todo,
        Actor reader,
        Work work,
        WorkingCalendar calendar,
        CancellationToken cancel
    )
    {
        var now = work.Now;
        var late = now > deadline.Due;
        var left = DueWords.Left(deadline, now, calendar);
        var verb = DueWords.Verb(deadline.Promise);
        var warning = late ? await WhatFollowsAsync(deadline, work.Db, cancel) : null;
        var message = new Message
        {
            Title = late
                ? Texts.OwnerLateTitle.With(deadline.Title, DueWords.Date(deadline), verb, left)
                : Texts.OwnerTitle.With(deadline.Title, left, verb),
            Text =
                late ? warning
                : calendar.IsPublished(ChinaTime.DateOf(deadline.Due)) || deadline.WholeDay ? null
                : Texts.Provisional,
            Choices = [.. todo.Choices, .. DeadlineChoices.ForOwner(reader, deadline, now)],
            Footer = deadline.Number,
        };
        return new DigestLine(message, Entry(deadline, left, verb), deadline.Due, Mine: true, warning);
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

        var leaderless =
            audience == Audience.Office && deadline.Debtor == Debtor.Unit && !await DeadlineAddressees.HasLeaderAsync(work.Db, deadline, cancel);
        string Title(string matter) =>
            audience switch
            {
                Audience.Preview => Texts.PreviewTitle.With(matter, verb),
                Audience.UnitLeader => Texts.LeaderTitle.With(matter, verb, left),
                Audience.Office when work.Now <= deadline.Due => Texts.UnreachedTitle.With(matter, verb),
                Audience.Office when leaderless => Texts.LeaderlessTitle.With(matter, verb, left),
                _ => Texts.LateTitle.With(matter, verb, left),
            };
        IEnumerable<Choice> choices = audience switch
        {
            Audience.Preview => DeadlineChoices.BeforeLeaderHears(reader, deadline),
            Audience.Office => DeadlineChoices.Allowed(reader, deadline, DeadlineAction.TakeCharge, DeadlineAction.Pause),
            _ => [],
        };
        var message = new Message
        {
            Title = Title(deadline.Title),
            Facts = facts,
            Choices = [.. choices, DeadlineChoices.Full(deadline)],
            Footer = deadline.Number,
        };
        var entry = DeadlineChoices.Open(deadline.Id, Texts.EntryOfOthers.With(Title(ConsultationTitle.Cut(deadline.Title, EntryTitle)), who));
        return new DigestLine(message, entry, deadline.Due, Mine: audience == Audience.Preview);
    }

    /// <summary>市生态环境局，赵明 136…: who owes it and how to reach them, B角 not considered.</summary>
    public static async Task<string> OwedByAsync(WorkDb db, Deadline deadline, CancellationToken cancel)
    {
        var people = await DeadlineAddressees.OwnersAsync(db, deadline, cancel);
        var line = people.Count == 0 ? Texts.NobodyThere : string.Join('、', people.Select(Addressees.Line));
        var unit = await db.Units.AsNoTracking().Where(u => u.Id == deadline.UnitId).Select(u => u.Name).FirstOrDefaultAsync(cancel);
        return unit is null ? line : Texts.UnitAndPerson.With(unit, line);
    }

    private static async Task<string?> WhatFollowsAsync(Deadline deadline, WorkDb db, CancellationToken cancel) =>
        deadline.Promise == Promise.Countersign ? Texts.CountersignLate
        : deadline is { Debtor: Debtor.Unit, NextRung: LadderRung.LeaderDay } && await DeadlineAddressees.HasLeaderAsync(db, deadline, cancel)
            ? Texts.LeaderHearsNext
        : null;

    private static Choice Entry(Deadline deadline, string left, string verb) =>
        DeadlineChoices.Open(deadline.Id, Texts.EntryLine.With(ConsultationTitle.Cut(deadline.Title, EntryTitle), left, verb));
}
