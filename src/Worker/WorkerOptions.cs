namespace SupervisionBot.Worker;

/// <summary>Settings under <c>Worker</c>.</summary>
public sealed class WorkerOptions
{
    public const string Section = "Worker";

    internal const string WrongSweep = "Worker:SweepSeconds must be a whole number from 1 to 15; leave it out for 15.";

    private const int Slowest = 15;

    /// <summary>How often the sweep looks for what is due. More often costs a query each time; less often would pass for a worker that stands still.</summary>
    public int SweepSeconds { get; set; } = Slowest;

    internal bool IsValid => SweepSeconds is >= 1 and <= Slowest;
}
