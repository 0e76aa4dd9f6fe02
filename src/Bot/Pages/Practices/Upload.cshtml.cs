using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Bot.Conversations.Practices;
using SupervisionBot.Bot.Files;
using SupervisionBot.Bot.SignIn;
using SupervisionBot.Core;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Forms;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.TypicalPractices;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Pages.Practices;

/// <summary>
/// <c>/practices/drafts/{id}</c>: the draft of a practice in a browser, for the person it belongs to: by the cookie, or by the signed, expiring address that the chat
/// gave them, so that nobody signs in a second time.
/// </summary>
[RequestSizeLimit(PageUpload.BodyLimit)]
internal sealed class UploadModel(Database database, UseCases useCases, SignedPaths paths, BusinessClock clock) : PageModel
{
    [BindProperty]
    public UploadForm Form { get; set; } = new();

    [BindProperty]
    public List<IFormFile> Files { get; set; } = [];

    [TempData]
    public string? Done { get; set; }

    public string? Trouble { get; private set; }
    public bool IsClosed { get; private set; }

    /// <summary>What was found in the saved text; null while there is none.</summary>
    public string? Shape { get; private set; }
    public string? Advice { get; private set; }
    public IReadOnlyList<(Guid Id, string Name)> Pictures { get; private set; } = [];
    public string SendLabel { get; private set; } = "";

    public Task<IActionResult> OnGetAsync(Guid id, string? t, CancellationToken cancel) => ShowAsync(id, t, fresh: true, cancel);

    /// <summary>Saves; with <paramref name="press"/> <c>send</c> it is sent off as well.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, string? t, string? press, CancellationToken cancel)
    {
        if (ReaderOf(t) is not { } reader)
        {
            return Unauthorized();
        }

        // Read before the transaction: unpacking takes its time.
        var material = await UploadedMaterial.ReadAsync(Files, cancel);
        Trouble = material.Complaint;
        if (Trouble is null)
        {
            var saved = await database.WriteAsync((db, token) => SaveAsync(db, id, reader, material, press == "send", token), cancel);
            if (saved)
            {
                return LocalRedirect(Request.Path + Request.QueryString);
            }
        }

        return await ShowAsync(id, t, fresh: false, cancel);
    }

    private async Task<bool> SaveAsync(WorkDb db, Guid id, Guid reader, UploadedMaterial material, bool send, CancellationToken cancel)
    {
        (Trouble, Done) = (null, null);
        var work = await useCases.OpenAsync(db, reader, cancel);
        if (work is null || await PracticeDrafts.FindAsync(db, id, reader, cancel) is not { ClosedAt: null } draft)
        {
            return false;
        }

        var after = Form.ToDraft(PracticeDraft.Read(draft), material.Texts);
        Trouble =
            draft.Step != Form.Step
                ? Texts.ChangedMeanwhile
                : PracticeContent.TooLong(after.Body) ?? SensitiveText.SecrecyRefusal($"{after.Title}\n{after.Body}");
        if (Trouble is not null)
        {
            return false;
        }

        draft.FileIds = [.. draft.FileIds.Except(Form.Remove)];
        foreach (var picture in material.Pictures)
        {
            if (picture.ToFile(work.NewId(), reader, work.Now) is { } file)
            {
                db.Files.Add(file);
                draft.FileIds = [.. draft.FileIds, file.Id];
            }
        }

        (draft.Values, draft.TouchedAt) = (after.Write(), work.Now);
        draft.Step++;
        if (!send)
        {
            Done = Texts.Saved;
            return true;
        }

        var (refusal, sent) = await PracticeSending.SendAsync(useCases, work, draft, cancel);
        Trouble = refusal?.Sentence;
        Done =
            sent is null ? null
            : sent.LeaderName is { } leader ? Texts.Sent.With(leader, sent.Number)
            : Texts.SentToOffice.With(sent.Number);
        return sent is not null;
    }

    private async Task<IActionResult> ShowAsync(Guid id, string? t, bool fresh, CancellationToken cancel)
    {
        ModelState.Clear();
        if (ReaderOf(t) is not { } reader)
        {
            return Unauthorized();
        }

        var found = await database.ReadAsync(
            async (db, token) =>
                await PracticeDrafts.FindAsync(db, id, reader, token) is { } draft
                    ? (draft, await FilesAsync(db, draft, token), await LeaderAsync(db, reader, token))
                    : default,
            cancel
        );
        if (found.draft is null)
        {
            return NotFound();
        }

        IsClosed = found.draft.ClosedAt is not null;
        Form = fresh ? UploadForm.Of(found.draft) : Form;
        Form.Step = found.draft.Step;
        var values = PracticeDraft.Read(found.draft);
        if (values.Body.Length > 0)
        {
            Shape = PracticeAdvice.Shape(values.Body, values.Title);
            Advice = SensitiveText.NumberWarning(values.Body) ?? PracticeAdvice.For(values.Body, values.Title);
        }

        Pictures = found.Item2;
        SendLabel = found.Item3 is { } leader ? Texts.SendToLeader.With(leader) : Texts.SendToOffice;
        return Page();
    }

    private Guid? ReaderOf(string? signature) => paths.ReaderOf(Request.Path, signature) ?? User.PersonId();

    private static async Task<IReadOnlyList<(Guid, string)>> FilesAsync(WorkDb db, Draft draft, CancellationToken cancel)
    {
        var files = await db.Files.Where(f => draft.FileIds.Contains(f.Id)).Select(f => new { f.Id, f.Name }).ToListAsync(cancel);
        return files.ConvertAll(f => (f.Id, f.Name));
    }

    /// <summary>Who has to release it; null where the reader is a leader themselves, or stands in for one.</summary>
    private async Task<string?> LeaderAsync(WorkDb db, Guid reader, CancellationToken cancel)
    {
        var actor = await Actor.LoadAsync(db, reader, ChinaTime.DateOf(clock.Now), cancel);
        return actor is null || actor.Has(Role.UnitLeader, actor.UnitId)
            ? null
            : await db
                .People.Where(p => p.Active && p.UnitId == actor.UnitId && p.Roles.Contains(Role.UnitLeader))
                .OrderBy(p => p.Order)
                .Select(p => p.Name)
                .FirstOrDefaultAsync(cancel);
    }
}
