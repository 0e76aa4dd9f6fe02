using System.Text;
using SupervisionBot.Core.Documents.Reading;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Documents;

public sealed class FileTextTests
{
    [Fact]
    public void Of_a_Word_file_every_paragraph_is_a_line()
    {
        var read = FileText.Read("经验.docx", WordSamples.Of("三色预警", "一、背景", "火点多。"));

        Assert.Equal((null, "三色预警\n一、背景\n火点多。"), (read.Complaint, read.Text));
    }

    [Fact]
    public void A_file_that_swells_is_refused_before_it_is_read()
    {
        var bomb = WordSamples.Bomb();

        var read = FileText.Read("经验.docx", bomb);

        Assert.True(bomb.Length < 2_000_000);
        Assert.StartsWith("“经验.docx”解开以后太大", read.Complaint, StringComparison.Ordinal);
        Assert.Empty(read.Text);
    }

    [Fact]
    public void What_is_no_Word_file_gets_a_sentence_on_what_to_do()
    {
        byte[][] bad =
        [
            [],
            [0x50, 0x4B, 0x03, 0x04],
            [1, 2, 3, 4, 5],
            WordSamples.NoWord(),
            WordSamples.Of("正文")[..200],
        ];

        Assert.All(bad, content => Assert.Contains("另存为.docx", FileText.Read("经验.docx", content).Complaint, StringComparison.Ordinal));
    }

    [Fact]
    public void Texts_are_read_as_UTF8_or_as_Chinese_Windows_writes_them()
    {
        var national = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes("三色预警管住焚烧");

        Assert.Equal("三色预警", FileText.Read("a.txt", [0xEF, 0xBB, 0xBF, .. "三色预警"u8]).Text);
        Assert.Equal("三色预警管住焚烧", FileText.Read("a.TXT", national).Text);
        Assert.NotNull(FileText.Read("a.md", [1, 0, 2]).Complaint);
    }
}
