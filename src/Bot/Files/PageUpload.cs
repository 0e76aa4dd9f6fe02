using SupervisionBot.Channels.DirectLine;
using SupervisionBot.Core;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Bot.Files;

/// <summary>A file sent with a form of a page, made fit to store: known by its ending and by its first bytes.</summary>
/// <param name="Complaint">The sentence for who sent it; then there is no file.</param>
internal sealed record PageUpload(string Name, byte[] Content, string? Complaint = null)
{
    /// <summary>All files of one form together, in bytes; what lies beyond is refused before it is read.</summary>
    public const int Limit = 20 * 1024 * 1024;

    /// <summary>The same with room for the form itself.</summary>
    public const long BodyLimit = Limit + 1024 * 1024;

    public static async Task<PageUpload> ReadAsync(IFormFile part, CancellationToken cancel)
    {
        var name = FileKinds.CleanName(part.FileName);
        if (part.Length > Limit)
        {
            return new PageUpload(name, [], Texts.TooLarge.With(name, Limit / (1024 * 1024)));
        }

        var content = new byte[part.Length];
        await using var stream = part.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancel);
        return content.Length == 0 ? new PageUpload(name, [], Texts.Empty.With(name)) : new PageUpload(name, content);
    }

    /// <summary>As a row that waits for its record.</summary>
    /// <returns>Null where such files are not taken, or the content is not what the ending says.</returns>
    public StoredFile? ToFile(Guid id, Guid ownerId, DateTimeOffset now) =>
        FileKinds.ContentTypeOf(Name) is { } type && FileKinds.Matches(Name, Content)
            ? new StoredFile
            {
                Id = id,
                Name = Name,
                ContentType = type,
                Size = Content.Length,
                Content = Content,
                OwnerId = ownerId,
                At = now,
            }
            : null;
}
