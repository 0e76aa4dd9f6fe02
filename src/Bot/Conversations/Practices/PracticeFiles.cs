using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core;
using SupervisionBot.Core.Documents.Reading;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Bot.Conversations.Practices;

/// <summary>What was read from files sent in the chat: texts of documents in order, and pictures, which are kept as they are.</summary>
internal sealed record ReadFiles(IReadOnlyList<string> Texts, IReadOnlyList<Guid> Pictures, string? Complaint = null);

/// <summary>Takes the text out of a Word file that came into the talk; pictures are attached, everything else is answered with what can be done.</summary>
internal static class PracticeFiles
{
    /// <summary>Reads files by their ids, in this order.</summary>
    /// <param name="asked">Those sent just now: of them every one has to be answered for.</param>
    public static async Task<ReadFiles> ReadAsync(WorkDb db, IReadOnlyList<Guid> ids, IReadOnlyList<Guid> asked, CancellationToken cancel)
    {
        var (texts, pictures) = (new List<string>(), new List<Guid>());
        if (ids.Count == 0)
        {
            return new ReadFiles(texts, pictures);
        }

        // Pictures weigh megabytes and are not looked at: the bytes come one file at a time, and only of those that are read.
        var files = await db
            .Files.Where(f => ids.Contains(f.Id))
            .Select(f => new
            {
                f.Id,
                f.Name,
                f.ContentType,
            })
            .ToListAsync(cancel);
        foreach (var file in ids.SelectMany(id => files.Where(f => f.Id == id)))
        {
            if (file.ContentType.StartsWith("image/", StringComparison.Ordinal))
            {
                pictures.Add(file.Id);
                continue;
            }

            if (!FileText.IsRead(file.Name))
            {
                if (asked.Contains(file.Id))
                {
                    return new ReadFiles([], [], Practices.Texts.CannotRead.With(file.Name));
                }

                continue;
            }

            var content = await db.Files.Where(f => f.Id == file.Id).Select(f => f.Content).FirstAsync(cancel);
            var read = FileText.Read(file.Name, content);
            if (read.Complaint is { } complaint)
            {
                return new ReadFiles([], [], complaint);
            }

            texts.Add(read.Text);
        }

        return new ReadFiles(texts, pictures);
    }
}
