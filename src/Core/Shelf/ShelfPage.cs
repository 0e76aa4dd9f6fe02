using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Forms;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Shelf;

/// <summary>A version of a document, at <c>/files/{FileId}</c>; <paramref name="Size"/> in bytes.</summary>
public sealed record ShelfVersion(Guid FileId, int Number, string Name, long Size, DateTimeOffset At);

/// <summary>A document on the shelf; <paramref name="Versions"/> with the one in force first.</summary>
public sealed record ShelfEntry(Guid Id, string Title, ShelfKind Kind, DateTimeOffset UpdatedAt, IReadOnlyList<ShelfVersion> Versions);

/// <summary>The shelf as everybody who has signed in may read it, at <c>/shelf</c> and in the chat.</summary>
public static class ShelfPage
{
    private const int Most = 200;
    private const int MostWords = 5;

    /// <summary>By kind and title; without words and kind everything.</summary>
    /// <param name="words">Parts of titles and names of kinds, with spaces between; all of them count.</param>
    public static async Task<IReadOnlyList<ShelfEntry>> FindAsync(WorkDb db, string? words, ShelfKind? kind, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var items = db.ShelfItems.AsNoTracking();
        foreach (var word in PlainText.Clean(words).Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(MostWords))
        {
            var kinds = Enum.GetValues<ShelfKind>().Where(k => ShelfKinds.Name(k) == word).ToList();
            items = items.Where(i => i.Title.Contains(word) || kinds.Contains(i.Kind));
        }

        if (kind is { } only)
        {
            items = items.Where(i => i.Kind == only);
        }

        var found = await items.OrderBy(i => i.Title).Take(Most).ToListAsync(cancel);
        var ids = found.ConvertAll(i => i.Id);
        var versions = await db
            .Files.Where(f => f.RecordId != null && ids.Contains(f.RecordId.Value))
            .OrderByDescending(f => f.Number)
            .Select(f => new { Item = f.RecordId!.Value, Version = new ShelfVersion(f.Id, f.Number ?? 0, f.Name, f.Size, f.At) })
            .ToListAsync(cancel);
        var byItem = versions.ToLookup(v => v.Item, v => v.Version);
        return [.. found.OrderBy(i => i.Kind).Select(i => new ShelfEntry(i.Id, i.Title, i.Kind, i.UpdatedAt, [.. byItem[i.Id]]))];
    }

    /// <summary>Every title, for finding documents in what people say.</summary>
    public static Task<List<string>> TitlesAsync(WorkDb db, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.ShelfItems.OrderBy(i => i.Title).Select(i => i.Title).Take(Most).ToListAsync(cancel);
    }
}
