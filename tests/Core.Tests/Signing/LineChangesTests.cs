using CsCheck;
using SupervisionBot.Core.Consultations.Signing;
using Xunit;

namespace SupervisionBot.Core.Tests.Signing;

public sealed class LineChangesTests
{
    [Fact]
    public void What_was_replaced_stands_before_what_came()
    {
        var changes = LineChanges.Between("题\n甲\n乙\n丙\n", "题\n甲\n丁\n丙\n戊\n");

        Assert.Equal(["=题", "=甲", "-乙", "+丁", "=丙", "+戊"], changes.Select(Written));
    }

    [Fact]
    public void Kept_and_removed_lines_are_the_old_text_kept_and_added_ones_the_new()
    {
        var text = Gen.Char['a', 'd'].Select(c => c.ToString()).List[1, 12].Select(lines => string.Join('\n', lines));
        Gen.Select(text, text)
            .Sample(
                (before, after) =>
                {
                    var changes = LineChanges.Between(before, after);
                    return string.Join('\n', changes.Where(c => c.Kind != LineChangeKind.Added).Select(c => c.Text)) == before
                        && string.Join('\n', changes.Where(c => c.Kind != LineChangeKind.Removed).Select(c => c.Text)) == after
                        && (before != after || changes.All(c => c.Kind == LineChangeKind.Same));
                }
            );
    }

    private static string Written(LineChange change) =>
        change.Kind switch
        {
            LineChangeKind.Added => "+",
            LineChangeKind.Removed => "-",
            _ => "=",
        } + change.Text;
}
