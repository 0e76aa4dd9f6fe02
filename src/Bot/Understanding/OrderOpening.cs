using System.Text.RegularExpressions;

namespace SupervisionBot.Bot.Understanding;

/// <summary>点单, 点菜, 菜单: the wish without its matter.</summary>
internal static partial class OrderOpening
{
    /// <summary>点一单，请……: another matter begins, whatever is being written.</summary>
    public static bool Begins(string text) => Beginning().IsMatch(text);

    public static bool IsAll(string text) => Opening().IsMatch(text);

    [GeneratedRegex("^(再)?(点一?单|点个单|下一?单|下个单)[，,：: ]+.{4}", RegexOptions.ExplicitCapture, 250)]
    private static partial Regex Beginning();

    [GeneratedRegex(
        "^(我要|我想|想|要)?(点一?单|点个单|下一?单|下个单|点菜|菜单|看看?菜单|申请协助|协助)[。.！!吧]*$",
        RegexOptions.ExplicitCapture,
        250
    )]
    private static partial Regex Opening();
}
