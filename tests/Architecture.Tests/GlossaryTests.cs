using System.Reflection;
using System.Text.RegularExpressions;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Architecture.Tests;

/// <summary>docs/glossary.md against the code: the words it gives a place are there, the words it forbids are not.</summary>
public sealed partial class GlossaryTests
{
    private static readonly string[] Layers = ["Core", "Channels", "Bot", "Worker"];

    private static readonly Type[] Types = [.. Layers.SelectMany(layer => Assembly.Load($"SupervisionBot.{layer}").GetTypes()).Where(IsOurs)];

    private static readonly (List<string[]> Terms, List<string[]> Forbidden) Page = Read(File.ReadAllText(Repository.Path("docs/glossary.md")));

    [Fact]
    public void Every_word_with_a_place_is_in_the_code_there()
    {
        var missing = Page.Terms.Where(term => term[3] != "—").Where(term => !NamesIn(term[3]).Any(name => Says(name, term[1])));

        Assert.Empty(missing.Select(term => $"{term[1]} ({term[0]}) is not in src/{term[3]}"));
    }

    [Fact]
    public void Every_word_without_a_place_is_not_in_the_code_yet()
    {
        var arrived = Page.Terms.Where(term => term[3] == "—").SelectMany(term => Types.Where(type => type.Name == term[1]));

        Assert.Empty(arrived.Select(type => $"{type.FullName}: give it its place in docs/glossary.md"));
    }

    [Fact]
    public void No_type_is_named_by_a_second_word_for_the_same_thing() => Assert.Empty(SecondWords(Types.Where(IsNotPlatform)));

    [Fact]
    public void A_second_word_is_found() => Assert.NotEmpty(SecondWords([typeof(WeeklyMeetingPage)]));

    [Fact]
    public void No_word_stands_for_two_terms() => Assert.Distinct(Page.Terms.Select(term => term[1]));

    [Theory]
    [InlineData("AdmitConsultation", "Admit", true)]
    [InlineData("StartConsultation", "Consultation", true)]
    [InlineData("Preview", "View", false)]
    [InlineData("TaskForceLeader", "TaskForce", true)]
    [InlineData("MatterMapping", "MatterList", false)]
    public void Words_are_compared_whole(string name, string term, bool says) => Assert.Equal(says, Says(name, term));

    private static IEnumerable<string> SecondWords(IEnumerable<Type> types) =>
        from type in types
        from word in Page.Forbidden
        where Says(type.Name, word[0])
        select $"{type.FullName}: not {word[0]} but {word[1]}";

    /// <summary>Whether the words of a name in Pascal case contain those of the term, one after the other.</summary>
    private static bool Says(string name, string term) => Spaced(name).Contains(Spaced(term), StringComparison.Ordinal);

    private static string Spaced(string name) => $" {string.Join(' ', Words().Matches(name).Select(word => word.Value))} ";

    /// <summary>Names of types, properties and enum members in a folder of src, and of the folder itself.</summary>
    private static IEnumerable<string> NamesIn(string folder)
    {
        var space = $"SupervisionBot.{folder.Replace('/', '.')}";
        var inside = Types.Where(type => $"{type.Namespace}.".StartsWith($"{space}.", StringComparison.Ordinal)).ToList();
        var members = inside.SelectMany(type => type.IsEnum ? Enum.GetNames(type) : type.GetProperties().Select(property => property.Name));
        return inside.Select(type => type.Name).Concat(members).Append(folder[(folder.LastIndexOf('/') + 1)..]);
    }

    private static bool IsOurs(Type type) =>
        type.Namespace?.StartsWith("SupervisionBot.", StringComparison.Ordinal) == true && !type.Name.Contains('<');

    private static bool IsNotPlatform(Type type) => !$"{type.Namespace}.".StartsWith("SupervisionBot.Channels.", StringComparison.Ordinal);

    /// <summary>The rows of the two tables, without their heads.</summary>
    private static (List<string[]> Terms, List<string[]> Forbidden) Read(string page)
    {
        var rows = page.Split('\n')
            .Where(line => line.StartsWith('|') && !line.StartsWith("|---", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .ToList();
        return (rows.FindAll(row => row.Length == 4)[1..], rows.FindAll(row => row.Length == 2)[1..]);
    }

    [GeneratedRegex("[A-Z][a-z]+|[A-Z]+(?![a-z])|[0-9]+")]
    private static partial Regex Words();

    private sealed class WeeklyMeetingPage;
}
