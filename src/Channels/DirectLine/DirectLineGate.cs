using Microsoft.AspNetCore.Http;

namespace SupervisionBot.Channels.DirectLine;

/// <summary>Who calls, and whether they may: the token of the request.</summary>
internal static class DirectLineGate
{
    private const string Scheme = "Bearer ";

    /// <summary>Whom the bearer token stands for; null without a good token.</summary>
    internal static DirectLineCaller? Caller(HttpRequest request, DirectLineTokens tokens)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? tokens.Read(header[Scheme.Length..].Trim()) : null;
    }

    /// <summary>The refusal for this caller and the conversation in the address, or null. A conversation of somebody else is forbidden, one that is not there unknown.</summary>
    internal static async Task<IResult?> RefusalAsync(
        DirectLineCaller? caller,
        string conversation,
        ConversationReader reader,
        CancellationToken cancel
    )
    {
        if (caller is null)
        {
            return DirectLineError.Forbidden();
        }

        if (conversation == caller.Conversation)
        {
            return null;
        }

        var exists = Guid.TryParseExact(conversation, "N", out var id) && await reader.WatermarkAsync(id, cancel) is not null;
        return exists ? DirectLineError.Forbidden() : DirectLineError.UnknownConversation();
    }

    internal static string PublicAddress(HttpRequest request) => $"{request.Scheme}://{request.Host}";
}
