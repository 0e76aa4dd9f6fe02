using Microsoft.Net.Http.Headers;
using SupervisionBot.Bot.SignIn;
using SupervisionBot.Core;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Documents;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Bot.Files;

/// <summary><c>GET /minutes/{number}/word</c> and its like: a paper as a Word file, for whoever may read it, by cookie or by a signed address.</summary>
internal static class PaperDownload
{
    private const string NotInNames = "\\/:*?\"<>|";

    internal static void MapPapers(this IEndpointRouteBuilder app) =>
        app.MapGet(
            "/minutes/{number}/word",
            (string number, string? t, [AsParameters] PaperRequest request) =>
                request.AnswerAsync(
                    t,
                    async (db, actor, settings, cancel) =>
                        await MinutesPage.LoadAsync(db, actor, number.ToUpperInvariant(), cancel) is { } page
                            ? (MinutesPaper.Of(page, settings), MinutesName(page))
                            : null
                )
        );

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
        public async Task<IResult> AnswerAsync(
            string? signature,
            Func<WorkDb, Actor, PaperSettings, CancellationToken, Task<(Paper Paper, string Name)?>> query
        )
        {
            var cancel = Context.RequestAborted;
            if ((Paths.ReaderOf(Context.Request.Path, signature) ?? Context.User.PersonId()) is not { } reader)
            {
                return Results.Unauthorized();
            }

            var today = ChinaTime.DateOf(Clock.Now);
            var found = await Database.ReadAsync(
                async (db, token) => await Actor.LoadAsync(db, reader, today, token) is { } actor ? await query(db, actor, Settings, token) : null,
                cancel
            );
            return found is var (paper, name) ? File(paper, name) : Results.NotFound();
        }

        private IResult File(Paper paper, string name)
        {
            var disposition = new ContentDispositionHeaderValue("attachment");
            disposition.SetHttpFileName(string.Concat(name.Select(c => NotInNames.Contains(c) || char.IsControl(c) ? '_' : c)) + ".docx");
            Context.Response.Headers.ContentDisposition = disposition.ToString();
            // The next version has the same address.
            Context.Response.Headers.CacheControl = "private, no-store";
            return Results.Bytes(Word.Write(paper), PaperWord.ContentType);
        }
    }
}
