using SupervisionBot.Channels.Schema;

namespace SupervisionBot.Bot.Conversations.Turns;

/// <summary>The stored files that an activity carries: the channel put them in the database and left our own address.</summary>
internal static class IncomingFiles
{
    private const string Prefix = "/files/";

    public static IReadOnlyList<Guid> Of(Activity activity) => [.. (activity.Attachments ?? []).Select(a => IdIn(a.ContentUrl)).OfType<Guid>()];

    private static Guid? IdIn(string? url)
    {
        var start = url?.IndexOf(Prefix, StringComparison.Ordinal) ?? -1;
        if (start < 0)
        {
            return null;
        }

        var rest = url.AsSpan(start + Prefix.Length);
        var end = rest.IndexOfAny('?', '/');
        return Guid.TryParse(end < 0 ? rest : rest[..end], out var id) ? id : null;
    }
}
