using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using static SupervisionBot.Core.TypicalPractices.PracticeChoices;

namespace SupervisionBot.Core.TypicalPractices;

/// <summary>What leaders and the office are told about a practice, each with exactly the actions that are theirs.</summary>
internal static class PracticeNotices
{
    /// <summary>To the unit's leader: one message, one action.</summary>
    public static Message PleaseRelease(TypicalPractice practice, Person drafter) =>
        new()
        {
            Title = Texts.NoticeReleaseTitle.With(practice.Title),
            Facts = [Shape(practice), new Fact(Texts.FactDrafter, Addressees.Line(drafter))],
            Choices = [Of(PracticeAction.Release, practice), Of(PracticeAction.SendBack, practice), Full(practice)],
            Footer = Footer(practice.Number),
        };

    /// <summary>To the leader for whom agreement was entered: one button.</summary>
    public static Message ReleasedForYou(TypicalPractice practice, Person enteredBy, DateTimeOffset at) =>
        new()
        {
            Title = Texts.NoticeReleasedForYouTitle.With(practice.Title),
            Text = Texts.NoticeReleasedForYouText.With(Addressees.Line(enteredBy), ChinaTime.Stamp(at)),
            Choices = [Of(PracticeAction.RevokeRelease, practice)],
            Footer = Footer(practice.Number),
        };

    /// <summary>To the office: four decisions.</summary>
    public static async Task<Message> PleaseReviewAsync(WorkDb db, TypicalPractice practice, CancellationToken cancel)
    {
        var files = await db.Files.CountAsync(f => f.RecordId == practice.Id, cancel);
        var facts = new List<Fact> { Shape(practice), new(Texts.FieldContact, practice.Contact) };
        if (files > 0)
        {
            facts.Insert(1, new Fact(Texts.FactFiles, Texts.FilesCount.With(files)));
        }

        return new Message
        {
            Title = Texts.NoticeReviewTitle.With(practice.Title, practice.Unit!.ShortName),
            Facts = facts,
            Choices = [.. Decisions.Select(action => Of(action, practice)), Full(practice)],
            Footer = Footer(practice.Number),
        };
    }

    /// <summary>To the office: the leader has taken back an agreement that was entered for them.</summary>
    public static Message ReleaseRevoked(TypicalPractice practice) =>
        new()
        {
            Title = Texts.NoticeRevokedOfficeTitle.With(practice.Title),
            Text = Texts.NoticeRevokedOfficeText.With(practice.Unit!.ShortName),
            Footer = Footer(practice.Number),
        };

    /// <summary>To everybody who was still to do something.</summary>
    public static Message Cancelled(TypicalPractice practice, string? reason) =>
        new()
        {
            Title = Texts.NoticeCancelledTitle.With(practice.Title, practice.Unit!.ShortName),
            Text = reason is null ? Texts.NoticeNothingToDo : Texts.NoticeReason.With(reason) + "\n" + Texts.NoticeNothingToDo,
            Footer = Footer(practice.Number),
        };

    private static Fact Shape(TypicalPractice practice) => new(Texts.FactShape, PracticeAdvice.Shape(practice.Body, practice.Title));
}
