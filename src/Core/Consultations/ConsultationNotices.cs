using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using static SupervisionBot.Core.Consultations.ConsultationChoices;

namespace SupervisionBot.Core.Consultations;

/// <summary>What leaders and the office are told about a consultation, each with exactly the actions that are theirs (conversation.md 2.1).</summary>
internal static class ConsultationNotices
{
    /// <summary>To the unit's leader: one message, one action.</summary>
    public static async Task<Message> PleaseReleaseAsync(WorkDb db, Consultation consultation, Person drafter, CancellationToken cancel)
    {
        var facts = new List<Fact> { new(Texts.NoticeUnits, await UnitNamesAsync(db, consultation, cancel)) };
        if (consultation.OwnView is { } view)
        {
            facts.Add(new Fact(Texts.FieldOwnView, ConsultationTitle.Cut(view, InvitedNotices.ExcerptLength)));
        }

        if (consultation.UrgentReason is { } urgent)
        {
            facts.Add(new Fact(Texts.FieldUrgent, urgent));
        }

        facts.Add(new Fact(Texts.NoticeClerk, Addressees.Line(drafter)));
        return new Message
        {
            Title = Texts.NoticeReleaseTitle.With(consultation.Title),
            Facts = facts,
            Choices = [Of(ConsultationAction.Release, consultation), Of(ConsultationAction.SendBack, consultation), Full(consultation)],
            Footer = Footer(consultation),
        };
    }

    /// <summary>To the leader for whom agreement was entered: one button.</summary>
    public static Message ReleasedForYou(Consultation consultation, Person enteredBy, DateTimeOffset at) =>
        new()
        {
            Title = Texts.NoticeReleasedForYouTitle.With(consultation.Title),
            Text = Texts.NoticeReleasedForYouText.With(Addressees.Line(enteredBy), ChinaTime.Stamp(at)),
            Choices = [Of(ConsultationAction.RevokeRelease, consultation)],
            Footer = Footer(consultation),
        };

    /// <summary>To the office: five exits.</summary>
    public static async Task<Message> PleaseAdmitAsync(WorkDb db, Consultation consultation, CancellationToken cancel)
    {
        var unit = await db.Units.Where(u => u.Id == consultation.UnitId).Select(u => u.ShortName).FirstAsync(cancel);
        var files = await db.Files.CountAsync(f => f.RecordId == consultation.Id, cancel);
        var negotiation = consultation.Negotiation is { } told ? ConsultationTitle.Cut(told, InvitedNotices.ExcerptLength) : null;
        var about = new[] { Situations.Name(consultation.Situation), negotiation, files == 0 ? null : Texts.NoticeFiles.With(files) };
        var facts = new List<Fact>
        {
            new(Texts.NoticeUnits, await UnitNamesAsync(db, consultation, cancel)),
            new(Texts.NoticeDue, ChinaTime.Moment(consultation.AdmissionDue!.Value)),
        };
        if (consultation.UrgentReason is { } urgent)
        {
            facts.Insert(0, new Fact(Texts.FieldUrgent, urgent));
        }

        return new Message
        {
            Title = Texts.NoticeAdmitTitle.With(consultation.Title, unit),
            Facts = facts,
            Text = string.Join('；', about.OfType<string>()),
            Choices = [.. OfficeNotices.Exits.Select(action => Of(action, consultation)), Full(consultation)],
            Footer = Footer(consultation),
        };
    }

    /// <summary>To the office: the leader has taken back an agreement that was entered for them.</summary>
    public static Message ReleaseRevoked(Consultation consultation) =>
        new()
        {
            Title = Texts.NoticeRevokedOfficeTitle.With(consultation.Title),
            Text = Texts.NoticeRevokedOfficeText.With(consultation.Unit!.ShortName),
            Footer = Footer(consultation),
        };

    /// <summary>To everybody who was still to do something.</summary>
    public static Message Cancelled(Consultation consultation, string? reason, TakenOff? taken)
    {
        var session =
            taken is null ? null
            : taken.SessionCancelled ? Texts.NoticeSessionOff.With(ChinaTime.Moment(taken.Session.StartsAt))
            : Texts.NoticeTakenOff.With(ChinaTime.Moment(taken.Session.StartsAt));
        return new Message
        {
            Title = Texts.NoticeCancelledTitle.With(consultation.Title, consultation.Unit!.ShortName),
            Text = string.Join(
                '\n',
                new[] { reason is null ? null : Texts.NoticeReason.With(reason), session ?? Texts.NoticeNothingToDo }.OfType<string>()
            ),
            Footer = Footer(consultation),
        };
    }

    /// <summary>拟请 units by their short names in protocol order, or that the office decides.</summary>
    public static async Task<string> UnitNamesAsync(WorkDb db, Consultation consultation, CancellationToken cancel)
    {
        var names = await UnitNames.OfAsync(db, consultation.InvitedUnits.ConvertAll(i => i.UnitId), cancel);
        return names.Count == 0 ? Texts.NoticeUnitsOpen : string.Join('、', names);
    }
}
