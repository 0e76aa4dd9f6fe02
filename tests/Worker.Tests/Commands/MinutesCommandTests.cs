using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using SupervisionBot.Worker.Tests.Crashes;
using Xunit;

namespace SupervisionBot.Worker.Tests.Commands;

/// <summary>The operator lists and files the papers of the demo county.</summary>
[Collection(nameof(Alone))]
public sealed class MinutesCommandTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task An_issued_paper_is_listed_and_exported_in_every_format(StorageProvider provider)
    {
        await using var host = await CoreHost.StartAsync(provider);
        await host.Get<IFirstContent>().EnsureAsync(Cancel);
        using var folder = new Folder();

        var list = await Shell.RunAsync(host.Storage, "minutes", "list", "--json");
        Assert.Equal(0, list.Code);
        var issued = JsonDocument.Parse(list.Output).RootElement.EnumerateArray().First(m => m.GetProperty("status").GetString() == "Issued");
        var (number, title) = (issued.GetProperty("number").GetString()!, issued.GetProperty("title").GetString()!);
        Assert.NotEmpty(title);
        foreach (var extension in new[] { "docx", "md", "html" })
        {
            Assert.Equal(
                0,
                (await Shell.RunAsync(host.Storage, "minutes", "export", number.ToLowerInvariant(), "--out", folder.File(extension))).Code
            );
        }

        using var word = WordprocessingDocument.Open(folder.File("docx"), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(word, Cancel));
        Assert.Matches("〔20[0-9]{2}〕[0-9]+号", word.MainDocumentPart!.Document!.Body!.InnerText);
        Assert.Contains($"# {title}", await System.IO.File.ReadAllTextAsync(folder.File("md"), Cancel), StringComparison.Ordinal);
        var page = await System.IO.File.ReadAllTextAsync(folder.File("html"), Cancel);
        Assert.Contains("<p class=\"masthead\">", page, StringComparison.Ordinal);
        Assert.Matches("(?s)<style>.*\\.paper \\.masthead \\{.*</style>", page);
    }

    [Fact]
    public async Task What_does_not_exist_and_what_cannot_be_written_is_a_problem()
    {
        await using var host = await CoreHost.StartAsync();
        await host.Get<IFirstContent>().EnsureAsync(Cancel);
        using var folder = new Folder();
        var list = await Shell.RunAsync(host.Storage, "minutes", "list", "--json");
        var number = JsonDocument.Parse(list.Output).RootElement[0].GetProperty("number").GetString()!;

        Assert.Equal(1, (await Shell.RunAsync(host.Storage, "minutes", "export", "HY-2026-9999", "--out", folder.File("docx"))).Code);
        Assert.Equal(1, (await Shell.RunAsync(host.Storage, "minutes", "export", number, "--out", folder.File("nowhere/paper.docx"))).Code);
        Assert.False(System.IO.File.Exists(folder.File("docx")));
    }

    [Theory]
    [InlineData("minutes")]
    [InlineData("minutes", "list", "all")]
    [InlineData("minutes", "export", "HY-2026-0001")]
    [InlineData("minutes", "export", "HY-2026-0001", "--out", "paper.pdf")]
    public async Task Wrong_usage_is_answered_on_standard_error(params string[] arguments)
    {
        await using var output = new StringWriter();
        await using var error = new StringWriter();

        var code = await Worker.Commands.CommandLine.RunAsync(arguments, output, error, Cancel);

        Assert.Equal((2, ""), (code, output.ToString()));
        Assert.Contains("minutes", error.ToString(), StringComparison.Ordinal);
    }

    private sealed class Folder : IDisposable
    {
        private readonly string path = Directory.CreateTempSubdirectory("minutes").FullName;

        public string File(string extension) =>
            Path.Combine(path, extension.Contains('/', StringComparison.Ordinal) ? extension : $"paper.{extension}");

        public void Dispose() => Directory.Delete(path, recursive: true);
    }
}
