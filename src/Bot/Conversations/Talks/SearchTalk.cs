using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;
using SupervisionBot.Core;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Search;

namespace SupervisionBot.Bot.Conversations.Talks;

/// <summary>搜 砖厂: the records that have the words, as a list to choose from; a single one is shown as it stands. The page has the rest.</summary>
internal sealed class SearchTalk(RecordSearch search) : IInWords
{
    private const int Most = 8;
    private const int LongestShown = 20;
    private const int LongestLink = 100;

    /// <summary>找一下砖厂的件, 查 砖厂. What begins with 搜 is a command.</summary>
    public async Task<bool> TryAsync(TurnContext turn, CancellationToken cancel)
    {
        if (SearchSentence.Wish(turn.Text) is not { } words)
        {
            return false;
        }

        await AnswerAsync(turn, words, cancel);
        return true;
    }

    public async Task AnswerAsync(TurnContext turn, string words, CancellationToken cancel)
    {
        var (db, actor) = (turn.Work.Db, turn.Work.Person);
        var result = await search.FindAsync(db, actor, words, kind: null, skip: 0, Most, cancel);
        if (result is { IsNearest: false, HasMore: false, Hits: [var only] })
        {
            turn.Reply(await RecordStatus.OfAsync(db, actor, only.RecordId, turn.Work.Now, cancel) ?? Message.Say(Texts.NothingMoreToDo));
        }
        else if (result.Hits.Count == 0)
        {
            turn.Reply(
                result.HasWords ? Texts.SearchNothing.With(Shown(words)) : Texts.SearchWhat,
                result.HasWords ? await OfficeLine.GetAsync(db, cancel) : null
            );
        }
        else
        {
            turn.Reply(ListOf(result, words));
        }
    }

    private static Message ListOf(SearchResult result, string words) =>
        new()
        {
            Title =
                result.IsNearest ? Texts.SearchNearest.With(Shown(words))
                : result.HasMore ? Texts.SearchMany.With(Shown(words), result.Hits.Count)
                : Texts.SearchSome.With(Shown(words), result.Hits.Count),
            Choices =
            [
                .. result.Hits.Select(hit => OverviewTalk.Choice(hit.RecordId, Texts.SearchLine.With(hit.Title, hit.Where, hit.Number))),
                .. result.HasMore ? [new Choice(Texts.SearchPage, "open", Url: PageOf(words))] : (Choice[])[],
            ],
        };

    private static string PageOf(string words) => $"/search?q={Uri.EscapeDataString(Cut(words, LongestLink))}";

    private static string Shown(string words) => words.Length > LongestShown ? $"{Cut(words, LongestShown)}…" : words;

    /// <summary>Not through the middle of a character, which could be written nowhere.</summary>
    private static string Cut(string words, int length) =>
        words.Length <= length ? words : words[..(char.IsHighSurrogate(words[length - 1]) ? length - 1 : length)];
}
