using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using SupervisionBot.Channels.Schema;

namespace SupervisionBot.Channels.DirectLine;

/// <summary>A refusal as Direct Line words it. The page shows <paramref name="Message"/> to the person.</summary>
internal sealed record DirectLineError(string Code, string Message)
{
    internal static IResult Refuse(int status, string code, string message) =>
        Results.Json(new DirectLineFailure(new DirectLineError(code, message)), DirectLineJson.Wire.DirectLineFailure, statusCode: status);

    // 403, never 401: this is what clients read as "the token has expired, get another".
    internal static IResult Forbidden() => Refuse(StatusCodes.Status403Forbidden, "TokenExpired", Texts.TokenExpired);

    internal static IResult UnknownConversation() => Refuse(StatusCodes.Status404NotFound, "ConversationNotFound", Texts.UnknownConversation);

    internal static IResult Bad(string message) => Refuse(StatusCodes.Status400BadRequest, "BadArgument", message);
}

internal sealed record DirectLineFailure(DirectLineError Error);

/// <summary>What the client gets when it starts, resumes or refreshes. Times in seconds.</summary>
internal sealed record ConversationStarted(string ConversationId, string Token, int ExpiresIn, string? StreamUrl)
{
    [JsonPropertyName("expires_in")]
    public int ExpiresIn { get; init; } = ExpiresIn;
}

[JsonSerializable(typeof(DirectLineFailure))]
[JsonSerializable(typeof(ConversationStarted))]
internal sealed partial class DirectLineJson : JsonSerializerContext
{
    internal static DirectLineJson Wire { get; } = new(new JsonSerializerOptions(SchemaJson.Wire.Options));
}
