using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using static SupervisionBot.Core.Consultations.ConsultationChoices;

namespace SupervisionBot.Core.Consultations;

/// <summary>What the person who drafted a consultation is told about its way.</summary>
internal static class DrafterNotices
{
    public static Message Released(Consultation consultation, string leaderName) =>
        Say(
            consultation,
            Texts.NoticeReleasedTitle.With(leaderName, consultation.Title),
            Texts.NoticeReleasedText.With(ChinaTime.Moment(consultation.AdmissionDue!.Value))
        );

    public static Message ReleaseRevoked(Consultation consultation, Person leader) =>
        Say(
            consultation,
            Texts.NoticeRevokedTitle.With(leader.Name, consultation.Title),
            Texts.NoticeRevokedText.With(leader.Name),
            ConsultationAction.Amend,
            ConsultationAction.Cancel
        );

    public static Message SentBack(Consultation consultation, Person leader) =>
        Say(
            consultation,
            Texts.NoticeSentBackTitle.With(consultation.Title),
            Texts.NoticeSentBackText.With(leader.Name, consultation.ReturnReason),
            ConsultationAction.Amend,
            ConsultationAction.Cancel
        );

    public static Message Returned(Consultation consultation, Person office) =>
        Say(
            consultation,
            Texts.NoticeReturnedTitle.With(consultation.Title),
            Texts.NoticeReturnedText.With(consultation.ReturnReason, Addressees.Line(office)),
            ConsultationAction.Complete,
            ConsultationAction.Cancel
        );

    public static Message Converted(Consultation consultation, AssistanceOrder order, Person office, string? note) =>
        new()
        {
            Title = Texts.NoticeConvertedTitle.With(consultation.Title),
            Text =
                (order.LeadUnit is { } lead ? Texts.NoticeConvertedTo.With(lead.ShortName) : Texts.NoticeConvertedText.With(Addressees.Line(office)))
                + (note is null ? "" : "\n" + Texts.NoticeNote.With(note)),
            Choices = [OrderChoices.Full(order)],
            Footer = OrderChoices.Footer(order),
        };

    public static async Task<Message> AdmittedAsync(WorkDb db, Consultation consultation, Person office, CancellationToken cancel)
    {
        var text = consultation.Route switch
        {
            AdmissionRoute.WrittenViews => Texts.NoticeAdmittedForViews,
            AdmissionRoute.RegularSession => Texts.NoticeAdmittedForRegular,
            _ => Texts.NoticeAdmittedForOwn,
        };
        return Say(
            consultation,
            Texts.NoticeAdmittedTitle.With(consultation.Title),
            text.With(
                await ConsultationNotices.UnitNamesAsync(db, consultation, cancel),
                ChinaTime.Moment(consultation.ViewsDue!.Value),
                Addressees.Line(office)
            )
        );
    }

    private static Message Say(Consultation consultation, string title, string text, params ReadOnlySpan<ConsultationAction> actions)
    {
        var choices = new List<Choice>();
        foreach (var action in actions)
        {
            choices.Add(Of(action, consultation));
        }

        return new Message
        {
            Title = title,
            Text = text,
            Choices = choices,
            Footer = Footer(consultation),
        };
    }
}
