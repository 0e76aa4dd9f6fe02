namespace SupervisionBot.Core.Persistence;

/// <summary>What must follow from a change in the same transaction. Runs after the work was saved and before it is committed.</summary>
public interface IBeforeCommit
{
    Task RunAsync(WorkDb db, CancellationToken cancel);
}
