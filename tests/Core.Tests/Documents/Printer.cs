using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;
using Xunit;

namespace SupervisionBot.Core.Tests.Documents;

/// <summary>A line on a printed page: points from its left and upper edge.</summary>
internal sealed record PrintedLine(double Left, double Right, double Top, double Bottom, string Text);

/// <summary>Prints Word files with LibreOffice and reads where the words came to stand (poppler). Skips the test where either is missing.</summary>
internal static class Printer
{
    /// <summary>The lines of every page of every file.</summary>
    public static async Task<IReadOnlyDictionary<string, List<List<PrintedLine>>>> PrintAsync(
        IReadOnlyDictionary<string, byte[]> files,
        CancellationToken cancel
    )
    {
        Need("soffice", "libreoffice-writer-nogui");
        Need("pdftotext", "poppler-utils");
        var folder = System.IO.Directory.CreateTempSubdirectory("supervisionbot-print-").FullName;
        try
        {
            foreach (var (name, bytes) in files)
            {
                await File.WriteAllBytesAsync(Path.Combine(folder, name + ".docx"), bytes, cancel);
            }

            await RunAsync(
                folder,
                "soffice",
                [$"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", .. files.Keys.Select(n => n + ".docx")],
                cancel
            );
            var printed = new Dictionary<string, List<List<PrintedLine>>>(StringComparer.Ordinal);
            foreach (var name in files.Keys)
            {
                await RunAsync(folder, "pdftotext", ["-bbox", name + ".pdf", name + ".xml"], cancel);
                printed[name] = Read(await File.ReadAllTextAsync(Path.Combine(folder, name + ".xml"), cancel));
            }

            return printed;
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>One page of a file as ink on paper.</summary>
    /// <param name="last">The last page instead of the first.</param>
    public static async Task<PrintedInk> PaintAsync(byte[] file, bool last, CancellationToken cancel)
    {
        Need("soffice", "libreoffice-writer-nogui");
        Need("pdftoppm", "poppler-utils");
        var folder = System.IO.Directory.CreateTempSubdirectory("supervisionbot-paint-").FullName;
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "paper.docx"), file, cancel);
            await RunAsync(
                folder,
                "soffice",
                [$"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "paper.docx"],
                cancel
            );
            await RunAsync(folder, "pdftoppm", ["-r", PrintedInk.DotsPerInch.ToString(CultureInfo.InvariantCulture), "paper.pdf", "page"], cancel);
            var pages = System.IO.Directory.GetFiles(folder, "page-*.ppm").Order(StringComparer.Ordinal).ToList();
            return PrintedInk.Read(await File.ReadAllBytesAsync(last ? pages[^1] : pages[0], cancel));
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>The second sheet of a spreadsheet as a text file with the cells between bars, as the office program writes it.</summary>
    public static async Task<string> ToPlainTextAsync(byte[] file, CancellationToken cancel)
    {
        Need("soffice", "libreoffice-calc-nogui");
        var folder = System.IO.Directory.CreateTempSubdirectory("supervisionbot-sheet-").FullName;
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "list.xlsx"), file, cancel);
            // Bar between cells, UTF-8, as shown, the second sheet.
            const string format = "csv:Text - txt - csv (StarCalc):124,,76,1,,0,false,true,false,false,false,2";
            await RunAsync(
                folder,
                "soffice",
                [$"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", format, "list.xlsx"],
                cancel
            );
            var sheets = System.IO.Directory.GetFiles(folder, "*.csv");
            Assert.SkipWhen(sheets.Length == 0, "This LibreOffice reads no spreadsheets (Debian: libreoffice-calc-nogui).");
            return await File.ReadAllTextAsync(sheets.Single(), cancel);
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }

    private static void Need(string program, string package)
    {
        var found = (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .Any(folder => File.Exists(Path.Combine(folder, program)));
        Assert.SkipUnless(found, $"{program} is not installed (Debian: {package}).");
    }

    private static async Task RunAsync(string folder, string program, IEnumerable<string> arguments, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(cancel);
        await process.StandardOutput.ReadToEndAsync(cancel);
        await process.WaitForExitAsync(cancel);
        Assert.True(process.ExitCode == 0, $"{program} ended with {process.ExitCode}: {await errors}");
    }

    private static List<List<PrintedLine>> Read(string boxes)
    {
        XNamespace html = "http://www.w3.org/1999/xhtml";
        return [.. XDocument.Parse(boxes).Descendants(html + "page").Select(page => Lines(page.Elements(html + "word")).ToList())];
    }

    private static IEnumerable<PrintedLine> Lines(IEnumerable<XElement> words) =>
        words
            .GroupBy(word => Math.Round((At(word, "yMin") + At(word, "yMax")) / 8))
            .OrderBy(line => line.Key)
            .Select(line => new PrintedLine(
                line.Min(w => At(w, "xMin")),
                line.Max(w => At(w, "xMax")),
                line.Min(w => At(w, "yMin")),
                line.Max(w => At(w, "yMax")),
                string.Concat(line.OrderBy(w => At(w, "xMin")).Select(w => w.Value))
            ));

    private static double At(XElement word, string edge) => double.Parse((string)word.Attribute(edge)!, CultureInfo.InvariantCulture);
}
