using Microsoft.AspNetCore.Http;
using SupervisionBot.Core;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Channels.DirectLine;

/// <summary>Checks the files of a message and makes rows of them; one bad file refuses the message.</summary>
internal static class UploadedFiles
{
    internal static async Task<(List<StoredFile> Files, IResult? Refusal)> ReadAsync(
        IReadOnlyList<IFormFile> parts,
        DirectLineCaller caller,
        DirectLineOptions limits,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var files = new List<StoredFile>();
        if (parts.Count > limits.FileLimit)
        {
            return (files, DirectLineError.Bad(Texts.TooManyFiles.With(limits.FileLimit)));
        }

        if (parts.Sum(part => part.Length) > limits.UploadLimit)
        {
            return (files, TooLarge(limits));
        }

        foreach (var part in parts)
        {
            var name = FileKinds.CleanName(part.FileName);
            if (FileKinds.ContentTypeOf(name) is not { } type)
            {
                return (files, Unsupported(Texts.UnsupportedFile.With(name)));
            }

            var content = new byte[part.Length];
            await using (var stream = part.OpenReadStream())
                await stream.ReadExactlyAsync(content, cancel);
            if (!FileKinds.Matches(name, content))
            {
                return (files, Unsupported(Texts.WrongContent.With(name)));
            }

            files.Add(
                new StoredFile
                {
                    Id = Guid.CreateVersion7(now),
                    Name = name,
                    ContentType = type,
                    Size = content.Length,
                    Content = content,
                    OwnerId = caller.PersonId,
                    At = now,
                }
            );
        }

        return (files, null);
    }

    internal static IResult TooLarge(DirectLineOptions limits) =>
        DirectLineError.Refuse(StatusCodes.Status413PayloadTooLarge, "FileTooLarge", Texts.FilesTooLarge.With(limits.UploadLimit / (1024 * 1024)));

    private static IResult Unsupported(string message) =>
        DirectLineError.Refuse(StatusCodes.Status415UnsupportedMediaType, "UnsupportedFile", message);
}
