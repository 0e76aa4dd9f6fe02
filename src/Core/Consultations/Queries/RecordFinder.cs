using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Forms;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Queries;

/// <summary>A record that a number may mean. <paramref name="Kind"/> is HS, HY or RW (<see cref="RecordNumber"/>); a session is called by its first matter.</summary>
public sealed record FoundRecord(string Kind, Guid Id, string Number, string Title);

/// <summary>Finds records by number as people write it: 12号, 0012, hs-2026-12, HS20260012, 会商12号. Only what the actor may see is found.</summary>
public static partial class RecordFinder
{
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
            return await AmongAsync(db, actor, kinds, int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture), sequence, cancel);
        }

        var current = await AmongAsync(db, actor, kinds, today.Year, sequence, cancel);
        return current.Count > 0 ? current : await AmongAsync(db, actor, kinds, null, sequence, cancel);
    }

    private static string[] Kinds(Match match)
    {
        if (match.Groups["kind"].Success)
        {
            return [match.Groups["kind"].Value.ToUpperInvariant()];
        }

        return match.Groups["word"].Value switch
        {
            "会商" => [RecordNumber.Consultation],
            "议定事项" or "任务" => [RecordNumber.RegisterTask],
            "会议" or "会商会议" or "纪要" or "会议纪要" => [RecordNumber.Session],
            _ => [RecordNumber.Consultation, RecordNumber.Session],
        };
    }

    private static async Task<List<FoundRecord>> AmongAsync(WorkDb db, Actor actor, string[] kinds, int? year, int sequence, CancellationToken cancel)
    {
        var found = new List<FoundRecord>();
        if (kinds.Contains(RecordNumber.Consultation))
        {
            var consultations = db.Consultations.AsNoTracking().VisibleTo(actor);
            consultations = year is { } y
                ? consultations.Where(c => c.Number == RecordNumber.Format(RecordNumber.Consultation, y, sequence))
                : consultations.Where(c => c.Number.EndsWith(Ending(sequence)));
            found.AddRange(
                await consultations
                    .OrderByDescending(c => c.Number)
                    .Select(c => new FoundRecord(RecordNumber.Consultation, c.Id, c.Number, c.Title))
                    .ToListAsync(cancel)
            );
        }

        if (kinds.Contains(RecordNumber.Session))
        {
            var sessions = db.Sessions.AsNoTracking().VisibleTo(actor);
            sessions = year is { } y
                ? sessions.Where(s => s.Number == RecordNumber.Format(RecordNumber.Session, y, sequence))
                : sessions.Where(s => s.Number.EndsWith(Ending(sequence)));
            found.AddRange(
                await sessions
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
            var resolutions = db.Resolutions.AsNoTracking().VisibleTo(actor);
            resolutions = year is { } y
                ? resolutions.Where(r => r.Number == RecordNumber.Format(RecordNumber.RegisterTask, y, sequence))
                : resolutions.Where(r => r.Number!.EndsWith(Ending(sequence)));
            found.AddRange(
                await resolutions
                    .OrderByDescending(r => r.Number)
                    .Select(r => new FoundRecord(RecordNumber.RegisterTask, r.Id, r.Number!, r.Text))
                    .ToListAsync(cancel)
            );
        }

        return found;
    }

    private static string Ending(int sequence) => string.Create(CultureInfo.InvariantCulture, $"-{sequence:D4}");

    [GeneratedRegex(
        @"^(?<word>议定事项|任务|会商会议|会议纪要|会商|会议|纪要)?\s*(第\s*)?((?<kind>hs|hy|rw)\s*[-－—–_ ]?\s*)?((?<year>20[0-9]{2})\s*[-－—–_ ]\s*(?<number>[0-9]{1,6})|(?<year>20[0-9]{2})(?<number>[0-9]{4})|(?<number>[0-9]{1,6}))\s*[号件]?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 100
    )]
    private static partial Regex Written();
}
