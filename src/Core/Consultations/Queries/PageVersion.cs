using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Queries;

/// <summary>A saved version of the text of a paper; <paramref name="SavedBy"/> is null for what the worker compiled.</summary>
public sealed record PageVersion(int Number, string? SavedBy, DateTimeOffset SavedAt, int Length)
{
    internal static Task<List<PageVersion>> OfAsync(WorkDb db, Guid minutesId, CancellationToken cancel) =>
        db
            .MinutesVersions.AsNoTracking()
            .Where(v => v.MinutesId == minutesId)
            .OrderByDescending(v => v.Number)
            .Select(v => new PageVersion(v.Number, v.SavedBy!.Name, v.SavedAt, v.Markdown.Length))
            .ToListAsync(cancel);
}

/// <summary>What a unit answered; <paramref name="Words"/> is what to read, 还没有会签 or 逾期未反馈 where it gave none.</summary>
public sealed record PageCountersignature(
    Guid UnitId,
    string UnitName,
    CountersignChoice? Choice,
    string? Text,
    string Words,
    DateTimeOffset? At,
    int? OnVersion
)
{
    internal static IReadOnlyList<PageCountersignature> Of(Minutes minutes, Func<Countersignature, bool> visible) =>
        [
            .. Countersignatures
                .InOrder(minutes)
                .Where(visible)
                .Select(c => new PageCountersignature(c.UnitId, c.Unit!.ShortName, c.Choice, c.Text, Countersignatures.Words(c), c.At, c.OnVersion)),
        ];
}

/// <summary>The text of one version.</summary>
internal static class VersionText
{
    public static Task<string> OfAsync(WorkDb db, Guid minutesId, int number, CancellationToken cancel) =>
        db.MinutesVersions.AsNoTracking().Where(v => v.MinutesId == minutesId && v.Number == number).Select(v => v.Markdown).FirstAsync(cancel);
}
