using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Search;

/// <summary>What a record can be found by, and by whom.</summary>
/// <param name="Kind">The kind that the page filters by: HS, HY, RW.</param>
/// <param name="Number">Null for what has none.</param>
/// <param name="Title">Counts before the text, and is also found by the first letters of its pinyin.</param>
/// <param name="Text">Everything else that each of the readers may read, in any order. Nothing that one of them may not: what can be searched can be guessed.</param>
/// <param name="At">When it came to be; the newer is shown first.</param>
/// <param name="Readers">The units, and persons by themselves, that <c>VisibleTo</c> lets see the record; those who see everything are not named.</param>
/// <param name="ForEverybody">Nobody is kept from it.</param>
public sealed record SearchText(
    string Kind,
    string? Number,
    string Title,
    string Text,
    DateTimeOffset At,
    IReadOnlyCollection<Guid> Readers,
    bool ForEverybody = false
);

/// <summary>
/// A record that was found, as it stands now: the matter first, then where it stands. <paramref name="Number"/> is empty for what has none; <paramref name="Url"/> is
/// its page.
/// </summary>
public sealed record SearchHit(Guid RecordId, string Kind, string Number, string Title, string Where, string Url);

/// <summary>
/// Says what the records of one table can be found by: a function of the record. The index follows it in the transaction of every change, and is rebuilt from it.
/// </summary>
public interface ISearchSource
{
    /// <summary>Name of the source in the index, never changed: the record's type.</summary>
    string Name { get; }

    /// <summary>The kind of what it finds, and what people call that kind; several sources may share one.</summary>
    string Kind { get; }

    /// <inheritdoc cref="Kind"/>
    string KindName { get; }

    /// <summary>Null where the record is gone or is not to be found.</summary>
    Task<SearchText?> OfAsync(WorkDb db, Guid recordId, CancellationToken cancel);

    /// <summary>All records there are, for rebuilding.</summary>
    IQueryable<Guid> All(WorkDb db);

    /// <summary>Of these records those the actor may see, as they stand now; the order does not matter. Begins with <c>VisibleTo(actor)</c>, whatever the index says.</summary>
    Task<IReadOnlyList<SearchHit>> HitsAsync(WorkDb db, Actor actor, IReadOnlyCollection<Guid> recordIds, CancellationToken cancel);
}

/// <summary>A row whose change may change what its record is found by, or by whom.</summary>
internal interface ISearchable
{
    IEnumerable<SearchableRecord> Searchable { get; }
}

/// <summary>A record by the name of its source and its id.</summary>
internal readonly record struct SearchableRecord(string Source, Guid Id);
