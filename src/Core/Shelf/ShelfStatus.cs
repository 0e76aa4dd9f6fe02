using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Shelf;

/// <summary>A document of the shelf in the chat: the version in force, to be opened.</summary>
internal static class ShelfStatus
{
    /// <summary>The document with its file.</summary>
    /// <returns>Null where there is no such document.</returns>
    public static async Task<Message?> OfAsync(WorkDb db, Guid id, CancellationToken cancel)
    {
        if (await db.ShelfItems.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, cancel) is not { } item)
        {
            return null;
        }

        var files = db.Files.Where(f => f.RecordId == id).OrderByDescending(f => f.Number);
        var file = await files.Select(f => new { f.Id, f.Name }).FirstOrDefaultAsync(cancel);
        return new Message
        {
            Title = Texts.StatusTitle.With(item.Title, ShelfKinds.Name(item.Kind)),
            Files = file is null ? [] : [new FileLink(file.Name, $"/files/{file.Id}")],
        };
    }
}
