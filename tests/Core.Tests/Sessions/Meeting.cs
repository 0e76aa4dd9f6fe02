using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Tests.Consultations;

namespace SupervisionBot.Core.Tests.Sessions;

/// <summary>A county with a session on the way: 汾河滩挖砂 of 阳村街道, with 市自然资源局 and 市水务局, on Friday afternoon.</summary>
internal sealed class Meeting(County county) : IAsyncDisposable
{
    public const string Host = "wangxiuying";
    public const string Place = "市司法局三楼会议室";

    /// <summary>27 November 2026, 15:00 in Shanghai.</summary>
    public static DateTimeOffset Friday { get; } = new(2026, 11, 27, 15, 0, 0, TimeSpan.FromHours(8));

    public County County => county;

    public static async Task<Meeting> PrepareAsync(StorageProvider provider, CancellationToken cancel) =>
        new(await County.FoundAsync(provider, cancel));

    /// <summary>A consultation that waits for a session.</summary>
    public Task<Guid> AwaitingAsync(CancellationToken cancel, AdmissionRoute route = AdmissionRoute.OwnSession) =>
        county.AdmittedAsync(cancel, route);

    public async Task<Guid> ScheduledAsync(CancellationToken cancel, AdmissionRoute route = AdmissionRoute.OwnSession)
    {
        var consultation = await AwaitingAsync(cancel, route);
        await county.ForgetNewsAsync(cancel);
        return (await county.DoAsync(County.Office, new ScheduleSession(consultation, null, Friday, Place), cancel)).Id;
    }

    /// <summary>Another session, a week later.</summary>
    public async Task<SessionScheduled> ScheduleAnotherAsync(CancellationToken cancel) =>
        await county.DoAsync(County.Office, new ScheduleSession(await AwaitingAsync(cancel), null, Friday.AddDays(7), Place), cancel);

    public async Task<Guid> OpenedAsync(CancellationToken cancel)
    {
        var id = await ScheduledAsync(cancel);
        GoTo(Friday);
        await county.DoAsync(County.Office, new OpenSession(id, null), cancel);
        return id;
    }

    public Task<Session> SessionAsync(Guid id, CancellationToken cancel) =>
        county.Host.Database.ReadAsync((db, token) => db.Sessions.WithAgenda().FirstAsync(s => s.Id == id, token), cancel);

    /// <summary>A full record: host and units there, one discussion, one resolution.</summary>
    public async Task<SessionRecord> RecordAsync(Guid id, CancellationToken cancel)
    {
        var session = await SessionAsync(id, cancel);
        return new SessionRecord(
            session.Version,
            [.. session.Attendances.Select(a => new AttendanceTick(a.Id, true, a.Attendee))],
            [
                .. session.AgendaItems.Select(i => new ItemRecord(
                    i.Id,
                    "会议认为，采砂点位于河道管理范围内。",
                    [new ResolutionRecord("由市水务局依法查处", county.Unit("shuiwu"), [county.Unit("yangcun")], new DateOnly(2026, 12, 10))]
                )),
            ]
        );
    }

    public async Task<Guid> EndedAsync(CancellationToken cancel)
    {
        var id = await OpenedAsync(cancel);
        await county.DoAsync(County.Office, new RecordSession(id, null, await RecordAsync(id, cancel)), cancel);
        await county.ForgetNewsAsync(cancel);
        await county.DoAsync(County.Office, new EndSession(id, null), cancel);
        return id;
    }

    /// <summary>Everybody who got a message, by login, once per message.</summary>
    public async Task<IEnumerable<string>> ToldAsync(CancellationToken cancel) =>
        (await county.NewsAsync(cancel)).SelectMany(n => n.Select(_ => n.Key)).Order(StringComparer.Ordinal);

    /// <summary>The calendar entry that came with a message.</summary>
    public async Task<string> CalendarEntryAsync(Message message, CancellationToken cancel)
    {
        var id = Guid.Parse(message.Files.Single().Url["/files/".Length..]);
        var content = await county.Host.Database.ReadAsync(
            (db, token) => db.Files.Where(f => f.Id == id).Select(f => f.Content).FirstAsync(token),
            cancel
        );
        return System.Text.Encoding.UTF8.GetString(content);
    }

    public void GoTo(DateTimeOffset moment) => county.Host.Machine.SetUtcNow(moment);

    public ValueTask DisposeAsync() => county.DisposeAsync();
}
