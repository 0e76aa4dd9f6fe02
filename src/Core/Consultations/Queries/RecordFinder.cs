using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Forms;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.TypicalPractices;

namespace SupervisionBot.Core.Consultations.Queries;

/// <summary>A record that a number may mean. <paramref name="Kind"/> is HS, HY, RW, XZ or JY (<see cref="RecordNumber"/>); a session is called by its first matter.</summary>
public sealed record FoundRecord(string Kind, Guid Id, string Number, string Title);

/// <summary>Finds records by number as people write it: 12号, 0012, hs-2026-12, HS20260012, 会商12号, 31号单. Only what the actor may see is found.</summary>
public static partial class RecordFinder
{
    private const int YearsBack = 20;

    /// <summary>Without a year this year's are meant, and earlier ones where this year has none.</summary>
    /// <returns>Empty where nothing fits or what was typed is no number; several where it is ambiguous.</returns>
    public static async Task<IReadOnlyList<FoundRecord>> FindAsync(WorkDb db, Actor actor, string asTyped, DateOnly today, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(asTyped);
        if (asTyped.Length > 40)
        {
            return [];
        }

        var match = Written().Match(PlainText.Clean(asTyped).Normalize(NormalizationForm.FormKC));
        if (!match.Success || !int.TryParse(match.Groups["number"].Value, CultureInfo.InvariantCulture, out var sequence))
        {
            return [];
        }

        var kinds = Kinds(match);
        if (match.Groups["year"].Success)
        {
            return await AmongAsync(db, actor, kinds, [int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture)], sequence, cancel);
        }

        var current = await AmongAsync(db, actor, kinds, [today.Year], sequence, cancel);
        return current.Count > 0
            ? current
            : await AmongAsync(db, actor, kinds, Enumerable.Range(today.Year - YearsBack, YearsBack), sequence, cancel);
    }

    private static string[] Kinds(Match match)
    {
        if (match.Groups["kind"].Success)
        {
            return [match.Groups["kind"].Value.ToUpperInvariant()];
        }

        if (match.Groups["order"].Success)
        {
            return [RecordNumber.AssistanceOrder];
        }

        return match.Groups["word"].Value switch
        {
            "会商" => [RecordNumber.Consultation],
            "典型经验" or "经验" => [RecordNumber.TypicalPractice],
            "议定事项" or "任务" => [RecordNumber.RegisterTask],
            "协助" or "协助单" or "协单" or "单" => [RecordNumber.AssistanceOrder],
            "会议" or "会商会议" or "纪要" or "会议纪要" => [RecordNumber.Session],
            _ => [RecordNumber.Consultation, RecordNumber.AssistanceOrder, RecordNumber.Session],
        };
    }

    private static async Task<List<FoundRecord>> AmongAsync(
        WorkDb db,
        Actor actor,
        string[] kinds,
        IEnumerable<int> years,
        int sequence,
        CancellationToken cancel
    )
    {
        var numbers = kinds.SelectMany(kind => years.Select(year => RecordNumber.Format(kind, year, sequence))).ToList();
        var found = new List<FoundRecord>();
        if (kinds.Contains(RecordNumber.Consultation))
        {
            found.AddRange(
                await db
                    .Consultations.VisibleTo(actor)
                    .Where(c => numbers.Contains(c.Number))
                    .OrderByDescending(c => c.Number)
                    .Select(c => new FoundRecord(RecordNumber.Consultation, c.Id, c.Number, c.Title))
                    .ToListAsync(cancel)
            );
        }

        if (kinds.Contains(RecordNumber.AssistanceOrder))
        {
            found.AddRange(
                await db
                    .AssistanceOrders.VisibleTo(actor)
                    .Where(o => numbers.Contains(o.Number))
                    .OrderByDescending(o => o.Number)
                    .Select(o => new FoundRecord(RecordNumber.AssistanceOrder, o.Id, o.Number, o.Title))
                    .ToListAsync(cancel)
            );
        }

        if (kinds.Contains(RecordNumber.Session))
        {
            found.AddRange(
                await db
                    .Sessions.VisibleTo(actor)
                    .Where(s => numbers.Contains(s.Number))
                    .OrderByDescending(s => s.Number)
                    .Select(s => new FoundRecord(
                        RecordNumber.Session,
                        s.Id,
                        s.Number,
                        s.AgendaItems.OrderBy(i => i.Order).Select(i => i.Consultation!.Title).FirstOrDefault() ?? s.Place
                    ))
                    .ToListAsync(cancel)
            );
        }

        if (kinds.Contains(RecordNumber.RegisterTask))
        {
            found.AddRange(
                await db
                    .Resolutions.VisibleTo(actor)
                    .Where(r => numbers.Contains(r.Number!))
                    .OrderByDescending(r => r.Number)
                    .Select(r => new FoundRecord(RecordNumber.RegisterTask, r.Id, r.Number!, r.Text))
                    .ToListAsync(cancel)
            );
        }

        if (kinds.Contains(RecordNumber.TypicalPractice))
        {
            found.AddRange(
                await db
                    .TypicalPractices.VisibleTo(actor)
                    .Where(p => numbers.Contains(p.Number))
                    .OrderByDescending(p => p.Number)
                    .Select(p => new FoundRecord(RecordNumber.TypicalPractice, p.Id, p.Number, p.Title))
                    .ToListAsync(cancel)
            );
        }

        return found;
    }

    [GeneratedRegex(
        @"^(?<word>典型经验|经验|议定事项|协助单|协助|协单|单|任务|会商会议|会议纪要|会商|会议|纪要)?\s*(第\s*)?((?<kind>hs|hy|rw|xz|jy)\s*[-－—–_ ]?\s*)?((?<year>20[0-9]{2})\s*[-－—–_ ]\s*(?<number>[0-9]{1,6})|(?<year>20[0-9]{2})(?<number>[0-9]{4})|(?<number>[0-9]{1,6}))\s*((?<order>号?单)|[号件])?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 100
    )]
    private static partial Regex Written();
}
