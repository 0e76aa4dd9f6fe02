using SupervisionBot.Bot.Understanding;
using Xunit;

namespace SupervisionBot.Bot.Tests.Understanding;

public sealed class ViewSentenceTests
{
    [Theory]
    [InlineData("堤防以内采砂由我局查处，依据河道管理条例第二十五条", "堤防以内采砂由我局查处", "河道管理条例第二十五条")]
    [InlineData("堤防以内按河道管理条例归水行政主管部门", "堤防以内按河道管理条例归水行政主管部门", "河道管理条例归水行政主管部门")]
    [InlineData("由我局查处", "由我局查处", null)]
    [InlineData("建议联合查处。根据《水法》第三十九条", "建议联合查处", "《水法》第三十九条")]
    public void A_view_is_told_from_its_basis_and_no_words_are_lost(string said, string view, string? basis)
    {
        var (text, law) = ViewSentence.Split(said);

        Assert.Equal(view, text);
        Assert.StartsWith(law ?? "", basis ?? "", StringComparison.Ordinal);
        Assert.Equal(basis is null, law is null);
    }
}
