using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Channels.DirectLine;
using SupervisionBot.Channels.Schema;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Bot.SignIn;

/// <summary>Who to sign in as.</summary>
internal sealed record DemoSignInRequest(string? Person);

/// <summary>Signing in as one of the demo people: sets the cookie and gives a Direct Line token.</summary>
internal static class DemoSignIn
{
    internal static async Task<IResult> PostAsync(
        DemoSignInRequest request,
        HttpContext context,
        Database database,
        WebChatSessions sessions,
        CancellationToken cancel
    )
    {
        if (await FindAsync(database, request.Person, cancel) is not { } personId || await sessions.OpenAsync(personId, cancel) is not { } session)
        {
            return Results.Text(Texts.UnknownPerson, statusCode: StatusCodes.Status404NotFound);
        }

        await context.SignInPersonAsync(personId);
        return Results.Json(session, DemoJson.Wire.WebChatSession);
    }

    /// <summary>The person with that login; null if there is none.</summary>
    internal static Task<Guid?> FindAsync(Database database, string? login, CancellationToken cancel) =>
        database.ReadAsync(
            (db, token) => db.People.Where(p => p.Login == login && p.Active).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(token),
            cancel
        );
}

[JsonSerializable(typeof(List<DemoPersonView>))]
[JsonSerializable(typeof(DemoSignInRequest))]
[JsonSerializable(typeof(WebChatSession))]
internal sealed partial class DemoJson : JsonSerializerContext
{
    internal static DemoJson Wire { get; } = new(new JsonSerializerOptions(SchemaJson.Wire.Options));
}
