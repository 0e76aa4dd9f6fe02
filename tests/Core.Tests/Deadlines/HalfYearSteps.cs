#pragma warning disable CA1859, MA0084, RCS1139, VSTHRD103 // The simulation reads better so.
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Tests.Deadlines;

/// <summary>Decides by the seed what goes wrong. Several workers ask it at once.</summary>
internal sealed class HalfYearFate(int seed)
{
    private readonly Lock guard = new();
    private readonly Random random = new(seed);
    private readonly HashSet<long> failed = [];

    public int Deaths { get; private set; }
    public int Failures { get; private set; }

    public double Next()
    {
        lock (guard)
        {
            return random.NextDouble();
        }
    }

    /// <summary>The process dies here, or this step fails once.</summary>
    public void Strike(long occurrence)
    {
        lock (guard)
        {
            switch (random.NextDouble())
            {
                case < 0.002:
                    Deaths++;
                    throw new OperationCanceledException("The process is gone.");
                case < 0.004 when failed.Add(occurrence):
                    Failures++;
                    throw new InvalidOperationException("As planned.");
            }
        }
    }

    public void NoteDeath()
    {
        lock (guard)
        {
            Deaths++;
        }
    }
}

/// <summary>A step as it is, watched: it may be struck before it begins and before it commits, and what a digest says is written into the ledger.</summary>
internal sealed class HalfYearStep(IOccurrenceStep inner, HalfYearLedger ledger, HalfYearFate fate) : IOccurrenceStep
{
    string IOccurrenceStep.Step => inner.Step;

    /// <summary>Watches every step that is registered.</summary>
    public static void WatchAll(IServiceCollection services, HalfYearLedger ledger, HalfYearFate fate)
    {
        foreach (var registered in services.Where(s => s.ServiceType == typeof(IOccurrenceStep)).ToList())
        {
            services.Remove(registered);
            services.AddSingleton<IOccurrenceStep>(provider => new HalfYearStep(Make(provider, registered), ledger, fate));
        }
    }

    public async Task<Settlement> SettleAsync(Occurrence occurrence, Work work, CancellationToken cancel)
    {
        fate.Strike(occurrence.Id);
        var settlement = await inner.SettleAsync(occurrence, work, cancel);
        if (inner is DigestStep && settlement.Later is null)
        {
            await NoteAsync(occurrence, settlement.Happened, work, cancel);
        }

        fate.Strike(occurrence.Id);
        return settlement;
    }

    private async Task NoteAsync(Occurrence first, bool happened, Work work, CancellationToken cancel)
    {
        var tracked = work.Db.ChangeTracker;
        var lines = tracked.Entries<Occurrence>().Select(e => e.Entity).Where(o => o.RecipientId == first.RecipientId).ToList();
        var ids = lines.ConvertAll(o => o.ItemId);
        var deadlines = await work.Db.Deadlines.AsNoTracking().Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id, cancel);
        var reader = await work.Db.People.AsNoTracking().SingleAsync(p => p.Id == first.RecipientId, cancel);
        var deputy = await work.Db.People.AsNoTracking().FirstOrDefaultAsync(p => p.Id == reader.DeputyId && p.Active, cancel);
        var row = tracked.Entries<OutboxItem>().Select(e => e.Entity).SingleOrDefault();
        var open = await UnderDiscussion.AmongAsync(work.Db, [.. deadlines.Values.Select(d => d.RecordId)], cancel);
        var told = lines.FindAll(o => o.Id == first.Id ? happened : o.State == OccurrenceState.Done);
        var dropped = lines.FindAll(o => o.Id == first.Id ? !happened : o.State == OccurrenceState.Withdrawn);
        work.Db.AfterCommit.Add(() =>
            ledger.Note(
                new LedgerMorning(
                    reader,
                    deputy is null || deputy.IsAway(work.Today) ? null : deputy.Id,
                    work.Now,
                    row?.Id,
                    [.. told.Select(Line)],
                    [.. dropped.Select(Line)],
                    open
                )
            )
        );

        LedgerLine Line(Occurrence o) => new(o.ItemId, o.Step, o.DueValue, deadlines.GetValueOrDefault(o.ItemId));
    }

    private static IOccurrenceStep Make(IServiceProvider provider, ServiceDescriptor registered) =>
        (IOccurrenceStep)(
            registered.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, registered.ImplementationType!)
        );
}

/// <summary>The one platform of all processes: it may be busy, refuse, break off without saying whether it has the message, or be the last thing that a process sees.</summary>
internal sealed class HalfYearPost(HalfYearLedger ledger, HalfYearFate fate) : IMessageSender
{
    public string ChannelId => Conversation.WebChat;

    public bool DropsDuplicates => false;

    /// <summary>The clock of the people.</summary>
    public BusinessClock? Clock { get; set; }

    /// <summary>What to cancel when the sending process dies; null for one that lives on.</summary>
    public CancellationTokenSource? Sending { get; set; }

    public Task<SendResult> SendAsync(Conversation conversation, string key, Message message, CancellationToken cancel)
    {
        switch (fate.Next())
        {
            case < 0.005:
                return Task.FromResult(SendResult.TryLater);
            case < 0.007:
                return Task.FromResult(SendResult.Refused);
            case < 0.009:
                throw new IOException("Broken off before it arrived.");
        }

        ledger.Deliver(key, conversation.PersonId, Clock!.Now);
        switch (fate.Next())
        {
            case < 0.002:
                throw new IOException("Broken off after it had arrived.");
            case < 0.005 when Sending is { } process:
                fate.NoteDeath();
                process.Cancel();
                throw new OperationCanceledException("The process is gone.", process.Token);
            default:
                return Task.FromResult(SendResult.Delivered);
        }
    }
}
