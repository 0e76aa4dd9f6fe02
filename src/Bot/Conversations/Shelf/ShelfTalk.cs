using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Shelf;

namespace SupervisionBot.Bot.Conversations.Shelf;

/// <summary>资料 in the chat: documents of the shelf by words. What is only wished for and not on the shelf is understood as any other sentence.</summary>
internal sealed class ShelfTalk : IInWords
{
    private const int Most = 8;

    public async Task<bool> TryAsync(TurnContext turn, CancellationToken cancel)
    {
        if (ShelfWords.Wanted(turn.Text, out var certain) is not { } what)
        {
            return false;
        }

        var entries = await ShelfPage.FindAsync(turn.Work.Db, null, null, cancel);
        var titles = what.Length == 0 ? entries.Select(e => e.Title) : ShelfWords.Closest(what, entries.Select(e => e.Title));
        var found = titles.Select(title => entries.First(e => e.Title == title)).Where(e => e.Versions.Count > 0).Take(Most).ToList();
        if (found.Count == 0 && !certain)
        {
            return false;
        }

        turn.Reply(
            new Message
            {
                Title = found.Count == 0 ? Texts.NothingFound.With(what) : Texts.Found.With(found.Count),
                Choices = [.. found.Select(Open), new Choice(Texts.WholeShelf, "open", Url: "/shelf")],
            }
        );
        return true;
    }

    private static Choice Open(ShelfEntry entry) =>
        new(Texts.Entry.With(ShelfKinds.Name(entry.Kind), entry.Title), "open", Url: $"/files/{entry.Versions[0].FileId}");
}
