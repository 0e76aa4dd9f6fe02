namespace SupervisionBot.Core.TypicalPractices;

/// <summary>采用级别: who took a practice up (domain: c, the publication ladder). Recorded, never counted into a score.</summary>
public enum AdoptionLevel
{
    /// <summary>专班: the bulletin of the task force.</summary>
    TaskForce,

    /// <summary>市: the county-level city's own information.</summary>
    City,

    /// <summary>运城市: the prefecture.</summary>
    Prefecture,

    /// <summary>省.</summary>
    Province,

    /// <summary>媒体.</summary>
    Media,
}

/// <summary>One entry of 采用情况.</summary>
public sealed class PracticeAdoption
{
    public required Guid Id { get; init; }
    public required Guid PracticeId { get; init; }
    public required AdoptionLevel Level { get; init; }

    /// <summary>The day it was taken up, in Shanghai.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Where it was printed: a bulletin's issue, a newspaper; null where not told.</summary>
    public string? Outlet { get; init; }

    /// <summary>领导批示, where there is one.</summary>
    public string? Instruction { get; init; }
    public required Guid RecordedById { get; init; }
    public required DateTimeOffset RecordedAt { get; init; }
}

/// <summary>What the levels are called.</summary>
public static class AdoptionLevels
{
    public static string Name(AdoptionLevel level) =>
        level switch
        {
            AdoptionLevel.TaskForce => Texts.LevelTaskForce,
            AdoptionLevel.City => Texts.LevelCity,
            AdoptionLevel.Prefecture => Texts.LevelPrefecture,
            AdoptionLevel.Province => Texts.LevelProvince,
            AdoptionLevel.Media => Texts.LevelMedia,
            _ => throw new ArgumentOutOfRangeException(nameof(level), level, message: null),
        };
}
