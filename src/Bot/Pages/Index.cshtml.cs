using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SupervisionBot.Bot.Http;
using SupervisionBot.Bot.SignIn;
using SupervisionBot.Bot.WebChat;
using SupervisionBot.Channels.DirectLine;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Bot.Pages;

/// <summary>The page at <c>/</c>: web chat for those who have signed in; before that, in demo mode, the choice of whom to be.</summary>
internal sealed class IndexModel(
    Database database,
    Readiness readiness,
    DemoGate demo,
    WebChatSessions sessions,
    WebChatScript script,
    IOptions<DirectLineOptions> limits
) : PageModel
{
    /// <summary>Who has signed in.</summary>
    public Person? Me { get; private set; }

    /// <summary>What one tap says for the person; only townships order assistance.</summary>
    public IEnumerable<string> Shortcuts => (Me?.Unit?.Kind == UnitKind.Township ? Texts.ShortcutWordsTownship : Texts.ShortcutWords).Split('|');

    /// <summary>Whom one can be in the demo, by unit in protocol order; null where there is no demo for this caller.</summary>
    public IReadOnlyList<IGrouping<string, Person>>? Choice { get; private set; }

    public bool IsReady => readiness.IsReady;
    public string? ScriptAddress => script.Address;
    public int UploadLimit => limits.Value.UploadLimit;
    public string Nonce => HttpContext.ScriptNonce();

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (!IsReady)
        {
            Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            Response.Headers.RetryAfter = "2";
            return;
        }

        Me = await PersonAsync(cancel);
        if (Me is null && demo.Admits(HttpContext))
        {
            Choice = [.. (await DemoPeople.ListAsync(database, cancel)).GroupBy(p => p.Unit!.ShortName)];
        }
    }

    /// <summary>One tap in the list of demo people.</summary>
    public async Task<IActionResult> OnPostSignInAsync(string? person, CancellationToken cancel)
    {
        if (!demo.Admits(HttpContext))
        {
            return Forbid();
        }

        if (await DemoSignIn.FindAsync(database, person, cancel) is { } id)
        {
            await HttpContext.SignInPersonAsync(id);
        }

        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostSignOutAsync()
    {
        await HttpContext.SignOutAsync();
        return RedirectToPage();
    }

    /// <summary>A Direct Line token for the person of the cookie: at the beginning, and again when one has expired.</summary>
    public async Task<IActionResult> OnPostTokenAsync(CancellationToken cancel)
    {
        var session = User.PersonId() is { } person ? await sessions.OpenAsync(person, cancel) : null;
        return session is null ? Unauthorized() : new JsonResult(session);
    }

    private Task<Person?> PersonAsync(CancellationToken cancel) =>
        User.PersonId() is { } id
            ? database.ReadAsync((db, token) => db.People.Include(p => p.Unit).FirstOrDefaultAsync(p => p.Id == id && p.Active, token), cancel)
            : Task.FromResult<Person?>(null);
}
