using Xunit;

namespace SupervisionBot.Worker.Tests.Crashes;

/// <summary>Tests that kill bots and senders: one after the other, beside those that kill workers. Each waits for what it sees, never for a time.</summary>
[CollectionDefinition(nameof(BotProcesses))]
public sealed class BotProcesses;

/// <summary>Tests that kill workers.</summary>
[CollectionDefinition(nameof(WorkerProcesses))]
public sealed class WorkerProcesses;

/// <summary>Tests that set variables of this process, which every child would inherit, or count seconds: alone.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
