using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Deadlines;

/// <summary>
/// 清晨一条: everything that a person hears at one moment becomes one message, made of what is still true. The first line whose turn comes takes all others
/// of that person with it, in one transaction: after a time without a worker there is one message to catch up.
/// </summary>
internal sealed class DigestStep(IEnumerable<IDigestLines> kinds, IEnumerable<IDigestRider> riders, Ladder ladder) : IOccurrenceStep
{
    /// <summary>How the steps begin that tell the office what a leader would hear next.</summary>
    public static readonly string PreviewPrefix = $"{Name}:{DeadlineLines.Kind}:{nameof(Audience.Preview)}:";

    private const string Name = "digest";
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(5);
    private readonly Dictionary<string, IDigestLines> kinds = kinds.ToDictionary(k => k.Kind, StringComparer.Ordinal);

    public string Step => Name;

    public static string StepOf(string kind, Audience audience, int day) =>
        string.Create(CultureInfo.InvariantCulture, $"{Name}:{kind}:{audience}:{day}");

    public async Task<Settlement> SettleAsync(Occurrence occurrence, Work work, CancellationToken cancel)
    {
        // Another worker may still be turning rungs and sessions of this morning into lines, and one that failed is tried again; they belong into the same message.
        if (await IsMoreToComeAsync(work, cancel))
        {
            return Settlement.At(work.Now + Again);
        }

        // With it goes what was put off by the line above a moment ago.
        var reach = work.Now + Again;
        var waiting = await work
            .Db.Occurrences.Where(o =>
                o.RecipientId == occurrence.RecipientId
                && o.State == OccurrenceState.Planned
                && o.At <= reach
                && o.Step.StartsWith(Name)
                && o.Id != occurrence.Id
            )
            .OrderBy(o => o.Id)
            .ToListAsync(cancel);
        var isMorning = true;
        if (ladder.SayFrom(work.Now) is var later && later > work.Now)
        {
            // Only what is urgent goes out now, and only to who owes it; the rest is for the morning.
            isMorning = false;
            var urgent = await UrgentAsync([occurrence, .. waiting], work, cancel);
            if (!urgent.Contains(occurrence))
            {
                return Settlement.At(later);
            }

            waiting.RemoveAll(line => !urgent.Contains(line));
        }

        var told = await ToldAsync([occurrence, .. waiting], occurrence.RecipientId, work, cancel);
        foreach (var line in waiting)
        {
            line.State = told.ContainsKey(line) ? OccurrenceState.Done : OccurrenceState.Withdrawn;
            line.SettledAt = work.Now;
            line.Version++;
        }

        if (told.Count > 0)
        {
            var digest = Digest.Of([.. told.Values.Distinct()], work.Today);
            var riding = isMorning ? await RidingAsync(occurrence.RecipientId, work, cancel) : [];
            work.Tell(occurrence.RecipientId, digest with { Choices = [.. digest.Choices, .. riding] });
        }

        return told.ContainsKey(occurrence) ? Settlement.Done : Settlement.Untrue;
    }

    private async Task<List<Choice>> RidingAsync(Guid reader, Work work, CancellationToken cancel)
    {
        var lines = new List<Choice>();
        if (await Actor.LoadAsync(work.Db, reader, work.Today, cancel) is { } actor)
        {
            foreach (var rider in riders)
            {
                if (await rider.TakeAsync(actor, work, cancel) is { } line)
                {
                    lines.Add(line);
                }
            }
        }

        return lines;
    }

    private async Task<Dictionary<Occurrence, DigestLine>> ToldAsync(List<Occurrence> lines, Guid reader, Work work, CancellationToken cancel)
    {
        var told = new Dictionary<Occurrence, DigestLine>();
        if (await Actor.LoadAsync(work.Db, reader, work.Today, cancel) is not { } actor)
        {
            return told;
        }

        foreach (var kind in lines.GroupBy(KindOf, StringComparer.Ordinal))
        {
            foreach (var (occurrence, line) in await kinds[kind.Key].LinesAsync([.. kind], actor, work, cancel))
            {
                told.Add(occurrence, line);
            }
        }

        return told;
    }

    /// <summary>For whom a line is, as <see cref="StepOf"/> wrote it.</summary>
    public static Audience AudienceOf(Occurrence line) => Enum.Parse<Audience>(line.Step.Split(':')[2]);

    /// <summary>On which day around the due date a line was due.</summary>
    public static int DayOf(Occurrence line) => int.Parse(line.Step.Split(':')[3], CultureInfo.InvariantCulture);

    private static string KindOf(Occurrence line) => line.Step.Split(':')[1];

    private static Task<bool> IsMoreToComeAsync(Work work, CancellationToken cancel) =>
        work.Db.Occurrences.AnyAsync(o => o.State == OccurrenceState.Planned && o.At <= work.Now && !o.Step.StartsWith(Name), cancel);

    private static async Task<HashSet<Occurrence>> UrgentAsync(List<Occurrence> lines, Work work, CancellationToken cancel)
    {
        var own = lines.FindAll(l => AudienceOf(l) == Audience.Owner);
        var ids = own.ConvertAll(l => l.ItemId);
        var urgent = await work.Db.Deadlines.Where(d => ids.Contains(d.Id) && d.Urgent).Select(d => d.Id).ToListAsync(cancel);
        return [.. own.Where(l => urgent.Contains(l.ItemId))];
    }
}
