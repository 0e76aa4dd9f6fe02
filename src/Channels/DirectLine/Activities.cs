using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using SupervisionBot.Channels.Files;
using SupervisionBot.Channels.Schema;

namespace SupervisionBot.Channels.DirectLine;

/// <summary>Sending a message without files, and reading by polling.</summary>
internal static class Activities
{
    internal static async Task<IResult> PostAsync(
        string id,
        HttpRequest request,
        DirectLineTokens tokens,
        ConversationReader reader,
        ActivityIntake intake,
        IOptions<DirectLineOptions> options,
        CancellationToken cancel
    )
    {
        var caller = DirectLineGate.Caller(request, tokens);
        if (await DirectLineGate.RefusalAsync(caller, id, reader, cancel) is { } refusal)
        {
            return refusal;
        }

        if (!Limit(request.HttpContext, options.Value.ActivityLimit))
        {
            return TooLarge();
        }

        Activity? activity;
        try
        {
            activity = await JsonSerializer.DeserializeAsync(request.Body, SchemaJson.Wire.Activity, cancel);
        }
        catch (JsonException)
        {
            return DirectLineError.Bad(Texts.NotAnActivity);
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return TooLarge();
        }

        if (activity?.Attachments is { Count: > 0 })
        {
            return DirectLineError.Bad(Texts.FilesMustBeUploaded);
        }

        return await intake.TakeAsync(activity, [], caller!, cancel);
    }

    internal static async Task<IResult> GetAsync(
        string id,
        string? watermark,
        HttpRequest request,
        DirectLineTokens tokens,
        ConversationReader reader,
        FileAddresses addresses,
        CancellationToken cancel
    )
    {
        var caller = DirectLineGate.Caller(request, tokens);
        if (await DirectLineGate.RefusalAsync(caller, id, reader, cancel) is { } refusal)
        {
            return refusal;
        }

        if (!Watermarks.TryRead(watermark, out var from))
        {
            return DirectLineError.Bad(Texts.BadWatermark);
        }

        from ??= await reader.ReplayFromAsync(caller!.ConversationId, cancel);
        var page = await reader.AfterAsync(caller!.ConversationId, from.Value, cancel);
        return Results.Text(page.ToJson(DirectLineGate.PublicAddress(request), addresses), "application/json");
    }

    /// <summary>Lets the server stop reading at the limit.</summary>
    /// <returns>False when the request already says that it is larger.</returns>
    internal static bool Limit(HttpContext context, long bytes)
    {
        if (context.Request.ContentLength > bytes)
        {
            return false;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = bytes;
        }

        return true;
    }

    internal static IResult TooLarge() => DirectLineError.Refuse(StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", Texts.TooLarge);
}
