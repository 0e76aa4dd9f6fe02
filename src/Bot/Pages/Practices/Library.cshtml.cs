using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using SupervisionBot.Bot.Pages.Records;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.TypicalPractices;
using SupervisionBot.Core.TypicalPractices.Queries;

namespace SupervisionBot.Bot.Pages.Practices;

/// <summary><c>/practices</c>: adopted practices for everybody who has signed in, with search box, filters and pages.</summary>
internal sealed class LibraryModel(Database database, BusinessClock clock) : RecordPageModel(database, clock)
{
    public PracticeLibrary Shown { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(string? words, Guid? unit, int? year, AdoptionLevel? level, int? at, CancellationToken cancel)
    {
        ModelState.Clear();
        return ShowAsync(new PracticeFilter(words, unit, year, level, at ?? 1), cancel);
    }

    /// <summary>The same search, another page of it.</summary>
    public string PageAddress(int page) =>
        QueryHelpers.AddQueryString(
            "/practices",
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["words"] = Shown.Filter.Words,
                ["unit"] = Shown.Filter.UnitId?.ToString(),
                ["year"] = Shown.Filter.Year?.ToString(System.Globalization.CultureInfo.InvariantCulture),
                ["level"] = Shown.Filter.Level?.ToString(),
                ["at"] = page.ToString(System.Globalization.CultureInfo.InvariantCulture),
            }
        );

    private async Task<IActionResult> ShowAsync(PracticeFilter filter, CancellationToken cancel) =>
        await LoadAsync(
            async (db, actor, token) => (PracticeLibrary?)await PracticeLibrary.LoadAsync(db, actor, filter, token),
            found => Shown = found,
            cancel
        ) ?? Page();
}
