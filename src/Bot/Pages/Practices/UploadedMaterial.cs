using SupervisionBot.Bot.Files;
using SupervisionBot.Channels.DirectLine;
using SupervisionBot.Core;
using SupervisionBot.Core.Documents.Reading;

namespace SupervisionBot.Bot.Pages.Practices;

/// <summary>What the files of one form come to: texts in order, and pictures, those in Word files among them. One bad file refuses them all.</summary>
internal sealed record UploadedMaterial(IReadOnlyList<string> Texts, IReadOnlyList<PageUpload> Pictures, string? Complaint = null)
{
    private const int MostFiles = 9;

    public static async Task<UploadedMaterial> ReadAsync(IReadOnlyList<IFormFile> parts, CancellationToken cancel)
    {
        if (parts.Count > MostFiles)
        {
            return Refused(Practices.Texts.TooManyFiles.With(MostFiles));
        }

        var (texts, pictures) = (new List<string>(), new List<PageUpload>());
        foreach (var part in parts)
        {
            var upload = await PageUpload.ReadAsync(part, cancel);
            if (upload.Complaint is { } complaint)
            {
                return Refused(complaint);
            }

            if (FileText.IsRead(upload.Name))
            {
                var read = FileText.Read(upload.Name, upload.Content);
                if (read.Complaint is { } unreadable)
                {
                    return Refused(unreadable);
                }

                texts.Add(read.Text);
                pictures.AddRange(read.Pictures.Select((p, i) => new PageUpload(Practices.Texts.PictureName.With(i + 1, Ending(p)), p.Content)));
            }
            else if (FileKinds.ContentTypeOf(upload.Name) is { } type && FileKinds.IsPicture(type) && FileKinds.Matches(upload.Name, upload.Content))
            {
                pictures.Add(upload);
            }
            else
            {
                return Refused(Practices.Texts.WrongFile.With(upload.Name));
            }
        }

        return new UploadedMaterial(texts, [.. pictures.Take(MostFiles)]);
    }

    private static UploadedMaterial Refused(string complaint) => new([], [], complaint);

    private static string Ending(FilePicture picture) => picture.ContentType == "image/png" ? ".png" : ".jpg";
}
