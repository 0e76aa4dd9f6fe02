using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Documents;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Conclusions;

/// <summary>What the 会商意见书 of a written consultation is made of. Units by their full names, in protocol order.</summary>
internal static class ConclusionSource
{
    /// <summary>The text; the consultation must be loaded with its units and resolutions.</summary>
    public static async Task<string> MarkdownAsync(Consultation consultation, WorkDb db, CancellationToken cancel) =>
        Markdown(consultation, await db.Units.AsNoTracking().ToDictionaryAsync(u => u.Id, cancel));

    /// <inheritdoc cref="MarkdownAsync"/>
    public static string Markdown(Consultation consultation, IReadOnlyDictionary<Guid, Unit> units)
    {
        var asked = consultation.InvitedUnits.Select(i => i.Unit!).OrderBy(u => u.Order).ToList();
        var matter = new MinutesItem(
            consultation.Title,
            consultation.Account,
            consultation.Negotiation,
            MinutesSource.Views(consultation),
            consultation.Conclusion ?? "",
            [.. consultation.Resolutions.OrderBy(r => r.Order).Select(r => MinutesSource.Resolution(r, units))]
        )
        {
            Outcome = MinutesSource.Outcome(consultation.Outcome),
        };
        return ConclusionCompiler.Compile(
            new ConclusionFacts(
                MinutesSource.Name(consultation.Unit!),
                asked.ConvertAll(MinutesSource.Name),
                matter,
                [
                    .. asked
                        .Append(consultation.Unit!)
                        .OrderBy(u => u.Order)
                        .Select(u => new ConclusionRecipient(MinutesSource.Name(u), u.Kind == UnitKind.Township)),
                ]
            )
            {
                Missing =
                [
                    .. consultation.InvitedUnits.Where(i => i.ViewAt is null).OrderBy(i => i.Unit!.Order).Select(i => MinutesSource.Name(i.Unit!)),
                ],
            }
        );
    }
}
