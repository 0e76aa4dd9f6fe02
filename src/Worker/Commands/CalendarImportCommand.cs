using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using SupervisionBot.Core;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Calendars.Importing;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Worker.Commands;

/// <summary>
/// <c>calendar import FILE [--confirm] [--json]</c>: shows which days and open due dates a new calendar would change; with <c>--confirm</c> stores it as the
/// newest version and moves them. Needs a migrated database.
/// </summary>
internal static class CalendarImportCommand
{
    public const string Usage = "calendar import FILE [--confirm] [--json]";
    private const string ConfirmFlag = "--confirm";
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, WriteIndented = true };

    public static async Task<int> RunAsync(string[] args, TextWriter output, CancellationToken cancel)
    {
        var files = args.Where(arg => arg is not (ConfirmFlag or CommandLine.JsonFlag)).ToList();
        if (files is not [var file] || file.StartsWith('-') || args.Distinct(StringComparer.Ordinal).Count() < args.Length)
        {
            await output.WriteLineAsync($"usage: {Usage}");
            return CommandLine.WrongUsage;
        }

        var asJson = args.Contains(CommandLine.JsonFlag);
        var outcome = await RunAsync(file, args.Contains(ConfirmFlag), cancel);
        await output.WriteLineAsync(asJson ? ToJson(outcome) : ToText(outcome));
        return outcome.Done ? CommandLine.Done : CommandLine.Problem;
    }

    private static async Task<Outcome<CalendarChange>> RunAsync(string file, bool confirmed, CancellationToken cancel)
    {
        var info = new FileInfo(file);
        if (!info.Exists || info.Length > CalendarImport.LargestFile)
        {
            return new Refusal(
                Refusal.Invalid,
                info.Exists ? Texts.FileTooLarge.With(file, CalendarImport.LargestFile) : Texts.NoSuchFile.With(file)
            );
        }

        var content = await File.ReadAllBytesAsync(info.FullName, cancel);
        using var host = WorkerApplication.CreateBuilder().Build();
        if (!await ReachableCalendar.IsMigratedAsync(host.Services, cancel))
        {
            return new Refusal(Refusal.NotFound, Texts.NotMigrated);
        }

        var import = host.Services.GetRequiredService<CalendarImport>();
        return confirmed
            ? await import.ConfirmAsync(info.Name, content, Environment.UserName, cancel)
            : await import.PreviewAsync(info.Name, content, cancel);
    }

    private static string ToText(Outcome<CalendarChange> outcome)
    {
        if (outcome.Refusal is { } refusal)
        {
            return refusal.Sentence;
        }

        var change = outcome.Value;
        if (change.IsEmpty)
        {
            return Texts.NothingChanges;
        }

        return string.Join(
            '\n',
            [
                .. change.Arrangements,
                Texts.ChangedDays.With(change.Days.Sum(days => days.Count)),
                .. change.Days.Select(days => Texts.ChangedRun.With(Days(days), days.Before, days.After)),
                Texts.MovedDues.With(change.Dues.Count),
                .. change.Dues.Select(due => Texts.MovedDue.With(due.What, ChinaTime.Moment(due.From), ChinaTime.Moment(due.To))),
                change.Version is { } version ? Texts.Imported.With(version) : Texts.NotYetImported,
            ]
        );
    }

    private static string Days(ChangedDays days) => days.Count == 1 ? Day(days.From) : Texts.Run.With(Day(days.From), Day(days.To), days.Count);

    private static string Day(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd}（{ChinaTime.Weekday(date)}）");

    private static string ToJson(Outcome<CalendarChange> outcome) =>
        JsonSerializer.Serialize(
            outcome.Refusal is { } refusal
                ? (object)new { refused = refusal.Sentence }
                : new
                {
                    version = outcome.Value.Version,
                    arrangements = outcome.Value.Arrangements,
                    days = outcome.Value.Days.Select(d => new
                    {
                        from = d.From,
                        to = d.To,
                        count = d.Count,
                        before = d.Before,
                        after = d.After,
                    }),
                    dues = outcome.Value.Dues.Select(d => new
                    {
                        what = d.What,
                        from = ChinaTime.ToLocal(d.From),
                        to = ChinaTime.ToLocal(d.To),
                    }),
                },
            Json
        );
}
