using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Tests.Consultations;
using SupervisionBot.Core.Tests.Sessions;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Tests.Signing;

/// <summary>
/// Compiled minutes of a session on Friday 27 November: 市自然资源局, 市水务局 and 阳村街道 attended, 王秀英 presided, one resolution for 市水务局 with
/// 阳村街道. 阳村街道 has no liaison and is reached by its leader.
/// </summary>
internal sealed class Desk(Meeting meeting, Guid id) : IAsyncDisposable
{
    public const string Presider = Meeting.Host;
    public const string OtherChair = "yangjianguo";

    /// <summary>Monday, end of business: one working day after Friday.</summary>
    public static DateTimeOffset Limit { get; } = new(2026, 11, 30, 18, 0, 0, TimeSpan.FromHours(8));

    /// <summary>Tuesday morning: nobody is chased in the evening.</summary>
    public static DateTimeOffset Chase { get; } = new(2026, 12, 1, 8, 30, 0, TimeSpan.FromHours(8));

    public static IReadOnlyList<string> Units { get; } = [County.Land, County.Water, County.Leader];

    public Guid Id => id;
    public County County => meeting.County;
    public Meeting Meeting => meeting;

    public static async Task<Desk> LaidAsync(StorageProvider provider, CancellationToken cancel)
    {
        var meeting = await Meeting.PrepareAsync(provider, cancel);
        var session = await meeting.EndedAsync(cancel);
        await meeting.County.Host.Sweep.RunAsync(cancel);
        await meeting.County.ForgetNewsAsync(cancel);
        var id = await meeting.County.Host.Database.ReadAsync(
            (db, token) => db.Minutes.Where(m => m.SessionId == session).Select(m => m.Id).SingleAsync(token),
            cancel
        );
        return new Desk(meeting, id);
    }

    public async Task<Desk> SentAsync(CancellationToken cancel)
    {
        await County.DoAsync(County.Office, new SendForCountersign(id, null), cancel);
        return this;
    }

    public async Task AnswerAsync(CancellationToken cancel, params (string Who, CountersignChoice Choice, string? Text)[] answers)
    {
        foreach (var (who, choice, text) in answers)
        {
            await County.DoAsync(who, new CountersignMinutes(id, null, null, choice, text), cancel);
        }
    }

    public async Task<Desk> AgreedAsync(CancellationToken cancel)
    {
        await SentAsync(cancel);
        await AnswerAsync(cancel, [.. Units.Select(u => (u, CountersignChoice.Agree, (string?)null))]);
        return this;
    }

    public async Task<Desk> SignedAsync(CancellationToken cancel)
    {
        await AgreedAsync(cancel);
        await County.DoAsync(Presider, new SignOffMinutes(id, null), cancel);
        return this;
    }

    public async Task<Desk> IssuedAsync(CancellationToken cancel)
    {
        await SignedAsync(cancel);
        await County.DoAsync(County.Office, new IssueMinutes(id, null), cancel);
        return this;
    }

    public Task<Minutes> ReadAsync(CancellationToken cancel) =>
        County.Host.Database.ReadAsync((db, token) => db.Minutes.WithParties().Include(m => m.Versions).FirstAsync(m => m.Id == id, token), cancel);

    public async Task<MinutesPage?> PageAsync(string login, CancellationToken cancel)
    {
        var actor = await County.ActorAsync(login, cancel);
        var number = (await ReadAsync(cancel)).Number;
        return await County.Host.Database.ReadAsync((db, token) => MinutesPage.LoadAsync(db, actor, number, token), cancel);
    }

    public Task<MinutesEdited> EditAsync(string login, string addition, CancellationToken cancel, bool autosave = false) =>
        RewriteAsync(login, text => With(text, addition), cancel, autosave);

    public async Task<MinutesEdited> RewriteAsync(string login, Func<string, string> change, CancellationToken cancel, bool autosave = false)
    {
        var now = await ReadAsync(cancel);
        return await County.DoAsync(login, new EditMinutes(id, null, now.Revision, change(now.Markdown), autosave), cancel);
    }

    public static string With(string markdown, string addition) =>
        markdown.Replace("\n\n会商意见供", $"\n\n{addition}\n\n会商意见供", StringComparison.Ordinal);

    public Task<Resolution> ResolutionAsync(CancellationToken cancel) =>
        County.Host.Database.ReadAsync((db, token) => db.Resolutions.Include(r => r.Reports).SingleAsync(token), cancel);

    /// <summary>Who was told since the last time, by login, once per message.</summary>
    public async Task<IReadOnlyList<string>> ToldAsync(CancellationToken cancel)
    {
        var told = (await meeting.ToldAsync(cancel)).ToList();
        await County.ForgetNewsAsync(cancel);
        return told;
    }

    /// <summary>Runs what has to be refused, and sees that it left nothing behind.</summary>
    public async Task<Refusal> RefusedAsync<T>(string login, IRequest<T> request, CancellationToken cancel)
    {
        var before = await TracesAsync(cancel);
        var outcome = await County.RunAsync(login, request, cancel);
        if (outcome.Done)
        {
            throw new InvalidOperationException($"{request} should have been refused.");
        }

        Xunit.Assert.Equal(before, await TracesAsync(cancel));
        return outcome.Refusal!;
    }

    public void GoTo(DateTimeOffset moment) => meeting.GoTo(moment);

    public ValueTask DisposeAsync() => meeting.DisposeAsync();

    private Task<Traces> TracesAsync(CancellationToken cancel) =>
        County.Host.Database.ReadAsync(
            async (db, token) =>
                new Traces(
                    await db
                        .Minutes.Where(m => m.Id == id)
                        .Select(m => $"{m.State} {m.Step} {m.Version} {m.Revision} {m.VersionNumber}")
                        .SingleAsync(token),
                    await db.History.CountAsync(token),
                    await db.Outbox.CountAsync(token),
                    await db.MinutesVersions.CountAsync(token),
                    string.Join(' ', await db.Resolutions.OrderBy(r => r.Id).Select(r => $"{r.State} {r.Version}").ToListAsync(token))
                ),
            cancel
        );

    private sealed record Traces(string Minutes, int History, int Outbox, int Versions, string Resolutions);
}
