namespace SupervisionBot.Core.Documents;

/// <summary>
/// What a written consultation came to. <paramref name="Matter"/> carries title, account, negotiation, views, outcome and resolutions;
/// its discussion is what the office concludes, one paragraph a line.
/// </summary>
/// <param name="Initiator">Who asked for the consultation.</param>
/// <param name="Asked">The units whose views were sought, in protocol order.</param>
/// <param name="Recipients">分送, in protocol order.</param>
public sealed record ConclusionFacts(
    MinutesUnit Initiator,
    IReadOnlyList<MinutesUnit> Asked,
    MinutesItem Matter,
    IReadOnlyList<ConclusionRecipient> Recipients
)
{
    /// <summary>Those asked who had sent nothing when it was concluded, in protocol order.</summary>
    public IReadOnlyList<MinutesUnit> Missing { get; init; } = [];
}

/// <summary>A unit that gets the paper; townships stand in a group of their own.</summary>
public sealed record ConclusionRecipient(MinutesUnit Unit, bool IsTownship);
