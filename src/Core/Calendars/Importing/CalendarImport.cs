using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Calendars.Importing;

/// <summary>
/// An administrator's new calendar, as JSON or XLSX. It is looked at first and stored only when confirmed; then it counts in every process with its next
/// transaction. A file with any mistake is refused as a whole, with every row that is wrong and why.
/// </summary>
public sealed class CalendarImport(
    Database database,
    UseCases.UseCases useCases,
    WorkingCalendar calendar,
    BusinessClock clock,
    IEnumerable<ICalendarDependent> dependents
)
{
    /// <summary>No calendar is that long; more is another file by mistake.</summary>
    public const int LargestFile = 1_000_000;

    /// <summary>What the file would change. Changes nothing.</summary>
    /// <param name="fileName">Decides by its ending, .json or .xlsx, how it is read.</param>
    public Task<Outcome<CalendarChange>> PreviewAsync(string fileName, byte[] content, CancellationToken cancel) =>
        ReadAsync(fileName, content, rows => database.ReadAsync((db, token) => CompareAsync(db, rows, token), cancel), chosen => chosen.Change);

    /// <summary>Stores the file's calendar as the newest version and moves the open due dates that hang on it. Nothing is stored where nothing changes.</summary>
    /// <param name="importedBy">The account of the administrator.</param>
    /// <inheritdoc cref="PreviewAsync" path="/param"/>
    public Task<Outcome<CalendarChange>> ConfirmAsync(string fileName, byte[] content, string importedBy, CancellationToken cancel) =>
        ReadAsync(
            fileName,
            content,
            rows => database.WriteAsync((db, token) => StoreAsync(db, rows, fileName, importedBy, token), cancel),
            chosen => chosen.Change
        );

    private static async Task<Outcome<CalendarChange>> ReadAsync(
        string fileName,
        byte[] content,
        Func<CalendarRows, Task<Comparison>> use,
        Func<Comparison, CalendarChange> change
    )
    {
        if (content.Length > LargestFile)
        {
            return new Refusal(Refusal.Invalid, Texts.FileTooLarge.With(LargestFile));
        }

        var rows = Path.GetExtension(fileName).ToUpperInvariant() switch
        {
            ".JSON" => JsonCalendar.Read(content),
            ".XLSX" => SpreadsheetCalendar.Read(content),
            _ => CalendarRows.Unreadable(Texts.UnknownFile),
        };
        var found = await use(rows);
        return found.Problems.Count > 0
            ? new Refusal(Refusal.Invalid, Texts.Refused.With(found.Problems.Count, string.Join('\n', found.Problems)))
            : change(found);
    }

    private async Task<Comparison> StoreAsync(WorkDb db, CalendarRows rows, string fileName, string importedBy, CancellationToken cancel)
    {
        var (before, version) = (calendar.Facts, calendar.Version);
        var found = await CompareAsync(db, rows, cancel);
        if (found.Problems.Count > 0 || found.Change.IsEmpty)
        {
            return found;
        }

        db.CalendarVersions.Add(
            new CalendarVersion
            {
                Number = version + 1,
                Content = found.After.ToJson(),
                FileName = Path.GetFileName(fileName),
                ImportedBy = importedBy,
                ImportedAt = clock.Now,
            }
        );
        foreach (var dependent in dependents)
        {
            await dependent.MoveAsync(useCases.OpenForWorker(db), new WorkingCalendar(before), new WorkingCalendar(found.After), cancel);
        }

        return found with
        {
            Change = found.Change with { Version = version + 1 },
        };
    }

    private async Task<Comparison> CompareAsync(WorkDb db, CalendarRows rows, CancellationToken cancel)
    {
        var before = calendar.Facts;
        var today = ChinaTime.DateOf(clock.Now);
        var (after, problems) = CalendarReading.Over(before, rows, today);
        if (problems.Count > 0)
        {
            return new(after, problems, new(null, [], [], []));
        }

        var years = before
            .Years.Concat(after.Years)
            .Select(year => year.Year)
            .Concat(before.Exceptions.Concat(after.Exceptions).Select(exception => exception.Date.Year))
            .Append(today.Year)
            .ToList();
        var dues = new List<MovedDue>();
        foreach (var dependent in dependents)
        {
            dues.AddRange(await dependent.MovedByAsync(useCases.OpenForWorker(db), new WorkingCalendar(before), new WorkingCalendar(after), cancel));
        }

        var days = CalendarDifference.Days(before, after, years.Min(), years.Max());
        return new(after, [], new(null, CalendarDifference.Arrangements(before, after), days, dues));
    }

    private sealed record Comparison(CalendarFacts After, IReadOnlyList<string> Problems, CalendarChange Change);
}
