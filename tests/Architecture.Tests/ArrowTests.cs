using System.Reflection;
using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using Xunit;

namespace SupervisionBot.Architecture.Tests;

/// <summary>The arrows of the house: who may use whom. Each rule is also run over a sample that breaks it, so that no rule can fall asleep.</summary>
public sealed class ArrowTests
{
    private const string Product = "SupervisionBot";
    private const string Samples = "SupervisionBot.Architecture.Tests.Violations";
    private static readonly string[] Layers = ["Core", "Channels", "Bot", "Worker"];

    private static readonly ArchUnitNET.Domain.Architecture ProductTypes = Load([.. Layers.Select(layer => Assembly.Load($"{Product}.{layer}"))]);
    private static readonly ArchUnitNET.Domain.Architecture SampleTypes = Load([typeof(ArrowTests).Assembly]);

    private static readonly Arrow[] Arrows =
    [
        new("Core knows none of the others", "~.Core", "~.Channels|~.Bot|~.Worker", "Core.KnowsBot"),
        new("Channels knows neither host", "~.Channels", "~.Bot|~.Worker", "Channels.KnowsWorker"),
        new("Worker does not know Bot", "~.Worker", "~.Bot", "Worker.KnowsBot"),
        new("Only Bot's composition root starts the worker", "~.Bot", "~.Worker", "Bot.KnowsWorker", Except: "~.Bot.Composition"),
        new("Core knows no web", "~.Core", "Microsoft.AspNetCore", "Core.KnowsWeb"),
        new("Quartz stays in Worker", "~.Core|~.Channels|~.Bot", "Quartz", "Core.KnowsQuartz"),
        new("Markdig stays in Documents", "~.Core|~.Channels|~.Bot|~.Worker", "Markdig", "Core.KnowsMarkdig", Except: "~.Core.Documents"),
        new(
            "Channels knows no business rule",
            "~.Channels",
            "~.Core.Consultations|~.Core.AssistanceOrders|~.Core.TypicalPractices|~.Core.TaskRegister|~.Core.Supervision|~.Core.Deadlines",
            "Channels.KnowsConsultations"
        ),
    ];

    public static TheoryData<string> Names { get; } = [.. Arrows.Select(arrow => arrow.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_product_keeps_the_rule(string arrow)
    {
        var broken = Broken(Find(arrow).Over(Product), ProductTypes).ToList();

        Assert.True(broken.Count == 0, string.Join('\n', broken));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_rule_bites(string arrow) => Assert.Equal([$"{Samples}.{Find(arrow).Offender}"], Broken(Find(arrow).Over(Samples), SampleTypes));

    [Fact]
    public void Namespaces_follow_assemblies_so_that_no_type_escapes_the_rules()
    {
        var strays =
            from layer in Layers
            from type in Assembly.Load($"{Product}.{layer}").GetTypes()
            // Top-level statements, source generators and the Razor compiler choose their own names.
            where type.Namespace is { } space && space.StartsWith(Product, StringComparison.Ordinal)
            where !$"{type.Namespace}.".StartsWith($"{Product}.{layer}.", StringComparison.Ordinal)
            select type.FullName;

        Assert.Empty(strays);
    }

    private static Arrow Find(string name) => Arrows.Single(arrow => arrow.Name == name);

    private static IEnumerable<string> Broken(IArchRule rule, ArchUnitNET.Domain.Architecture types) =>
        rule.Evaluate(types).Where(result => !result.Passed).Select(result => result.EvaluatedObjectIdentifier.Identifier).Order();

    private static ArchUnitNET.Domain.Architecture Load(params Assembly[] assemblies) => new ArchLoader().LoadAssemblies(assemblies).Build();
}
