using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.DependencyInjection;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Documents;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Worker.Commands;

/// <summary><c>minutes list</c>, <c>minutes export NUMBER --out FILE</c>: the papers for the operator at the machine, who files them.</summary>
internal static class MinutesCommand
{
    public const string ListUsage = "minutes list [--json]";
    public const string ExportUsage = "minutes export HY-2026-0005 --out FILE.docx|.md|.html";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Every paper with its number, title and status (<c>Issued</c> once issued).</summary>
    public static async Task<int> ListAsync(string[] args, TextWriter output, CancellationToken cancel)
    {
        if (CommandLine.Misuse(args, "minutes list") is { } usage)
        {
            await output.WriteLineAsync(usage);
            return CommandLine.WrongUsage;
        }

        using var host = WorkerApplication.CreateBuilder().Build();
        var papers = await host.Services.GetRequiredService<Database>().ReadAsync(MinutesRegister.ListAsync, cancel);
        await output.WriteLineAsync(
            args.Length > 0 ? JsonSerializer.Serialize(papers, Json) : string.Join('\n', papers.Select(p => $"{p.Number}  {p.Status, -16}{p.Title}"))
        );
        return CommandLine.Done;
    }

    /// <summary>Writes one paper, as it was issued last or as the draft it is, in the format that the name of the file asks for.</summary>
    public static async Task<int> ExportAsync(string[] args, TextWriter output, CancellationToken cancel)
    {
        if (args is not [var number, "--out", var file] || Path.GetExtension(file).ToLowerInvariant() is not (".docx" or ".md" or ".html"))
        {
            await output.WriteLineAsync($"usage: {ExportUsage}");
            return CommandLine.WrongUsage;
        }

        using var host = WorkerApplication.CreateBuilder().Build();
        var page = await host
            .Services.GetRequiredService<Database>()
            .ReadAsync((db, token) => MinutesPage.LoadFiledAsync(db, number.ToUpperInvariant(), token), cancel);
        if (page is null)
        {
            await output.WriteLineAsync($"{number}: no such minutes. `minutes list` names those there are.");
            return CommandLine.Problem;
        }

        try
        {
            await File.WriteAllBytesAsync(file, Content(host.Services, page, Path.GetExtension(file)), cancel);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            await output.WriteLineAsync($"{file}: {error.Message}");
            return CommandLine.Problem;
        }

        await output.WriteLineAsync($"{page.Number} {page.Title} → {file}");
        return CommandLine.Done;
    }

    private static byte[] Content(IServiceProvider services, MinutesPage page, string extension)
    {
        var paper = MinutesPaper.Of(page, services.GetRequiredService<PaperSettings>());
        return extension.ToLowerInvariant() switch
        {
            ".docx" => services.GetRequiredService<PaperWord>().Write(paper),
            ".md" => Encoding.UTF8.GetBytes(PaperMarkdown.Write(paper)),
            _ => Encoding.UTF8.GetBytes(Document(page.Title, PaperPages.ToHtml(paper))),
        };
    }

    private static string Document(string title, string body) =>
        $"""
            <!DOCTYPE html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{HtmlEncoder.Default.Encode(title)}</title>
            <style>
            {Stylesheet()}</style>
            </head>
            <body>
            {body}</body>
            </html>

            """;

    /// <summary>The same that the page in the browser has: the file stands alone.</summary>
    private static string Stylesheet()
    {
        using var reader = new StreamReader(typeof(MinutesCommand).Assembly.GetManifestResourceStream("paper.css")!);
        return reader.ReadToEnd();
    }
}
