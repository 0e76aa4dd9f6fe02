using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using static SupervisionBot.Core.Consultations.Signing.MinutesChoices;
using static SupervisionBot.Core.Consultations.Signing.MinutesNotices;

namespace SupervisionBot.Core.Consultations.Signing;

/// <summary>What the office is told about the paper.</summary>
internal static class MinutesOfficeNotices
{
    /// <summary>The worker has compiled it: check the text, and send it for countersigning.</summary>
    public static Message Compiled(Minutes minutes) =>
        About(minutes, Texts.NoticeCompiled) with
        {
            Choices = [Edit(minutes), Of(MinutesAction.SendForCountersign, minutes)],
        };

    /// <summary>Everybody has answered, and not everybody agrees.</summary>
    public static Message RoundComplete(Minutes minutes) =>
        About(minutes, Texts.NoticeRoundComplete) with
        {
            Facts = [.. Said(minutes)],
            Choices = [Of(MinutesAction.Submit, minutes), Edit(minutes), Of(MinutesAction.SendForCountersign, minutes)],
        };

    /// <summary>The limit has come: who is missing, and whom to call.</summary>
    public static Message LimitPassed(Minutes minutes, IReadOnlyDictionary<Guid, Person> contacts) =>
        About(minutes, Texts.NoticeLimitPassed) with
        {
            Facts =
            [
                .. Countersignatures
                    .InOrder(minutes)
                    .Where(c => c.Choice is null)
                    .Select(c => new Fact(
                        c.Unit!.ShortName,
                        contacts.GetValueOrDefault(c.UnitId) is { } person ? Addressees.Line(person) : Texts.NoContact
                    )),
            ],
            Text = Texts.NoticeLimitPassedText,
            Choices = [Of(MinutesAction.CloseCountersign, minutes), Full(minutes)],
        };

    public static Message SignedOff(Minutes minutes, string chair) =>
        About(minutes, Texts.NoticeSignedOff) with
        {
            Text = Texts.NoticeSignedOffText.With(chair),
            Choices = [Of(MinutesAction.Issue, minutes), Full(minutes)],
        };

    public static Message SignOffRevoked(Minutes minutes, string chair) =>
        About(minutes, Texts.NoticeSignOffRevoked) with
        {
            Text = Texts.NoticeSignOffRevokedText.With(chair),
            Choices = [Full(minutes)],
        };

    public static Message SentBack(Minutes minutes, string chair) =>
        About(minutes, Texts.NoticeSentBack) with
        {
            Text = Texts.NoticeSentBackText.With(chair, minutes.SendBackReason),
            Choices =
            [
                Edit(minutes),
                .. minutes.RoundClosedAt is null ? Array.Empty<Choice>() : [Of(MinutesAction.Submit, minutes)],
                Of(MinutesAction.SendForCountersign, minutes),
            ],
        };
}
