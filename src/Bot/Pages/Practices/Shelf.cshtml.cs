using Microsoft.AspNetCore.Mvc;
using SupervisionBot.Bot.Files;
using SupervisionBot.Bot.Pages.Records;
using SupervisionBot.Core;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Shelf;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Pages.Practices;

/// <summary><c>/shelf</c>: lists, flows, guides and templates for everybody who has signed in; the office puts them there.</summary>
[RequestSizeLimit(PageUpload.BodyLimit)]
internal sealed class ShelfModel(Database database, BusinessClock clock, UseCases useCases) : RecordPageModel(database, clock)
{
    [TempData]
    public string? Done { get; set; }

    public IReadOnlyList<ShelfEntry> Shown { get; private set; } = [];
    public string? Words { get; private set; }
    public ShelfKind? Kind { get; private set; }
    public string? Title { get; private set; }
    public ShelfKind? NewKind { get; private set; }
    public string? Trouble { get; private set; }
    public bool IsOffice => Me!.IsOffice;

    /// <summary>1.5 MB, 12 KB.</summary>
    public static string Size(long bytes) => RecordModel.Size(bytes);

    public async Task<IActionResult> OnGetAsync(string? words, ShelfKind? kind, CancellationToken cancel)
    {
        (Words, Kind) = (words, kind);
        return await FindAsync(cancel) ?? Page();
    }

    public async Task<IActionResult> OnPostAsync(string? title, ShelfKind? newKind, IFormFile? file, CancellationToken cancel)
    {
        (Title, NewKind) = (title, newKind);
        if (await FindAsync(cancel) is { } otherwise)
        {
            return otherwise;
        }

        if (!IsOffice)
        {
            return Forbid();
        }

        if (file is null)
        {
            Trouble = Texts.NoShelfFile;
            return Page();
        }

        var upload = await PageUpload.ReadAsync(file, cancel);
        Trouble = upload.Complaint ?? await PutAsync(upload, title, newKind, cancel);
        return Trouble is null ? RedirectToPage() : Page();
    }

    /// <summary>The complaint; null when it stands on the shelf.</summary>
    private Task<string?> PutAsync(PageUpload upload, string? title, ShelfKind? kind, CancellationToken cancel) =>
        Database.WriteAsync(
            async (db, token) =>
            {
                var work = (await useCases.OpenAsync(db, Me!.Id, token))!;
                if (upload.ToFile(work.NewId(), Me.Id, work.Now) is not { } stored)
                {
                    return Texts.WrongShelfFile.With(upload.Name);
                }

                db.Files.Add(stored);
                var outcome = await useCases.RunInAsync(work, new PutOnShelf(title, kind, stored.Id), token);
                if (outcome.Refusal is { } refusal)
                {
                    db.Files.Remove(stored);
                    return refusal.Sentence;
                }

                Done = (outcome.Value.IsNew ? Texts.DonePut : Texts.DoneReplaced).With(outcome.Value.Title);
                return null;
            },
            cancel
        );

    private Task<IActionResult?> FindAsync(CancellationToken cancel)
    {
        ModelState.Clear();
        return LoadAsync(
            async (db, _, token) => (IReadOnlyList<ShelfEntry>?)await ShelfPage.FindAsync(db, Words, Kind, token),
            found => Shown = found,
            cancel
        );
    }
}
