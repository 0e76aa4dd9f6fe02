using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Channels.DirectLine;

/// <summary>Starting, resuming and refreshing: the person's one permanent conversation, a fresh token, and the address of its socket.</summary>
internal static class Conversations
{
    internal static async Task<IResult> StartAsync(HttpRequest request, DirectLineTokens tokens, ConversationReader reader, CancellationToken cancel)
    {
        if (DirectLineGate.Caller(request, tokens) is not { } caller)
        {
            return DirectLineError.Forbidden();
        }

        if (await reader.WatermarkAsync(caller.ConversationId, cancel) is null)
        {
            return DirectLineError.UnknownConversation();
        }

        var from = await reader.ReplayFromAsync(caller.ConversationId, cancel);
        return Answer(request, caller, tokens, from, StatusCodes.Status201Created);
    }

    internal static async Task<IResult> ResumeAsync(
        string id,
        string? watermark,
        HttpRequest request,
        DirectLineTokens tokens,
        ConversationReader reader,
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

        // The client tells the watermark only here; the address of the socket has to carry it on.
        from ??= await reader.ReplayFromAsync(caller!.ConversationId, cancel);
        return Answer(request, caller!, tokens, from.Value, StatusCodes.Status200OK);
    }

    internal static async Task<IResult> RefreshAsync(HttpRequest request, DirectLineTokens tokens, Database database, CancellationToken cancel)
    {
        if (DirectLineGate.Caller(request, tokens) is not { } caller)
        {
            return DirectLineError.Forbidden();
        }

        // Somebody who has left must not stay inside by refreshing for ever.
        var active = await database.ReadUndatedAsync((db, token) => db.People.AnyAsync(p => p.Id == caller.PersonId && p.Active, token), cancel);
        return active ? Json(new(caller.Conversation, tokens.Issue(caller), Seconds, null), StatusCodes.Status200OK) : DirectLineError.Forbidden();
    }

    private static int Seconds => (int)DirectLineTokens.Lifetime.TotalSeconds;

    private static IResult Answer(HttpRequest request, DirectLineCaller caller, DirectLineTokens tokens, long from, int status)
    {
        var scheme = request.IsHttps ? "wss" : "ws";
        var token = Uri.EscapeDataString(tokens.IssueForStream(caller));
        var stream = string.Create(
            CultureInfo.InvariantCulture,
            $"{scheme}://{request.Host}{DirectLineEndpoints.Root}/conversations/{caller.Conversation}/stream?watermark={from}&t={token}"
        );
        return Json(new(caller.Conversation, tokens.Issue(caller), Seconds, stream), status);
    }

    private static IResult Json(ConversationStarted started, int status) =>
        Results.Json(started, DirectLineJson.Wire.ConversationStarted, statusCode: status);
}
