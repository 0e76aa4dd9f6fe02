using System.Diagnostics;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SupervisionBot.Core.Documents;

namespace SupervisionBot.Benchmarks;

/// <summary>
/// Minutes of 10 items and 40 attendees as page and as Word file. Beside them, in the same run: Markdig alone on the same text, and an Open XML document of the same
/// paragraphs without any layout.
/// </summary>
internal static class Documents
{
    private const int WarmUp = 50;
    private const int Count = 200;
    private const int Many = 1_000;

    public static void Measure()
    {
        var settings = new PaperSettings();
        var word = new PaperWord(settings);
        var day = new DateOnly(2026, 12, 9);
        var paper = settings.NewPaper(PaperKind.Minutes, MinutesCompiler.Compile(Facts(10, 40))) with
        {
            Number = "〔2026〕5号",
            Date = day,
            PrintedBy = settings.Issuer,
            PrintedOn = day,
        };
        var lines = PaperText.Of(paper).Split('\n');
        Console.WriteLine($"{paper.Markdown.Length} characters, {lines.Length} paragraphs, Word file of {word.Write(paper).Length / 1024} KB");
        Report("Markdown -> page", () => PaperPages.ToHtml(paper).Length, bar: true);
        Report("Markdown -> Word", () => word.Write(paper).Length, bar: true);
        Report("plain Markdig", () => Markdig.Markdown.ToHtml(paper.Markdown).Length, bar: false);
        Report("plain Open XML", () => Plain(lines), bar: false);
        var before = Live();
        for (var i = 0; i < Many; i++)
        {
            word.Write(paper);
            PaperPages.ToHtml(paper);
        }

        Console.WriteLine($"memory held after {Many} documents: {(Live() - before) / 1024.0:F0} KB more than before (bar: flat)");
    }

    private static void Report(string what, Func<int> work, bool bar)
    {
        for (var i = 0; i < WarmUp; i++)
        {
            work();
        }

        var times = new List<double>(Count);
        for (var i = 0; i < Count; i++)
        {
            var since = Stopwatch.GetTimestamp();
            work();
            times.Add(Stopwatch.GetElapsedTime(since).TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine($"{what, -18} median {times[Count / 2]:F2} ms, p95 {times[Count * 95 / 100]:F2} ms{(bar ? " (bar: 20 ms)" : "")}");
    }

    private static int Plain(IEnumerable<string> lines)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(new Body(lines.Select(line => new Paragraph(new Run(new Text(line))))));
        }

        return (int)stream.Length;
    }

    private static long Live()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static MinutesFacts Facts(int items, int attendees)
    {
        var (water, land) = (new MinutesUnit("市水务局", "市水务局"), new MinutesUnit("市自然资源局", "市自然资源局"));
        MinutesItem Item(int number) =>
            new(
                $"汾河滩第{number}段有人夜里挖砂的职责归属问题",
                "10月以来，街道多次接到群众反映，称夜间有人用铲车和自卸车挖砂外运，毁损堤内滩地约12亩。",
                "上周给两家都打过电话，没有谈拢。",
                [
                    new(water, MinutesViewKind.Own, "采砂点涉及基本农田，应先行认定", "《河道管理条例》第三条"),
                    new(land, MinutesViewKind.NotOurs, "采砂点在堤防以内", "《水法》第三十九条"),
                ],
                "会议认为，非法采砂应当依法查处。",
                [new("牵头查处堤防以内非法采砂行为", water, [land], new DateOnly(2026, 12, 20)), new("提供权属认定材料", land, [], null)]
            );
        return new MinutesFacts(
            "综合行政执法定期会商会议纪要",
            new DateOnly(2026, 12, 4),
            "市司法局三楼会议室",
            [.. Enumerable.Range(1, items).Select(Item)],
            [
                .. Enumerable
                    .Range(1, attendees)
                    .Select(i => new MinutesAttendee(
                        MinutesPart.Attend,
                        new MinutesUnit($"市第{i}局", $"{i}局"),
                        $"副局长 张建{i}",
                        IsTownship: false
                    )),
            ]
        );
    }
}
