using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace SupervisionBot.Core.Persistence;

/// <summary>Numbers that people use: <c>HS-2026-0012</c>. Given once, at first submission, inside the transaction that makes the record.</summary>
public static class RecordNumber
{
    public const string Consultation = "HS";
    public const string Session = "HY";
    public const string AssistanceOrder = "XZ";
    public const string TypicalPractice = "JY";
    public const string RegisterTask = "RW";

    /// <summary>Counts 〔2026〕N号 of issued minutes.</summary>
    public const string IssuedMinutes = "HYYF";

    /// <summary>Counts 〔2026〕N号 of issued conclusions.</summary>
    public const string IssuedConclusion = "HSYF";

    /// <summary>Takes the next number of a kind in a Shanghai year. Concurrent takers wait for each other's transaction.</summary>
    public static async Task<string> TakeAsync(WorkDb db, string kind, int year, CancellationToken cancel) =>
        Format(kind, year, await TakeSequenceAsync(db, kind, year, cancel));

    /// <summary>The same, where the number is written in another way.</summary>
    public static async Task<int> TakeSequenceAsync(WorkDb db, string kind, int year, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        var taken = await db
            .Database.SqlQuery<int>(
                $"""
                INSERT INTO "NumberCounters" ("Kind", "Year", "Last") VALUES ({kind}, {year}, 1)
                ON CONFLICT ("Kind", "Year") DO UPDATE SET "Last" = "NumberCounters"."Last" + 1
                RETURNING "Last" AS "Value"
                """
            )
            .ToListAsync(cancel);
        return taken[0];
    }

    public static string Format(string kind, int year, int sequence) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}-{year:D4}-{sequence:D4}");

    /// <summary>The short form in speech: <c>HS-2026-0012</c> → 12.</summary>
    public static int Sequence(string number) => int.Parse(number.AsSpan(number.LastIndexOf('-') + 1), CultureInfo.InvariantCulture);
}
