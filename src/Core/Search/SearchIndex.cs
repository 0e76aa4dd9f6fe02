using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Search;

/// <summary>The index in the database: FTS5 on SQLite, a tsvector with a GIN index on PostgreSQL. Always inside the caller's transaction.</summary>
internal static class SearchIndex
{
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
        await db.Database.OpenConnectionAsync(cancel);
        try
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
            Ask(command, db is SqliteWorkDb, all, none, take);
            await using var reader = await command.ExecuteReaderAsync(cancel);
            var found = new List<SearchableRecord>();
            while (await reader.ReadAsync(cancel))
            {
                found.Add(new SearchableRecord(reader.GetString(0), reader.GetGuid(1)));
            }

            return found;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    private static void Ask(DbCommand command, bool sqlite, IEnumerable<Term> all, IReadOnlyList<Term> none, int take)
    {
        var count = take.ToString(CultureInfo.InvariantCulture);
#pragma warning disable CA2100 // Nothing but numbers, and tokens that hold letters and digits only.
        if (sqlite)
        {
            command.CommandText = $"""
                SELECT r."Source", r."RecordId" FROM (
                    SELECT rowid AS "Row" FROM "SearchTokens" WHERE "SearchTokens" MATCH @words ORDER BY rowid DESC LIMIT {count}
                ) AS f JOIN "SearchRows" AS r ON r."Id" = f."Row" ORDER BY r."Id" DESC
                """;
            var words = command.CreateParameter();
            (words.ParameterName, words.Value) = ("@words", SearchExpression.ForSqlite(all, none));
            command.Parameters.Add(words);
            return;
        }

        // The words stand in the statement: only so does the planner see how common they are, and choose between the index on them and the newest rows.
        command.CommandText = $"""
            SELECT "Source", "RecordId" FROM "SearchRows"
            WHERE "Tokens" @@ $words${SearchExpression.ForPostgres(all, none)}$words$::tsquery ORDER BY "Id" DESC LIMIT {count}
            """;
#pragma warning restore CA2100
    }

    /// <summary>Seconds in the upper half, chance in the lower: in order of time, and not the same for two of one second.</summary>
    private static long IdFor(DateTimeOffset at) =>
        ((long)(at.ToUniversalTime() - Epoch).TotalSeconds << 31) | (uint)RandomNumberGenerator.GetInt32(int.MaxValue);
}
