using System.Runtime.CompilerServices;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Documents.Spreadsheets;

/// <summary>A column: its heading, what exactly stands in it (for the first sheet), and its width in characters.</summary>
public record SheetColumn(string Name, string Meaning, double Width);

/// <summary>A column of a list of <typeparamref name="TRow"/>.</summary>
public sealed record ExportColumn<TRow>(string Name, string Meaning, double Width, Func<TRow, SheetCell> Value) : SheetColumn(Name, Meaning, Width);

/// <summary>Which records are wanted. Days are Shanghai days, both included, of the day a record came to be.</summary>
/// <param name="OpenOnly">Only what somebody still has to do something about.</param>
public sealed record ExportFilter(DateOnly? From = null, DateOnly? To = null, bool OpenOnly = false)
{
    /// <summary>The first moment that counts.</summary>
    public DateTimeOffset Begin => From is { } from ? ChinaTime.FromLocal(from, TimeOnly.MinValue) : DateTimeOffset.UnixEpoch;

    /// <summary>The first moment after those that count.</summary>
    public DateTimeOffset End => To is { } to && to < DateOnly.MaxValue ? ChinaTime.FromLocal(to.AddDays(1), TimeOnly.MinValue) : Ever;

    private static readonly DateTimeOffset Ever = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);
}

/// <summary>
/// A kind of record as a list to take away. Adding a kind is one class (<see cref="ExportList{TRow}"/>) and its registration as <see cref="IExportList"/>.
/// </summary>
public interface IExportList
{
    /// <summary>Prefix of the records' numbers; the address is <c>/export/{kind}.xlsx</c>.</summary>
    string Kind { get; }

    /// <summary>会商清单.</summary>
    string Title { get; }
    IReadOnlyList<SheetColumn> Columns { get; }

    /// <summary>The cells of every record that the actor may see and the filter lets through, in protocol order.</summary>
    IAsyncEnumerable<IReadOnlyList<SheetCell>> RowsAsync(WorkDb db, Actor actor, ExportFilter filter, CancellationToken cancel);
}

/// <inheritdoc cref="IExportList"/>
public abstract class ExportList<TRow>(IReadOnlyList<ExportColumn<TRow>> columns) : IExportList
{
    public abstract string Kind { get; }
    public abstract string Title { get; }
    public IReadOnlyList<SheetColumn> Columns => columns;

    public async IAsyncEnumerable<IReadOnlyList<SheetCell>> RowsAsync(
        WorkDb db,
        Actor actor,
        ExportFilter filter,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        await foreach (var row in Query(db, actor, filter).WithCancellation(cancel))
        {
            var cells = new SheetCell[columns.Count];
            for (var i = 0; i < cells.Length; i++)
            {
                cells[i] = columns[i].Value(row);
            }

            yield return cells;
        }
    }

    /// <summary>Begins with <c>VisibleTo(actor)</c>; protocol order of the units, then the order in which the records came to be. Read as it is written, never whole.</summary>
    protected abstract IAsyncEnumerable<TRow> Query(WorkDb db, Actor actor, ExportFilter filter);
}
