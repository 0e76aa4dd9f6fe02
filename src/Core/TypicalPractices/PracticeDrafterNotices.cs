using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using static SupervisionBot.Core.TypicalPractices.PracticeChoices;

namespace SupervisionBot.Core.TypicalPractices;

/// <summary>What the person who sent a practice is told about its way.</summary>
internal static class PracticeDrafterNotices
{
    public static Message Released(TypicalPractice practice, string leaderName) =>
        Say(practice, Texts.NoticeReleasedTitle.With(leaderName, practice.Title), Texts.NoticeReleasedText);

    public static Message ReleaseRevoked(TypicalPractice practice, Person leader) =>
        Say(
            practice,
            Texts.NoticeRevokedTitle.With(leader.Name, practice.Title),
            Texts.NoticeRevokedText.With(leader.Name),
            PracticeAction.Amend,
            PracticeAction.Cancel
        );

    public static Message SentBack(TypicalPractice practice, Person leader) =>
        Say(
            practice,
            Texts.NoticeSentBackTitle.With(practice.Title),
            Texts.NoticeSentBackText.With(leader.Name, practice.Reason),
            PracticeAction.Amend,
            PracticeAction.Cancel
        );

    /// <summary>What the office decided, and why.</summary>
    public static Message Reviewed(TypicalPractice practice, Person office) =>
        practice.State switch
        {
            PracticeState.Adopted => Say(
                practice,
                Texts.NoticeAdoptedTitle.With(practice.Title),
                Texts.NoticeReviewText.With(practice.Reason, Addressees.Line(office))
            ),
            PracticeState.Reserved => Say(
                practice,
                Texts.NoticeReservedTitle.With(practice.Title),
                Texts.NoticeReviewText.With(practice.Reason, Addressees.Line(office))
            ),
            PracticeState.ReturnedForRevision => Say(
                practice,
                Texts.NoticeReturnedTitle.With(practice.Title),
                Texts.NoticeReturnedText.With(practice.Reason, Addressees.Line(office)),
                PracticeAction.Amend,
                PracticeAction.Cancel
            ),
            _ => Say(
                practice,
                Texts.NoticeNotAdoptedTitle.With(practice.Title),
                Texts.NoticeReviewText.With(practice.Reason, Addressees.Line(office))
            ),
        };

    public static Message TakenUp(TypicalPractice practice, PracticeAdoption adoption) =>
        Say(
            practice,
            Texts.NoticeTakenUpTitle.With(AdoptionLevels.Name(adoption.Level), practice.Title),
            string.Join(
                '\n',
                new[]
                {
                    ChinaTime.FullDay(adoption.On) + (adoption.Outlet is { } outlet ? Texts.HistoryOutlet.With(outlet) : ""),
                    adoption.Instruction is { } instruction ? Texts.InstructionIs.With(instruction) : null,
                }.OfType<string>()
            )
        );

    private static Message Say(TypicalPractice practice, string title, string text, params ReadOnlySpan<PracticeAction> actions)
    {
        var choices = new List<Choice>();
        foreach (var action in actions)
        {
            choices.Add(Of(action, practice));
        }

        return new Message
        {
            Title = title,
            Text = text,
            Choices = [.. choices, Full(practice)],
            Footer = Footer(practice.Number),
        };
    }
}
