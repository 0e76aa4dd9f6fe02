using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Documents.Spreadsheets;

/// <summary>A file to take away.</summary>
public sealed record ExportedFile(string Name, byte[] Content);

/// <summary>Writes the lists that can be taken away (<see cref="IExportList"/>): what the actor may see, filtered, with a first sheet that says so.</summary>
public sealed class Export(IEnumerable<IExportList> lists)
{
    private readonly Dictionary<string, IExportList> lists = lists.ToDictionary(l => l.Kind, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether there is a list of that kind.</summary>
    public bool Has(string kind) => lists.ContainsKey(kind);

    /// <summary>The list of one kind (HS, …) as an XLSX file.</summary>
    /// <param name="now">Business clock.</param>
    public async Task<ExportedFile> WriteAsync(WorkDb db, Actor actor, string kind, ExportFilter filter, DateTimeOffset now, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(filter);
        var list = lists[kind];
        var content = await Spreadsheet.WriteAsync(
            count => FrontOf(list, actor, filter, now, count),
            list.Columns,
            list.RowsAsync(db, actor, filter, cancel),
            cancel
        );
        return new ExportedFile(Texts.ExportName.With(list.Title, ChinaTime.ToLocal(now).ToString("yyyyMMdd-HHmm", null)), content);
    }

    private static SheetFront FrontOf(IExportList list, Actor actor, ExportFilter filter, DateTimeOffset now, int count) =>
        new(
            list.Title,
            [
                (Texts.ExportFilter, Words(filter)),
                (Texts.ExportCount, Texts.ExportRows.With(count)),
                (Texts.ExportTime, Texts.ExportMoment.With(ChinaTime.FullDay(ChinaTime.DateOf(now)), ChinaTime.ToLocal(now).ToString("HH:mm", null))),
                (Texts.ExportBy, Texts.ExportPerson.With(actor.Person.Unit?.ShortName, actor.Person.Name)),
                (Texts.ExportScope, actor.SeesEverything ? Texts.ScopeAll : Texts.ScopeOwn),
                (Texts.ExportOrder, Texts.ExportProtocol),
                (Texts.ExportCells, Texts.ExportHarmless),
            ]
        );

    private static string Words(ExportFilter filter)
    {
        var period = (filter.From, filter.To) switch
        {
            ({ } from, { } to) => Texts.FilterBetween.With(ChinaTime.FullDay(from), ChinaTime.FullDay(to)),
            ({ } from, null) => Texts.FilterFrom.With(ChinaTime.FullDay(from)),
            (null, { } to) => Texts.FilterTo.With(ChinaTime.FullDay(to)),
            _ => Texts.FilterAnyTime,
        };
        return Texts.FilterWords.With(period, filter.OpenOnly ? Texts.FilterOpen : Texts.FilterAnyState);
    }
}
