using System.Text.Json;
using Microsoft.AspNetCore.Http;
using SupervisionBot.Channels.Schema;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Channels.DirectLine;

/// <summary>Takes an activity over: echo and inbox row are committed before the client hears its id.</summary>
internal sealed class ActivityIntake(Inbox inbox, BusinessClock clock)
{
    private const int KeyLimit = 200;

    /// <summary>Stores a message once; everything else is answered and dropped.</summary>
    /// <param name="activity">What the client sent.</param>
    /// <param name="files">Files that came with it, already checked.</param>
    /// <param name="caller">Who sent it, by the token.</param>
    /// <param name="cancel">Given up by the client.</param>
    internal async Task<IResult> TakeAsync(Activity? activity, IReadOnlyList<StoredFile> files, DirectLineCaller caller, CancellationToken cancel)
    {
        if (string.IsNullOrEmpty(activity?.Type))
        {
            return DirectLineError.Bad(Texts.NotAnActivity);
        }

        // Events, typing and the like mean nothing here; they are answered, so that the client is content, and dropped.
        if (activity.Type != ActivityTypes.Message)
        {
            return Taken($"{caller.Conversation}|{Guid.NewGuid():N}");
        }

        if (string.IsNullOrWhiteSpace(activity.Text) && activity.Value is null && files.Count == 0)
        {
            return DirectLineError.Bad(Texts.NothingSaid);
        }

        if (!IsText(activity) || Key(activity) is not { Length: <= KeyLimit } key)
        {
            return DirectLineError.Bad(Texts.NotAnActivity);
        }

        var incoming = new Incoming(caller.ConversationId, key, (id, _) => Echo.OfUser(activity, caller, id, clock), files);
        var accepted = await inbox.AcceptAsync(incoming, cancel);
        return accepted is null ? DirectLineError.UnknownConversation() : Taken(accepted.ActivityId);
    }

    private static IResult Taken(string id) => Results.Json(new ResourceResponse { Id = id }, SchemaJson.Wire.ResourceResponse);

    // JSON may hold half a surrogate pair where the schema leaves it open; that can be read but never be written again.
    private static bool IsText(Activity activity)
    {
        try
        {
            JsonSerializer.SerializeToUtf8Bytes(activity, SchemaJson.Wire.Activity);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    // The client's own id of the activity is the same when it sends again. A client without one is taken at its word each time.
    private static string Key(Activity activity) =>
        activity.ChannelData?.Member("clientActivityID")?.Words() is { Length: > 0 } given ? given : Guid.NewGuid().ToString("N");
}
