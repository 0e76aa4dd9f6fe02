#pragma warning disable CA1859, MA0084, RCS1139, VSTHRD103 // The simulation reads better so.
using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Tests.Consultations;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;

namespace SupervisionBot.Core.Tests.Deadlines;

/// <summary>
/// Half a year of a county, from planned moment to planned moment: two workers on PostgreSQL, one that sweeps twice at a time on SQLite, and a bot through which people act.
/// Workers die in the middle of a step or of a message and stand still for hours and days; the business clock is moved on.
/// </summary>
internal sealed class HalfYear : IAsyncDisposable
{
    private const int Patience = 60;
    private static readonly DateTimeOffset Start = new(2026, 1, 5, 8, 0, 0, TimeSpan.FromHours(8));
    private static readonly DateTimeOffset End = Start.AddDays(181);
    private static readonly TimeSpan LeaseOver = TimeSpan.FromSeconds(31);

    private readonly HalfYearFate fate;
    private readonly HalfYearPost post;
    private readonly List<CoreHost> workers = [];
    private readonly ConcurrentQueue<CoreHost> dead = new();
    private int rounds;
    private TimeSpan offset;
    private DateTimeOffset downUntil = Start;

    private HalfYear(County county, HalfYearLedger ledger, HalfYearFate fate, HalfYearPost post, int seed)
    {
        (County, Ledger, this.fate, this.post, Random) = (county, ledger, fate, post, new Random(seed));
        People = new HalfYearPeople(county, ledger, Random);
        post.Clock = county.Host.Clock;
        Door = county.Host;
    }

    public County County { get; }
    public HalfYearLedger Ledger { get; }
    public HalfYearPeople People { get; }
    public Random Random { get; }

    /// <summary>The process through which people act: the bot, or a worker while it sweeps.</summary>
    public CoreHost Door { get; private set; }

    public DateTimeOffset Now => County.Host.Clock.Now;

    public string Told =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Ledger.Digests.Count} digests, {Ledger.Lines} lines, {Ledger.Leaders} to leaders; {fate.Deaths} deaths, {fate.Failures} failures; {rounds} rounds"
        );

    public static async Task<HalfYear> BeginAsync(StorageProvider provider, int seed, CancellationToken cancel)
    {
        var (ledger, fate) = (new HalfYearLedger(WorkingCalendar.Shipped), new HalfYearFate(seed));
        var post = new HalfYearPost(ledger, fate);
        var county = await County.FoundAsync(
            provider,
            cancel,
            services => services.Replace(ServiceDescriptor.Singleton<IMessageSender>(post)),
            Start
        );
        return new HalfYear(county, ledger, fate, post, seed);
    }

    /// <summary>Lets the half-year pass.</summary>
    /// <param name="scale">How much is going on; 1 is a quiet county.</param>
    public async Task RunAsync(int scale, CancellationToken cancel)
    {
        var (deeds, papers) = (new HalfYearDeeds(this), new HalfYearPapers(this));
        var deedAt = Start.AddHours(2);
        while (Now < End)
        {
            var wake = Later(await NextPlannedAsync(cancel) ?? End, downUntil);
            if (deedAt <= wake)
            {
                await GoToAsync(deedAt, cancel);
                await deeds.StartAsync(scale, cancel);
                for (var deed = 0; deed < 5 * scale; deed++)
                {
                    await deeds.DoAsync(cancel);
                    await papers.DoAsync(cancel);
                }

                // What people's deeds say to others at once is proven elsewhere.
                await County.Host.Database.WriteAsync(
                    (db, token) => db.Outbox.Where(o => o.State == OutboxState.Pending).ExecuteDeleteAsync(token),
                    cancel
                );
                MaybeStandStill();
                deedAt = Now.AddMinutes(Random.Next(45 * 60, 85 * 60));
                continue;
            }

            await GoToAsync(wake < End ? wake : End, cancel);
            await SettleAsync(Random.Next(10) == 0 ? deeds : null, cancel);
        }

        await SettleAsync(deeds: null, cancel);
    }

    /// <returns>Whether it was done.</returns>
    public async Task<bool> TryAsync<T>(Guid person, IRequest<T> request, CancellationToken cancel) =>
        (await Door.UseCases.RunAsync(person, request, cancel)).Done;

    public Task<T> ReadAsync<T>(Func<WorkDb, Task<T>> query, CancellationToken cancel) => Door.Database.ReadAsync((db, _) => query(db), cancel);

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in workers)
        {
            await worker.DisposeAsync();
        }

        await County.DisposeAsync();
    }

    /// <summary>Sweeps and sends until nothing is due any more. While <paramref name="deeds"/> is given somebody acts in the same moment.</summary>
    private async Task SettleAsync(HalfYearDeeds? deeds, CancellationToken cancel)
    {
        for (var round = 0; ; round++)
        {
            rounds++;
            Wake();
            var sweeps = Sweepers().Select(worker => SweepAsync(worker, cancel)).ToList();
            if (round == 0 && deeds is not null)
            {
                Door = workers[0];
                await deeds.DoAsync(cancel);
                Door = County.Host;
            }

            await Task.WhenAll(sweeps);
            await BuryAsync();
            foreach (var host in await IsAnythingOnItsWayAsync(cancel) ? workers.Append(County.Host).ToList() : [])
            {
                await DeliverAsync(host, cancel);
            }

            await BuryAsync();

            if (!await IsAnythingDueAsync(cancel))
            {
                return;
            }

            if (round == Patience)
            {
                Ledger.Break($"not settled after {Patience} sweeps: {ChinaTime.Moment(Now)}");
                return;
            }

            County.Host.Machine.Advance(LeaseOver);
        }
    }

    private IEnumerable<CoreHost> Sweepers() => workers.Count > 1 ? workers : [workers[0], workers[0]];

    private async Task BuryAsync()
    {
        while (dead.TryDequeue(out var worker))
        {
            if (workers.Remove(worker))
            {
                await worker.DisposeAsync();
            }
        }
    }

    private void Wake()
    {
        while (workers.Count < (County.Host.Storage.Provider == StorageProvider.Postgres ? 2 : 1))
        {
            workers.Add(
                County.Host.StartAnother(services =>
                {
                    services.Replace(ServiceDescriptor.Singleton<IMessageSender>(post));
                    HalfYearStep.WatchAll(services, Ledger, fate);
                })
            );
        }
    }

    private async Task SweepAsync(CoreHost worker, CancellationToken cancel)
    {
        try
        {
            await Task.Run(() => worker.Sweep.RunAsync(cancel), cancel);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // What it had not committed is gone with it; another one begins.
            dead.Enqueue(worker);
        }
    }

    private async Task DeliverAsync(CoreHost host, CancellationToken cancel)
    {
        using var process = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        post.Sending = host == County.Host ? null : process;
        try
        {
            await host.Outbox.DispatchAsync(process.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            dead.Enqueue(host);
        }
    }

    private async Task<bool> IsAnythingDueAsync(CancellationToken cancel) =>
        await NextPlannedAsync(cancel) <= Now || await IsAnythingOnItsWayAsync(cancel);

    private Task<bool> IsAnythingOnItsWayAsync(CancellationToken cancel) =>
        County.Host.Database.ReadAsync(
            (db, token) => db.Outbox.AnyAsync(o => o.State == OutboxState.Pending || o.State == OutboxState.Attempting, token),
            cancel
        );

    private Task<DateTimeOffset?> NextPlannedAsync(CancellationToken cancel) =>
        County.Host.Database.ReadAsync(
            (db, token) => db.Occurrences.Where(o => o.State == OccurrenceState.Planned).MinAsync(o => (DateTimeOffset?)o.At, token),
            cancel
        );

    /// <summary>Lets time pass, or moves the business clock while the machine's stands still.</summary>
    private async Task GoToAsync(DateTimeOffset moment, CancellationToken cancel)
    {
        if (moment <= Now)
        {
            return;
        }

        if (Random.Next(5) > 0)
        {
            County.Host.Machine.SetUtcNow((moment - offset).ToUniversalTime());
            return;
        }

        offset += moment - Now;
        var value = ((long)offset.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
        await County.Host.Database.WriteAsync(
            async (db, token) =>
            {
                await db.Settings.Where(s => s.Key == Setting.DemoClockOffset).ExecuteDeleteAsync(token);
                db.Settings.Add(new Setting { Key = Setting.DemoClockOffset, Value = value });
            },
            cancel
        );
        await County.Host.Database.WriteAsync((_, _) => Task.CompletedTask, cancel);
    }

    /// <summary>Now and then no worker runs for hours or days.</summary>
    private void MaybeStandStill()
    {
        if (Random.Next(25) == 0)
        {
            downUntil = Now.AddMinutes(Random.Next(30, 4 * 24 * 60));
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
