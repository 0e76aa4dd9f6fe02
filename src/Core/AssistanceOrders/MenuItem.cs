using SupervisionBot.Core.Directory;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>One line of the 菜单: what a department offers to townships.</summary>
public sealed class MenuItem
{
    public required Guid Id { get; init; }
    public required Guid UnitId { get; init; }
    public Unit? Unit { get; init; }
    public required OrderKind Kind { get; init; }

    /// <summary>In the department's words: 食品快速检测.</summary>
    public required string Name { get; init; }
}
