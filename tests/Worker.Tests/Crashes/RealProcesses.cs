using Xunit;

namespace SupervisionBot.Worker.Tests.Crashes;

/// <summary>Tests that start real processes, or set variables of their own, run one after the other: their timing must not hang on each other.</summary>
[CollectionDefinition(nameof(RealProcesses), DisableParallelization = true)]
public sealed class RealProcesses;
