using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Architecture.Tests;

/// <summary>Rules over the files of the repository, each with a sample that breaks it.</summary>
public sealed class SourceTests(ITestOutputHelper output)
{
    private static readonly string[] TextFiles = [".cs", ".cshtml", ".json", ".md"];

    private static readonly Lazy<IReadOnlyList<SourceFile>> Files = new(() => [.. Repository.Files().Select(Read)]);

    public static TheoryData<string> Names { get; } = [.. SourceRules.All.Select(rule => rule.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_file_keeps_the_rule(string name)
    {
        var complaints = (
            from file in Files.Value
            let complaint = Find(name).Complaint(file)
            where complaint is not null
            select $"{file.Path}: {complaint}"
        ).ToList();

        Assert.True(complaints.Count == 0, string.Join('\n', complaints));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_rule_bites(string name) => Assert.NotNull(Find(name).Complaint(Find(name).Sample));

    [Fact]
    public void Every_exception_for_Chinese_in_code_is_still_needed() =>
        Assert.All(
            SourceRules.ChineseInCode.Keys,
            path => Assert.Contains(Files.Value, file => file.IsUnder(path) && SourceRules.ChineseString(file) is not null)
        );

    [Fact]
    public void Half_of_the_source_files_are_short()
    {
        var lengths = Files
            .Value.Where(file => file.IsCode && !file.IsGenerated && file.IsUnder("src/"))
            .Select(file => file.Lines)
            .Order()
            .ToArray();
        var median = lengths[lengths.Length / 2];
        var longest = lengths[^1];
        output.WriteLine($"{lengths.Length} source files: median {median} lines, 90 % within {lengths[lengths.Length * 9 / 10]}, longest {longest}.");

        Assert.InRange(median, 1, 60);
    }

    private static SourceRule Find(string name) => SourceRules.All.Single(rule => rule.Name == name);

    private static SourceFile Read(string path)
    {
        var file = new FileInfo(Repository.Path(path));
        return new(path, file.Length, TextFiles.Contains(file.Extension, StringComparer.Ordinal) ? File.ReadAllText(file.FullName) : "");
    }
}
