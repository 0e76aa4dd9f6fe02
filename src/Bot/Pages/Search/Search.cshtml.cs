using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using SupervisionBot.Bot.Pages.Records;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Search;

namespace SupervisionBot.Bot.Pages.Search;

/// <summary><c>/search?q=砖厂</c>: everything the reader may see that has the words, a page at a time.</summary>
internal sealed class SearchModel(Database database, BusinessClock clock, RecordSearch search) : RecordPageModel(database, clock)
{
    public const int LongestWords = 100;
    private const int Size = 20;

    // Whoever looks that far down needs other words.
    private const int LastPage = 25;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public string? OfKind { get; set; }

    /// <summary>From 1.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<(string Kind, string Name)> Kinds => search.Kinds;

    /// <summary>Null while nothing has been asked.</summary>
    public SearchResult? Found { get; private set; }

    public int First => ((PageNumber - 1) * Size) + 1;

    public bool HasNext => Found!.HasMore && PageNumber < LastPage;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        PageNumber = ModelState.IsValid ? Math.Clamp(PageNumber, 1, LastPage) : 1;
        ModelState.Clear();
        var asked = Words?.Trim() ?? "";
        return await LoadAsync(
                async (db, actor, token) => await search.FindAsync(db, actor, asked, OfKind, First - 1, Size, token),
                found => Found = asked.Length > 0 ? found : null,
                cancel
            ) ?? Page();
    }

    public string AddressOf(int page) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"/search?q={Uri.EscapeDataString(Words ?? "")}&kind={Uri.EscapeDataString(OfKind ?? "")}&p={page}"
        );
}
