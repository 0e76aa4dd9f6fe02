using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using SupervisionBot.Channels.Files;
using SupervisionBot.Channels.Schema;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Channels.DirectLine;

/// <summary>Sending a message with files: a part <c>activity</c>, which forms regard as a file too, and parts <c>file</c> in the order of its attachments.</summary>
internal static class Uploads
{
    private const int Overhead = 64 * 1024;

    internal static async Task<IResult> PostAsync(
        string id,
        HttpRequest request,
        DirectLineTokens tokens,
        ConversationReader reader,
        ActivityIntake intake,
        BusinessClock clock,
        IOptions<DirectLineOptions> options,
        CancellationToken cancel
    )
    {
        var caller = DirectLineGate.Caller(request, tokens);
        if (await DirectLineGate.RefusalAsync(caller, id, reader, cancel) is { } refusal)
        {
            return refusal;
        }

        var limits = options.Value;
        var most = (long)limits.UploadLimit + limits.ActivityLimit + Overhead;
        if (!Activities.Limit(request.HttpContext, most))
        {
            return UploadedFiles.TooLarge(limits);
        }

        if (!request.HasFormContentType)
        {
            return DirectLineError.Bad(Texts.NotAForm);
        }

        try
        {
            var form = await request.ReadFormAsync(
                new FormOptions { MultipartBodyLengthLimit = most, ValueLengthLimit = limits.ActivityLimit },
                cancel
            );
            var activity = await ActivityOfAsync(form, limits, cancel);
            var (files, bad) = await UploadedFiles.ReadAsync(form.Files.GetFiles("file"), caller!, limits, clock.Now, cancel);
            if (bad is not null)
            {
                return bad;
            }

            if (activity is not null)
            {
                activity.Attachments = files.Count > 0 ? files.ConvertAll(AttachmentOf) : null;
            }

            return await intake.TakeAsync(activity, files, caller!, cancel);
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return UploadedFiles.TooLarge(limits);
        }
        catch (Exception error) when (error is JsonException or InvalidDataException or IOException and not BadHttpRequestException)
        {
            return DirectLineError.Bad(Texts.NotAForm);
        }
    }

    private static async Task<Activity?> ActivityOfAsync(IFormCollection form, DirectLineOptions limits, CancellationToken cancel)
    {
        if (form.Files.GetFile("activity") is not { } part)
        {
            return new Activity { Type = ActivityTypes.Message };
        }

        if (part.Length > limits.ActivityLimit)
        {
            throw new InvalidDataException("The activity is larger than its limit.");
        }

        await using var json = part.OpenReadStream();
        return await JsonSerializer.DeserializeAsync(json, SchemaJson.Wire.Activity, cancel);
    }

    private static Attachment AttachmentOf(StoredFile file) =>
        new()
        {
            ContentType = file.ContentType,
            ContentUrl = FileAddresses.Plain(file.Id),
            // Web Chat shows what a person sent as a picture only where it has a small one too.
            ThumbnailUrl = FileKinds.IsPicture(file.ContentType) ? FileAddresses.Plain(file.Id) : null,
            Name = file.Name,
        };
}
