using Microsoft.Net.Http.Headers;
using SupervisionBot.Bot.SignIn;
using SupervisionBot.Core;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Documents;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.TypicalPractices.Bulletins;

namespace SupervisionBot.Bot.Files;

/// <summary><c>GET /minutes/{number}/word</c> and its like: a paper as a Word file, for whoever may read it, by cookie or by a signed address.</summary>
internal static class PaperDownload
{
    private const string NotInNames = "\\/:*?\"<>|";

    internal static void MapPapers(this IEndpointRouteBuilder app)
    {
        app.MapGet(
            "/minutes/{number}/word",
            (string number, string? t, [AsParameters] PaperRequest request) => request.AnswerAsync(number, t, MinutesAsync)
        );
        app.MapGet("/bulletins/{id}/word", (string id, string? t, [AsParameters] PaperRequest request) => request.AnswerAsync(id, t, BulletinAsync));
        app.MapGet(
            "/sessions/{number}/agenda/word",
            (string number, string? t, [AsParameters] PaperRequest request) => request.AnswerAsync(number, t, AgendaAsync)
        );
        app.MapGet(
            "/sessions/{number}/notice/word",
            (string number, string? t, [AsParameters] PaperRequest request) => request.AnswerAsync(number, t, NoticeAsync)
        );
    }

    private static async Task<NamedPaper?> BulletinAsync(WorkDb db, Actor actor, string id, PaperSettings settings, CancellationToken cancel) =>
        Guid.TryParse(id, out var bulletin) && await BulletinPage.LoadAsync(db, actor, bulletin, cancel) is { } page
            ? new(BulletinPaper.Of(page, settings), Texts.BulletinName.With(settings.BulletinMasthead, BulletinNames.Mark(page.Bulletin)))
            : null;

    private static async Task<NamedPaper?> MinutesAsync(WorkDb db, Actor actor, string number, PaperSettings settings, CancellationToken cancel) =>
        await MinutesPage.LoadAsync(db, actor, number, cancel) is { } page ? new(MinutesPaper.Of(page, settings), MinutesName(page)) : null;

    private static async Task<NamedPaper?> AgendaAsync(WorkDb db, Actor actor, string number, PaperSettings settings, CancellationToken cancel) =>
        await AgendaPage.LoadAsync(db, actor, number, cancel) is { } page
            ? new(SessionPapers.Agenda(page, settings), Texts.AgendaName.With(SessionNames.Title(page.Session)))
            : null;

    private static async Task<NamedPaper?> NoticeAsync(WorkDb db, Actor actor, string number, PaperSettings settings, CancellationToken cancel) =>
        await AgendaPage.LoadAsync(db, actor, number, cancel) is { } page
            ? new(await SessionPapers.NoticeAsync(db, page.Session, settings, cancel), Texts.NoticeName.With(SessionNames.Title(page.Session)))
            : null;

    /// <summary>〔2026〕5号 …会议纪要.docx, or the title with what kind of draft it is.</summary>
    private static string MinutesName(MinutesPage page) =>
        page.DraftMark is { } mark ? Texts.DraftName.With(page.Title, mark) : Texts.IssuedName.With(page.IssueMark, page.Title);

    /// <summary>What it takes to answer.</summary>
    internal sealed record PaperRequest(
        HttpContext Context,
        Database Database,
        BusinessClock Clock,
        SignedPaths Paths,
        PaperSettings Settings,
        PaperWord Word
    )
    {
        /// <summary>The file, for whom the address was signed or who has signed in.</summary>
        public async Task<IResult> AnswerAsync(
            string number,
            string? signature,
            Func<WorkDb, Actor, string, PaperSettings, CancellationToken, Task<NamedPaper?>> query
        )
        {
            if ((Paths.ReaderOf(Context.Request.Path, signature) ?? Context.User.PersonId()) is not { } reader)
            {
                return Results.Unauthorized();
            }

            var today = ChinaTime.DateOf(Clock.Now);
            var found = await Database.ReadAsync(
                async (db, token) =>
                    await Actor.LoadAsync(db, reader, today, token) is { } actor
                        ? await query(db, actor, number.ToUpperInvariant(), Settings, token)
                        : null,
                Context.RequestAborted
            );
            return found is null ? Results.NotFound() : File(found);
        }

        private IResult File(NamedPaper found)
        {
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(string.Concat(found.Name.Select(c => NotInNames.Contains(c) || char.IsControl(c) ? '_' : c)) + ".docx");
            Context.Response.Headers.ContentDisposition = disposition.ToString();
            // The next version has the same address.
            Context.Response.Headers.CacheControl = "private, no-store";
            return Results.Bytes(Word.Write(found.Paper), PaperWord.ContentType);
        }
    }

    internal sealed record NamedPaper(Paper Paper, string Name);
}
