using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using static SupervisionBot.Core.Consultations.ConsultationChoices;

namespace SupervisionBot.Core.Consultations;

/// <summary>What others are told about a consultation, each with exactly the actions that are theirs (conversation.md 2.1).</summary>
internal static class ConsultationNotices
{
    /// <summary>To the unit's leader: one message, one action.</summary>
    public static async Task<Message> PleaseReleaseAsync(WorkDb db, Consultation consultation, Person drafter, CancellationToken cancel)
    {
        var facts = new List<Fact> { new(Texts.NoticeUnits, await UnitNamesAsync(db, consultation, cancel)) };
        if (consultation.OwnView is { } view)
        {
            facts.Add(new Fact(Texts.FieldOwnView, view));
        }

        facts.Add(new Fact(Texts.NoticeClerk, $"{drafter.Name} {drafter.Phone}"));
        return new Message
        {
            Title = Texts.NoticeReleaseTitle.With(consultation.Title),
            Facts = facts,
            Choices =
            [
                Of(ConsultationAction.Release, consultation, Texts.ChoiceRelease),
                Of(ConsultationAction.SendBack, consultation, Texts.ChoiceSendBack),
                Full(consultation),
            ],
            Footer = consultation.Number,
        };
    }

    /// <summary>To the office: five exits.</summary>
    public static async Task<Message> PleaseAdmitAsync(WorkDb db, Consultation consultation, CancellationToken cancel)
    {
        var unit = await db.Units.Where(u => u.Id == consultation.UnitId).Select(u => u.ShortName).FirstAsync(cancel);
        var files = await db.Files.CountAsync(f => f.RecordId == consultation.Id, cancel);
        var about = new[] { Situations.Name(consultation.Situation), consultation.Negotiation, files == 0 ? null : Texts.NoticeFiles.With(files) };
        return new Message
        {
            Title = Texts.NoticeAdmitTitle.With(consultation.Title, unit),
            Facts =
            [
                new Fact(Texts.NoticeUnits, await UnitNamesAsync(db, consultation, cancel)),
                new Fact(Texts.NoticeDue, ChinaTime.Moment(consultation.AdmissionDue!.Value)),
            ],
            Text = string.Join('；', about.OfType<string>()),
            Choices =
            [
                Of(ConsultationAction.AdmitForViews, consultation, Texts.ChoiceAdmitForViews),
                Of(ConsultationAction.AdmitForRegularSession, consultation, Texts.ChoiceAdmitForRegular),
                Of(ConsultationAction.AdmitForOwnSession, consultation, Texts.ChoiceAdmitForOwn),
                Of(ConsultationAction.ConvertToOrder, consultation, Texts.ChoiceConvert),
                Of(ConsultationAction.ReturnForCompletion, consultation, Texts.ChoiceReturn),
                Full(consultation),
            ],
            Footer = consultation.Number,
        };
    }

    /// <summary>拟请 units by their short names in protocol order, or that the office decides.</summary>
    public static async Task<string> UnitNamesAsync(WorkDb db, Consultation consultation, CancellationToken cancel)
    {
        var ids = consultation.InvitedUnits.ConvertAll(i => i.UnitId);
        var names = await db.Units.Where(u => ids.Contains(u.Id)).OrderBy(u => u.Order).Select(u => u.ShortName).ToListAsync(cancel);
        return names.Count == 0 ? Texts.NoticeUnitsOpen : string.Join('、', names);
    }
}
