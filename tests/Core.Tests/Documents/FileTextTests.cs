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

    [Theory]
    [InlineData("word/document.xml")]
    [InlineData("word/styles.xml")]
    [InlineData("word/_rels/document.xml.rels")]
    [InlineData("_rels/.rels")]
    [InlineData("[Content_Types].xml")]
    [InlineData("docProps/core.xml")]
    public void A_file_nested_beyond_measure_ends_in_a_sentence_not_in_the_end_of_the_process(string part)
    {
        var deep = WordSamples.Deep(part, 200_000);

        var read = FileText.Read("经验.docx", deep);

        Assert.True(deep.Length < 100_000);
        Assert.StartsWith("“经验.docx”打不开", read.Complaint, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_cell_tab_and_break_is_read_and_nothing_twice()
    {
        var file = WordSamples.OfBody(
            """
            <w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="1"/></w:tabs></w:pPr><w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:br/><w:t>三</w:t></w:r></w:p>
            <w:p/>
            <w:tbl><w:tblPr/><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc>
            <w:tc><w:tbl><w:tr><w:tc><w:p><w:r><w:t>丙</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:tc></w:tr><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>
            <w:sdt><w:sdtContent><w:p><w:r><w:t>框内</w:t></w:r></w:p></w:sdtContent></w:sdt>
            <w:p><w:r><mc:AlternateContent><mc:Choice Requires="w"><w:t>新</w:t></mc:Choice><mc:Fallback><w:t>旧</w:t></mc:Fallback></mc:AlternateContent></w:r>
            <w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>
            """
        );

        Assert.Equal("一 二\n三\n\n甲 乙　丙\n\n框内\n新", FileText.Read("经验.docx", file).Text);
    }

    [Fact]
    public void Of_a_book_only_the_beginning_is_read()
    {
        var read = FileText.Read("经验.docx", WordSamples.Of(Enumerable.Repeat(new string('字', 1_000), 900)));

        Assert.Null(read.Complaint);
        Assert.InRange(read.Text.Length, 200_000, 202_000);
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
