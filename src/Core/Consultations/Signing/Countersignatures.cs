using SupervisionBot.Core.Documents;

namespace SupervisionBot.Core.Consultations.Signing;

/// <summary>Reads countersignatures; units in protocol order throughout.</summary>
internal static class Countersignatures
{
    /// <summary>原则同意，建议：把巡查频次写明。</summary>
    public static string Words(Countersignature row) =>
        row switch
        {
            { Choice: null, Missed: true } => Texts.WordsMissed,
            { Choice: null } => Texts.WordsOpen,
            { Choice: CountersignChoice.AgreeWithSuggestion } => Texts.WordsSuggestion.With(row.Text),
            { Text: { } text } => Texts.WordsWithText.With(MinutesNames.Name(row.Choice.Value), text),
            _ => MinutesNames.Name(row.Choice.Value),
        };

    /// <summary>Those of the present round.</summary>
    public static IEnumerable<Countersignature> InOrder(Minutes minutes) => minutes.Asked.OrderBy(c => c.Unit!.Order);

    /// <summary>Who had not answered when the round was closed.</summary>
    public static IEnumerable<Countersignature> Missed(Minutes minutes) => InOrder(minutes).Where(c => c.Missed);

    /// <summary>Who has not answered yet, by short names.</summary>
    public static string MissingNames(Minutes minutes) =>
        string.Join('、', InOrder(minutes).Where(c => c.Choice is null).Select(c => c.Unit!.ShortName));

    /// <summary>
    /// What the paper has to say of the countersigning, made by the program and edited by nobody: dissent and reservations in the unit's own words, and
    /// who did not answer. Suggestions are for the office and not for the paper. Empty while the round is open.
    /// </summary>
    public static IReadOnlyList<string> Notes(Minutes minutes)
    {
        if (minutes.RoundClosedAt is null)
        {
            return [];
        }

        var notes = InOrder(minutes).Select(c => (c, Format: NoteOf(c))).Where(n => n.Format is not null).ToList();
        var spoken = notes.Where(n => !n.c.Missed).Select(n => ViewSentences.Closed(n.Format!.With(n.c.Unit!.Name, n.c.Text)));
        var missed = notes.Where(n => n.c.Missed).Select(n => n.c.Unit!.Name).ToList();
        return missed.Count == 0 ? [.. spoken] : [.. spoken, Texts.NoteMissed.With(string.Join('、', missed))];
    }

    private static string? NoteOf(Countersignature row) =>
        row switch
        {
            { Missed: true } => Texts.NoteMissed,
            { Choice: CountersignChoice.Disagree } => Texts.NoteDisagree,
            { Choice: CountersignChoice.Reserve } => Texts.NoteReserve,
            _ => null,
        };
}
