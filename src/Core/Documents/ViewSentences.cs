using SupervisionBot.Core.Forms;

namespace SupervisionBot.Core.Documents;

/// <summary>Written views as sentences of the minutes, plain text: who, what, on what basis.</summary>
public static class ViewSentences
{
    /// <summary>One sentence per view, in the order given.</summary>
    public static IEnumerable<string> Of(IEnumerable<MinutesView> views) => views.Select(Sentence);

    /// <summary>
    /// The sentences of those units that the recorder did not write about: a line of the discussion that begins with a unit's name stands for its view.
    /// </summary>
    internal static IEnumerable<string> NotInDiscussion(MinutesItem item)
    {
        var lines = PlainText.Clean(item.Discussion).Split('\n', StringSplitOptions.TrimEntries);
        return Of(item.Views.Where(v => !lines.Any(line => BeginsWith(line, v.Unit))));
    }

    /// <summary>The text without the mark at its end, so that a sentence around it has one full stop.</summary>
    internal static string WithoutEndMark(string? text) => PlainText.Clean(text).TrimEnd(Texts.EndMarks.ToCharArray());

    /// <summary>The text as a whole sentence: with a full stop, where it has no mark at its end.</summary>
    internal static string Closed(string text) => text.Length == 0 || Texts.SentenceEnds.Contains(text[^1]) ? text : Texts.Sentence.With(text);

    private static bool BeginsWith(string line, MinutesUnit unit) =>
        line.StartsWith(unit.Name, StringComparison.Ordinal) || line.StartsWith(unit.ShortName, StringComparison.Ordinal);

    private static string Sentence(MinutesView view)
    {
        var text = Flat(view.Text);
        var basis = Flat(view.Basis) is { Length: > 0 } named ? Texts.ViewBasis.With(named) : "";
        return view.Kind switch
        {
            MinutesViewKind.Own => Texts.ViewOwn.With(view.Unit.Name, text, basis),
            MinutesViewKind.NotOurs => Texts.ViewNotOurs.With(view.Unit.Name, text.Length == 0 ? "" : Texts.ViewReason.With(text), basis),
            _ => Texts.ViewNone.With(view.Unit.Name),
        };
    }

    private static string Flat(string? text) => WithoutEndMark(text).Replace('\n', ' ');
}
