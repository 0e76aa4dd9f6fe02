using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using static SupervisionBot.Core.Consultations.Signing.MinutesChoices;

namespace SupervisionBot.Core.Consultations.Signing;

/// <summary>What units, chairs and parties are told about the paper, each with exactly the actions that are theirs.</summary>
internal static class MinutesNotices
{
    private const int SaidLength = 60;

    /// <summary>To a unit: four answers.</summary>
    public static Message PleaseCountersign(Minutes minutes, Unit unit, string officeLine) =>
        About(minutes, minutes.Round == 1 ? Texts.NoticeCountersign : Texts.NoticeCountersignAgain) with
        {
            Facts = [new Fact(Texts.FactCountersignDue, ChinaTime.Moment(minutes.CountersignDue!.Value)), new Fact(Texts.FactOffice, officeLine)],
            Text = Theirs(minutes, unit.Id) is { Count: > 0 } theirs ? Texts.NoticeTheirs.With(theirs.Count) : null,
            Choices = [.. Countersign(minutes, unit.Id), Full(minutes)],
        };

    /// <summary>To the chair: one tap.</summary>
    public static Message PleaseSignOff(Minutes minutes) => SignOffRequest(minutes, Texts.NoticeSignOff);

    /// <summary>To the chair, who may have had it before: the text is another one now.</summary>
    public static Message PleaseSignOffAgain(Minutes minutes) =>
        SignOffRequest(minutes, minutes.IssueNumber is null ? Texts.NoticeSignOffAgain : Texts.NoticeSignOffCorrection);

    /// <summary>To the chair for whom a signature was entered: one button.</summary>
    public static Message SignedForYou(Minutes minutes, Person enteredBy, DateTimeOffset at) =>
        About(minutes, Texts.NoticeSignedForYou) with
        {
            Text = Texts.NoticeSignedForYouText.With(Addressees.Line(enteredBy), ChinaTime.Stamp(at)),
            Choices = [Of(MinutesAction.RevokeSignOff, minutes), Full(minutes)],
        };

    /// <summary>To a party: the paper is out, and what of it is theirs.</summary>
    public static Message Issued(Minutes minutes, Guid unitId) =>
        About(minutes, minutes.Corrections == 0 ? Texts.NoticeIssued : Texts.NoticeCorrected) with
        {
            Facts =
            [
                new Fact(Texts.FactIssueMark, MinutesNames.IssueMark(minutes)!),
                .. Theirs(minutes, unitId).Select(r => new Fact(ResolutionNotices.Due(r), ConsultationTitle.Cut(r.Text, SaidLength))),
            ],
            Choices = [Full(minutes)],
        };

    /// <summary>What the units said, one line each in protocol order.</summary>
    internal static IEnumerable<Fact> Said(Minutes minutes) =>
        Countersignatures.InOrder(minutes).Select(c => new Fact(c.Unit!.ShortName, ConsultationTitle.Cut(Countersignatures.Words(c), SaidLength)));

    internal static Message About(Minutes minutes, string title) => new() { Title = title.With(MinutesNames.Of(minutes)), Footer = minutes.Number };

    private static Message SignOffRequest(Minutes minutes, string title) =>
        About(minutes, title) with
        {
            Facts = Agreed(minutes) ? [] : [.. Said(minutes)],
            Text = Agreed(minutes) ? Texts.NoticeAllAgreed : null,
            Choices = [Of(MinutesAction.SignOff, minutes), Of(MinutesAction.SendBack, minutes), Full(minutes)],
        };

    private static bool Agreed(Minutes minutes) => minutes.Asked.Any() && minutes.Asked.All(c => c.Choice == CountersignChoice.Agree);

    private static List<Resolution> Theirs(Minutes minutes, Guid unitId) =>
        Tracking.On(minutes).Where(r => r.LeadUnitId == unitId || r.SupportingUnitIds.Contains(unitId)).ToList();
}
