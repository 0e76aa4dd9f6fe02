using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Documents;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Conclusions;

/// <summary>What the 会商意见书 of a written consultation is made of. Units by their full names, in protocol order.</summary>
internal static class ConclusionSource
{
    public static string Title(Consultation consultation) => Texts.Title.With(consultation.Title);

    /// <summary>The text; the consultation must be loaded with its units and resolutions.</summary>
    public static async Task<string> MarkdownAsync(Consultation consultation, WorkDb db, CancellationToken cancel) =>
        Markdown(consultation, await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, cancel));

    /// <inheritdoc cref="MarkdownAsync"/>
    public static string Markdown(Consultation consultation, IReadOnlyDictionary<Guid, Unit> units)
    {
        var asked = consultation.InvitedUnits.Select(i => i.Unit!).OrderBy(u => u.Order).Select(u => u.Name);
        var views = ViewSentences.Of(MinutesSource.Views(consultation)).Select(MarkdownText.Line).ToList();
        var lines = new List<string>
        {
            $"# {MarkdownText.Line(Title(consultation))}",
            MarkdownText.Line(Texts.Opening.With(consultation.Unit!.Name, consultation.Title, string.Join('、', asked))),
            "## " + Texts.PartFacts,
        };
        lines.AddRange(MarkdownText.Paragraphs(consultation.Account));
        lines.Add("## " + Texts.PartViews);
        lines.AddRange(views.Count == 0 ? [Texts.NoViews] : views);
        lines.Add("## " + Texts.PartConclusion);
        lines.Add(Texts.Outcome.With(ConsultationOutcomes.Name(consultation.Outcome!.Value)));
        lines.AddRange(MarkdownText.Paragraphs(consultation.Conclusion));
        if (consultation.Resolutions.Count > 0)
        {
            lines.Add("## " + Texts.PartResolutions);
            lines.Add(
                MinutesCompiler.Resolutions([.. consultation.Resolutions.OrderBy(r => r.Order).Select(r => MinutesSource.Resolution(r, units))])
            );
        }

        lines.Add(Documents.Texts.Advisory);
        return string.Join("\n\n", lines) + "\n";
    }
}
