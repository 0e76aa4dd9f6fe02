using SupervisionBot.Testing;
using Xunit;
using Xunit.Sdk;

namespace SupervisionBot.Architecture.Tests.Fixtures;

/// <summary>A comparison that never fails would let everything pass, so it is tested itself.</summary>
public sealed class GoldenTests
{
    [Fact]
    public void Ids_and_line_ends_do_not_count()
    {
        var first = Guid.NewGuid();
        var second = Guid.NewGuid();

        Golden.Matches($"会商 {first}\r\n纪要 {second:N}\r\n会商 {first:N}", "ids.txt");
    }

    [Theory]
    [InlineData("<p>会商纪要</p>\n", "<p>纪要</p>")]
    [InlineData("id-1\nid-1\n", "019aafc0-0000-7000-8000-000000000001\n019aafc0-0000-7000-8000-000000000002")]
    [InlineData(null, "<p>新</p>")]
    public void Another_text_fails_and_is_kept_for_looking_at(string? approved, string actual)
    {
        var folder = Directory.CreateTempSubdirectory("supervisionbot-golden-");
        var golden = folder.CreateSubdirectory("Golden").FullName;
        if (approved is not null)
        {
            File.WriteAllText(Path.Combine(golden, "page.html"), approved);
        }

        Assert.ThrowsAny<XunitException>(() => Golden.Matches(actual, "page.html", Path.Combine(folder.FullName, "SomeTests.cs")));
        Assert.True(File.Exists(Path.Combine(golden, "page.received.html")));

        folder.Delete(recursive: true);
    }
}
