using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Search;

/// <summary>The index in the database: FTS5 on SQLite, a tsvector with a GIN index on PostgreSQL. Always inside the caller's transaction.</summary>
internal static class SearchIndex
{
    private const int NewestPerHit = 50;
    private const int MostNewest = 5_000;

    // Places: the words, how many are wanted, how many rows count as the newest.
    private const string Fts5 = """
        SELECT r."Source", r."RecordId" FROM (
            SELECT rowid AS "Row" FROM "SearchTokens" WHERE "SearchTokens" MATCH {0} ORDER BY rowid DESC LIMIT {1}
        ) AS f JOIN "SearchRows" AS r ON r."Id" = f."Row" ORDER BY r."Id" DESC
        """;
    private const string AmongNewest = """
        SELECT "Source", "RecordId" FROM (SELECT * FROM "SearchRows" ORDER BY "Id" DESC LIMIT {2}) AS r
        WHERE "Tokens" @@ {0}::tsquery ORDER BY "Id" DESC LIMIT {1}
        """;

    // The planner may neither walk all rows backwards nor guess from the words how many there are: both have cost seconds where nothing was found.
    private const string ByIndex = """
        WITH hits AS MATERIALIZED (SELECT "Id", "Source", "RecordId" FROM "SearchRows" WHERE "Tokens" @@ (SELECT {0}::tsquery))
        SELECT "Source", "RecordId" FROM hits ORDER BY "Id" DESC LIMIT {1}
        """;

    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes what a record is found by; one that has not changed is left alone.</summary>
    /// <param name="always">Also what has not changed, because the tokens themselves may be lost.</param>
    public static async Task PutAsync(WorkDb db, SearchableRecord record, SearchText text, bool always, CancellationToken cancel)
    {
        var tokens = Tokeniser.Of(text);
        var fingerprint = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(' ', tokens))).AsSpan(0, 16));
        var id = IdFor(text.At);
        if (db is PostgresWorkDb)
        {
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "SearchRows" ("Id", "Source", "RecordId", "Fingerprint", "Tokens")
                VALUES ({id}, {record.Source}, {record.Id}, {fingerprint}, array_to_tsvector({tokens.ToArray()}))
                ON CONFLICT ("RecordId") DO UPDATE SET "Fingerprint" = excluded."Fingerprint", "Tokens" = excluded."Tokens"
                WHERE {always} OR "SearchRows"."Fingerprint" <> excluded."Fingerprint"
                """,
                cancel
            );
            return;
        }

        var written = await db
            .Database.SqlQuery<long>(
                $"""
                INSERT INTO "SearchRows" ("Id", "Source", "RecordId", "Fingerprint") VALUES ({id}, {record.Source}, {record.Id}, {fingerprint})
                ON CONFLICT ("RecordId") DO UPDATE SET "Fingerprint" = excluded."Fingerprint"
                WHERE {always} OR "SearchRows"."Fingerprint" <> excluded."Fingerprint"
                RETURNING "Id" AS "Value"
                """
            )
            .ToListAsync(cancel);
        foreach (var row in written)
        {
            await db.Database.ExecuteSqlAsync(
                $"""INSERT OR REPLACE INTO "SearchTokens" (rowid, "Tokens") VALUES ({row}, {string.Join(' ', tokens)})""",
                cancel
            );
        }
    }

    public static async Task RemoveAsync(WorkDb db, Guid recordId, CancellationToken cancel)
    {
        var gone = await db
            .Database.SqlQuery<long>($"""DELETE FROM "SearchRows" WHERE "RecordId" = {recordId} RETURNING "Id" AS "Value" """)
            .ToListAsync(cancel);
        foreach (var row in db is SqliteWorkDb ? gone : [])
        {
            await db.Database.ExecuteSqlAsync($"""DELETE FROM "SearchTokens" WHERE rowid = {row}""", cancel);
        }
    }

    /// <summary>The records that have every term of <paramref name="all"/> and not every term of <paramref name="none"/>, newest first.</summary>
    public static async Task<List<SearchableRecord>> FindAsync(
        WorkDb db,
        IEnumerable<Term> all,
        IReadOnlyList<Term> none,
        int take,
        CancellationToken cancel
    )
    {
        if (db is SqliteWorkDb)
        {
            return await AskAsync(db, Fts5, SearchExpression.ForSqlite(all, none), take, cancel);
        }

        // Sorting all that have a common word would take long; but such a word is in enough of the newest rows.
        var words = SearchExpression.ForPostgres(all, none);
        var recent = await AskAsync(db, AmongNewest, words, take, cancel);
        return recent.Count == take ? recent : await AskAsync(db, ByIndex, words, take, cancel);
    }

    private static async Task<List<SearchableRecord>> AskAsync(WorkDb db, string question, string words, int take, CancellationToken cancel)
    {
        var found = await db.Database.SqlQueryRaw<FoundRow>(question, words, take, Math.Min(NewestPerHit * take, MostNewest)).ToListAsync(cancel);
        return found.ConvertAll(row => new SearchableRecord(row.Source, row.RecordId));
    }

    /// <summary>Seconds in the upper half, chance in the lower: in order of time, and not the same for two of one second.</summary>
    private static long IdFor(DateTimeOffset at) =>
        ((long)(at.ToUniversalTime() - Epoch).TotalSeconds << 31) | (uint)RandomNumberGenerator.GetInt32(int.MaxValue);

    private sealed record FoundRow(string Source, Guid RecordId);
}
