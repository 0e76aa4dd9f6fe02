namespace SupervisionBot.Bot.Understanding;

/// <summary>自行协商: what somebody says about having talked it over with the other units.</summary>
public enum Negotiation
{
    /// <summary>Nothing was said about it.</summary>
    Unsaid,

    /// <summary>没有协商过.</summary>
    Untried,

    /// <summary>协商过, without saying how it ended.</summary>
    Tried,

    /// <summary>协商过，未谈拢.</summary>
    Failed,
}
