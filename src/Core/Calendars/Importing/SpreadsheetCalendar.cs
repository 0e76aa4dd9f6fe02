using System.Globalization;
using System.IO.Compression;
using MiniExcelLibs;

namespace SupervisionBot.Core.Calendars.Importing;

/// <summary>
/// Rows of an XLSX file with one to three sheets: 节假日 (年度、类别、名称、开始、结束、来源), 作息 (名称、开始、结束、时段) and 例外 (日期、名称、时段). The first
/// row names the columns, in any order.
/// </summary>
internal sealed class SpreadsheetCalendar
{
    private const int MostRows = 2_000;
    private const string Workbook = "xl/workbook.xml";
    private static readonly string[] Separators = ["、", "，", ",", "；", ";", " ", "\n"];

    private readonly List<string> problems = [];

    public static CalendarRows Read(byte[] content)
    {
        using var stream = new MemoryStream(content);
        if (!IsWorkbook(stream))
        {
            return CalendarRows.Unreadable(Texts.NotASpreadsheet);
        }

        return new SpreadsheetCalendar().ReadSheets(stream);
    }

    private static bool IsWorkbook(MemoryStream stream)
    {
        try
        {
            using var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            return archive.GetEntry(Workbook) is not null;
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private CalendarRows ReadSheets(MemoryStream stream)
    {
        var sheets = stream.GetSheetNames();
        foreach (var unknown in sheets.Where(name => name != Texts.HolidaySheet && name != Texts.HoursSheet && name != Texts.ExceptionSheet))
        {
            problems.Add(Texts.UnknownSheet.With(unknown, Texts.HolidaySheet, Texts.HoursSheet, Texts.ExceptionSheet));
        }

        var holidays = Sheet(
            stream,
            sheets,
            Texts.HolidaySheet,
            Texts.YearColumn,
            Texts.KindColumn,
            Texts.NameColumn,
            Texts.FromColumn,
            Texts.ToColumn
        );
        var hours = Sheet(stream, sheets, Texts.HoursSheet, Texts.NameColumn, Texts.FromColumn, Texts.ToColumn, Texts.SegmentsColumn);
        var exceptions = Sheet(stream, sheets, Texts.ExceptionSheet, Texts.DateColumn, Texts.NameColumn, Texts.SegmentsColumn);
        var whole = hours?.Where(IsWholeYear).ToList();
        foreach (var second in whole?.Skip(1) ?? [])
        {
            problems.Add(Texts.SecondWholeYear.With(second.Where));
        }

        return new(
            holidays is null ? [] : [.. holidays.DistinctBy(row => row[Texts.YearColumn]).Select(row => Year(row, holidays))],
            holidays is null ? [] : [.. holidays.Select(Holiday)],
            whole is [var first, ..] ? Hours(first) : null,
            hours?.Except(whole!).Select(Hours).ToList(),
            exceptions?.ConvertAll(Exception),
            problems
        );
    }

    private static bool IsWholeYear(SheetRow row) => row[Texts.FromColumn].Length == 0 && row[Texts.ToColumn].Length == 0;

    private static YearRow Year(SheetRow row, List<SheetRow> all)
    {
        var year = row[Texts.YearColumn];
        return new(
            row.Where,
            year,
            Published: true,
            all.Where(r => r[Texts.YearColumn] == year).Select(r => r[Texts.SourceColumn]).FirstOrDefault(s => s.Length > 0, "")
        );
    }

    private HolidayRow Holiday(SheetRow row)
    {
        var kind = row[Texts.KindColumn];
        if (kind != Texts.OffKind && kind != Texts.WorkedKind)
        {
            problems.Add(Texts.UnknownKind.With(row.Where, kind, Texts.OffKind, Texts.WorkedKind));
        }

        return new(row.Where, row[Texts.YearColumn], kind == Texts.WorkedKind, row[Texts.NameColumn], row[Texts.FromColumn], row[Texts.ToColumn]);
    }

    private static HoursRow Hours(SheetRow row) =>
        new(row.Where, row[Texts.NameColumn], row[Texts.FromColumn], row[Texts.ToColumn], Split(row[Texts.SegmentsColumn]));

    private ExceptionRow Exception(SheetRow row)
    {
        var segments = row[Texts.SegmentsColumn];
        if (segments.Length == 0)
        {
            problems.Add(Texts.HoursMissing.With(row.Where));
        }

        return new(
            row.Where,
            row[Texts.DateColumn],
            row[Texts.NameColumn],
            segments == Texts.UsualHours ? null
                : segments == Texts.NoHours ? []
                : Split(segments)
        );
    }

    private static string[] Split(string segments) =>
        segments.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private List<SheetRow>? Sheet(MemoryStream stream, List<string> sheets, string name, params ReadOnlySpan<string> columns)
    {
        if (!sheets.Contains(name))
        {
            return null;
        }

        stream.Position = 0;
        var rows = stream
            .Query(useHeaderRow: false, sheetName: name, excelType: ExcelType.XLSX)
            .Cast<IDictionary<string, object?>>()
            .Take(MostRows + 1)
            .ToList();
        if (rows.Count > MostRows)
        {
            problems.Add(Texts.TooManyRows.With(name, MostRows));
            return [];
        }

        var headings = rows is [var head, ..]
            ? head.Where(cell => cell.Value is not null).ToDictionary(cell => Text(cell.Value), cell => cell.Key)
            : [];
        foreach (var column in columns)
        {
            if (!headings.ContainsKey(column))
            {
                problems.Add(Texts.MissingColumn.With(name, column));
                return [];
            }
        }

        return
        [
            .. rows.Index()
                .Skip(1)
                .Where(row => row.Item.Values.Any(value => Text(value).Length > 0))
                .Select(row => new SheetRow(Texts.SheetRow.With(name, row.Index + 1), headings, row.Item)),
        ];
    }

    private static string Text(object? value) =>
        value switch
        {
            null => "",
            DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!.Trim(),
        };

    private sealed record SheetRow(string Where, Dictionary<string, string> Headings, IDictionary<string, object?> Cells)
    {
        public string this[string heading] =>
            Headings.TryGetValue(heading, out var column) && Cells.TryGetValue(column, out var value) ? Text(value) : "";
    }
}
