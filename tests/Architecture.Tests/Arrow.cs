using ArchUnitNET.Fluent;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace SupervisionBot.Architecture.Tests;

/// <summary>
/// One dependency rule. <paramref name="From"/> and <paramref name="To"/> are patterns of namespaces in which <c>~</c> stands for the root namespace, so that
/// the same rule runs over the product (<c>SupervisionBot</c>) and over the samples that must break it (<c>…Violations</c>);
/// <paramref name="Offender"/> is the one sample type that does, relative to the samples' root.
/// </summary>
public sealed record Arrow(string Name, string From, string To, string Offender, string? Except = null)
{
    public IArchRule Over(string root)
    {
        // Types(true): packages are known by name only; loading them all would take seconds.
        var targets = Types(true).That().ResideInNamespaceMatching(Pattern(To, root));
        var subjects = Types().That().ResideInNamespaceMatching(Pattern(From, root));
        if (Except is not null)
        {
            subjects = subjects.And().DoNotResideInNamespaceMatching(Pattern(Except, root));
        }
        return subjects.Should().NotDependOnAny(targets);
    }

    private static string Pattern(string pattern, string root) =>
        $@"^({pattern.Replace("~", root, StringComparison.Ordinal).Replace(".", @"\.", StringComparison.Ordinal)})(\.|$)";
}
