using CsCheck;
using SupervisionBot.Core.Search;
using Xunit;

namespace SupervisionBot.Core.Tests.Search;

public sealed class TokeniserTests
{
    private const string Characters = "砖厂扬尘汾河滩挖砂重行长乐会商〇𠮷";

    private static readonly Gen<string> Titles = Gen.String[Gen.Char["砖厂扬尘汾河滩夜里挖砂长重行，（）12号ab"], 1, 40];

    [Theory]
    [InlineData("砖厂扬尘", "砖厂 厂扬 扬尘 尘")]
    [InlineData("砖", "砖")]
    [InlineData("PM2.5超标", "pm 2 5 超标 标")]
    [InlineData("ＰＭ１０　砖厂，扬尘", "pm 10 砖厂 厂 扬尘 尘")]
    [InlineData("第0041号", "第 0041 41 号")]
    [InlineData("𠮷家村", "𠮷家 家村 村")]
    [InlineData("“%*\"'—…", "")]
    public void A_text_becomes_pairs_words_and_digits(string text, string words) =>
        Assert.Equal(words.Split(' ', StringSplitOptions.RemoveEmptyEntries), Tokeniser.WordsOf(text));

    [Theory]
    [InlineData("砖厂扬尘", "zcyc")]
    [InlineData("砖厂扬尘", "cy")]
    [InlineData("重点行业排查", "zdhypc")]
    [InlineData("重点行业排查", "cdxypc")]
    public void A_title_is_known_by_the_first_letters_of_its_pinyin_in_each_common_reading(string title, string letters) =>
        Assert.Contains(Of(title, ""), token => token.StartsWith($"ᵖ{letters}", StringComparison.Ordinal));

    [Fact]
    public void The_text_of_a_record_is_not_known_by_first_letters() =>
        Assert.DoesNotContain(Of("会商", "砖厂扬尘"), token => token.StartsWith("ᵖzc", StringComparison.Ordinal));

    [Fact]
    public void Any_text_can_be_read_and_asked_and_yields_letters_and_digits_only() =>
        Gen
            .String.Select(Gen.String[Gen.Char[Characters + "\u0000\u001f\ud800\udc00\"*%()^:-'\\ᵗᵛ"], 0, 60], (any, nasty) => any + nasty)
            .Sample(text =>
            {
                Assert.All(
                    Tokeniser.WordsOf(text),
                    word =>
                        Assert.True(
                            word.EnumerateRunes().All(r => System.Text.Rune.IsLetterOrDigit(r) || r.Value == '〇') && !word.StartsWith('ᵛ'),
                            word
                        )
                );
                _ = SearchQuery.Read(text).Shorter().Count();
            });

    [Fact]
    public void Every_piece_of_a_title_finds_its_record() =>
        Gen.Select(Titles, Gen.Int[0, 39], Gen.Int[1, 40])
            .Sample(
                (title, start, length) =>
                {
                    var from = Math.Min(start, title.Length - 1);
                    var piece = title.Substring(from, Math.Min(length, title.Length - from));
                    var tokens = Of(title, "");
                    // Cutting into a word or a number leaves another word, which is nobody's.
                    var isWhole = !Splits(title, from) && !Splits(title, from + piece.Length);
                    Assert.True(!isWhole || Finds(tokens, SearchQuery.Read(piece).TitleTerms), piece);
                }
            );

    [Theory]
    [InlineData("12号", "ⁿ12")]
    [InlineData("0041", "ⁿ41")]
    [InlineData("xz-2026-0041", "ⁿxz2026n41")]
    [InlineData("XZ20260041", "ⁿxz2026n41")]
    [InlineData("hs-2026-12", "ⁿhs2026n12")]
    [InlineData("协助41号", "ⁿxzn41")]
    [InlineData("2026-0041", "ⁿ2026n41")]
    [InlineData("12号楼", null)]
    [InlineData("砖厂", null)]
    public void A_number_is_read_as_people_write_it(string asked, string? token) =>
        Assert.Equal(
            token is null ? [] : [token.Replace("ⁿ12", "ⁿn12", StringComparison.Ordinal).Replace("ⁿ41", "ⁿn41", StringComparison.Ordinal)],
            WrittenNumber.Read(asked)
        );

    [Fact]
    public void A_record_of_any_length_has_a_bounded_number_of_tokens()
    {
        var text = string.Concat(
            Enumerable.Range(0x4E00, 20_000).SelectMany(c => new[] { (char)c, (char)(0x4E00 + (c * 7 % 20_000)), (char)(0x4E00 + (c * 13 % 20_000)) })
        );

        Assert.InRange(Of("长文", text).Count, Tokeniser.MostTokens / 2, Tokeniser.MostTokens);
    }

    private static IReadOnlyList<string> Of(string title, string text) =>
        Tokeniser.Of(new SearchText("HS", "HS-2026-0012", title, text, DateTimeOffset.UnixEpoch, []));

    private static bool Splits(string title, int at) =>
        at > 0 && at < title.Length && char.IsAsciiLetterOrDigit(title[at - 1]) && char.IsAsciiLetterOrDigit(title[at]);

    private static bool Finds(IReadOnlyList<string> tokens, IReadOnlyList<Term> terms) =>
        terms.All(term =>
            term.AnyOf.Any(way =>
                way.All(s => s.IsPrefix ? tokens.Any(t => t.StartsWith(s.Token, StringComparison.Ordinal)) : tokens.Contains(s.Token))
            )
        );
}
