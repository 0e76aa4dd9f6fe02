using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Channels.DirectLine;

/// <summary>What somebody who has signed in needs to talk: a token for their own conversation, and who they are in it.</summary>
public sealed record WebChatSession(string Token, string UserId, string Name);

/// <summary>Opens the web chat of people who have signed in.</summary>
public sealed class WebChatSessions(Database database, DirectLineTokens tokens, BusinessClock clock)
{
    /// <summary>A token for the person's permanent conversation, which is made on first use.</summary>
    /// <returns>Null when the person is unknown or has left.</returns>
    public Task<WebChatSession?> OpenAsync(Guid personId, CancellationToken cancel) =>
        database.WriteAsync<WebChatSession?>(
            async (db, token) =>
            {
                var name = await db.People.Where(p => p.Id == personId && p.Active).Select(p => p.Name).FirstOrDefaultAsync(token);
                if (name is null)
                {
                    return null;
                }

                var conversation = await WebChats.OfAsync(db, personId, clock.Now, token);
                var caller = new DirectLineCaller(conversation.Id, personId, name);
                return new WebChatSession(tokens.Issue(caller), caller.UserId, name);
            },
            cancel
        );
}
