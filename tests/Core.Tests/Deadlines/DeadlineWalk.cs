using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Tests.Consultations;

namespace SupervisionBot.Core.Tests.Deadlines;

/// <summary>A consultation whose written views are wanted until Monday, 30 November, and time that a test lets pass.</summary>
internal sealed class DeadlineWalk : IAsyncDisposable
{
    /// <summary>分管领导 of the bureau of natural resources.</summary>
    public const string LandLeader = "gaofeng";

    private DeadlineWalk(County county, Guid consultation) => (County, ConsultationId) = (county, consultation);

    public County County { get; }
    public Guid ConsultationId { get; }

    /// <summary>Everything that was said while time passed.</summary>
    public List<(string Day, string Login, Message Message)> Messages { get; } = [];

    public static async Task<DeadlineWalk> BeginAsync(StorageProvider provider, CancellationToken cancel)
    {
        var county = await County.FoundAsync(provider, cancel);
        var id = await county.AdmittedAsync(cancel);
        await county.ForgetNewsAsync(cancel);
        return new DeadlineWalk(county, id);
    }

    /// <summary>Lets time pass up to the end of that day, with a worker that looks whenever something is planned, and at midnight.</summary>
    /// <returns>Who heard what on the way.</returns>
    public async Task<List<(string Day, string Login, string Title)>> UntilAsync(DateOnly last, CancellationToken cancel)
    {
        var heard = new List<(string, string, string)>();
        var end = ChinaTime.FromLocal(last.AddDays(1), TimeOnly.MinValue);
        while (County.Host.Clock.Now < end)
        {
            await County.Host.Sweep.RunAsync(cancel);
            var day = ChinaTime.ToLocal(County.Host.Clock.Now).ToString("MM-dd", null);
            foreach (var person in await County.NewsAsync(cancel))
            {
                heard.AddRange(person.Select(message => (day, person.Key, message.Title)));
                Messages.AddRange(person.Select(message => (day, person.Key, message)));
            }

            await County.ForgetNewsAsync(cancel);
            County.Host.Machine.SetUtcNow(await NextAsync(end, cancel));
        }

        return heard;
    }

    private async Task<DateTimeOffset> NextAsync(DateTimeOffset end, CancellationToken cancel)
    {
        var now = County.Host.Clock.Now;
        var next = await County.Host.Database.ReadAsync(
            (db, token) => db.Occurrences.Where(o => o.State == OccurrenceState.Planned && o.At > now).MinAsync(o => (DateTimeOffset?)o.At, token),
            cancel
        );
        return next < end ? next.Value : end;
    }

    /// <summary>What was said to somebody since the news were forgotten last.</summary>
    public async Task<List<string>> TitlesForAsync(string login, CancellationToken cancel)
    {
        var titles = (await County.NewsAsync(cancel))[login].Select(m => m.Title).ToList();
        await County.ForgetNewsAsync(cancel);
        return titles;
    }

    public Task<Deadline> DeadlineAsync(Promise promise, string? unit, CancellationToken cancel)
    {
        var unitId = unit is null ? Guid.Empty : County.Unit(unit);
        return County.Host.Database.ReadAsync(
            (db, token) => db.Deadlines.SingleAsync(d => d.Promise == promise && d.UnitId == unitId, token),
            cancel
        );
    }

    public Task<Deadline> AgainAsync(Deadline deadline, CancellationToken cancel) =>
        County.Host.Database.ReadAsync((db, token) => db.Deadlines.SingleAsync(d => d.Id == deadline.Id, token), cancel);

    public ValueTask DisposeAsync() => County.DisposeAsync();
}
