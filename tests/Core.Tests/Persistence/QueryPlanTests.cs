using System.Data.Common;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Tests.Consultations;
using Xunit;

namespace SupervisionBot.Core.Tests.Persistence;

/// <summary>A step costs the same in the tenth year as on the first day: no statement of it reads all records, or all parts of records, that there ever were.</summary>
public sealed partial class QueryPlanTests
{
    private static readonly string[] Grows =
    [
        "Consultations",
        "InvitedUnits",
        "Sessions",
        "Attendances",
        "AgendaItems",
        "Minutes",
        "Resolutions",
        "AssistanceOrders",
        "Deadlines",
        "Occurrences",
        "Outbox",
        "History",
        "Files",
        "SearchRows",
    ];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_the_request_to_the_session_no_step_reads_a_whole_table_that_grows()
    {
        var heard = new Statements();
        await using var county = await County.FoundAsync(StorageProvider.Sqlite, Cancel, services => services.AddSingleton<IInterceptor>(heard));
        var id = await county.AdmittedAsync(Cancel);
        await county.DoAsync(County.Water, new GiveView(id, null, ViewKind.None, "", null), Cancel);
        await county.DoAsync(County.Land, new GiveView(id, null, ViewKind.None, "", null), Cancel);
        await county.DoAsync(County.Office, new AdmitConsultation(id, null, AdmissionRoute.OwnSession), Cancel);
        var start = ChinaTime.FromLocal(new DateOnly(2026, 11, 30), new TimeOnly(15, 0));
        await county.DoAsync(County.Office, new ScheduleSession(id, null, start, "三楼会议室"), Cancel);

        Assert.InRange(heard.Count, 25, 400);
        var scans = await heard.ScansAsync(county.Host.Storage.ConnectionString, Cancel);
        Assert.True(scans.Count == 0, string.Join('\n', scans));
    }

    /// <summary>Every question that is put to one database.</summary>
    private sealed class Statements : DbCommandInterceptor
    {
        private readonly Dictionary<string, List<string>> statements = new(StringComparer.Ordinal);

        public int Count => statements.Count;

        public override ValueTask<DbDataReader> ReaderExecutedAsync(
            DbCommand command,
            CommandExecutedEventData eventData,
            DbDataReader result,
            CancellationToken cancellationToken = default
        )
        {
            statements[command.CommandText] = [.. command.Parameters.Cast<DbParameter>().Select(p => p.ParameterName)];
            return new(result);
        }

        public async Task<IReadOnlyList<string>> ScansAsync(string connection, CancellationToken cancel)
        {
            var scans = new List<string>();
            await using var db = new SqliteConnection(connection);
            await db.OpenAsync(cancel);
            // What EF Core makes of an empty list ends before it begins.
            foreach (var (sql, parameters) in statements.Where(s => !s.Key.Contains("WHERE 0", StringComparison.Ordinal)))
            {
                var tables = Named().Matches(sql).ToLookup(m => m.Groups["alias"].Value, m => m.Groups["table"].Value, StringComparer.Ordinal);
                await using var explain = db.CreateCommand();
                explain.CommandText = $"EXPLAIN QUERY PLAN {sql}";
                parameters.ForEach(name => explain.Parameters.AddWithValue(name, DBNull.Value));
                await using var plan = await explain.ExecuteReaderAsync(cancel);
                while (await plan.ReadAsync(cancel))
                {
                    var detail = plan.GetString(3);
                    if (Scan().Match(detail) is { Success: true } scan && tables[scan.Groups["alias"].Value].Any(Grows.Contains))
                    {
                        scans.Add($"{detail}: {sql}");
                    }
                }
            }

            return scans;
        }
    }

    [GeneratedRegex("""(?:FROM|JOIN) "(?<table>\w+)" AS "(?<alias>\w+)";?""")]
    private static partial Regex Named();

    [GeneratedRegex(@"^SCAN (?<alias>\w+)(?! VIRTUAL)")]
    private static partial Regex Scan();
}
