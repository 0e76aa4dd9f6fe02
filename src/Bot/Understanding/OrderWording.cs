using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Calendars.Expressions;
using SupervisionBot.Core.Directory;

namespace SupervisionBot.Bot.Understanding;

/// <summary>What a text says about an order, whether it makes the draft or is added to it. What was not said is null, empty or false.</summary>
/// <param name="Title">At most 30 characters, from the first clause that tells the matter; null if none does.</param>
/// <param name="Kind">The kind that the words point to; null if none.</param>
/// <param name="Units">Departments named, in order of appearance, the asker's own unit left out.</param>
/// <param name="Unwanted">Departments named to be left out.</param>
/// <param name="Matters">Matters of the 事项清单 that were named.</param>
/// <param name="People">How many people are asked for.</param>
/// <param name="Wished">For which day.</param>
/// <param name="Unsure">Words that speak of a day without naming one, where no other is named: 下周, 12月中旬.</param>
/// <param name="Until">The last day, where a period was named.</param>
/// <param name="Trainees">Who is sent (跟班学习).</param>
/// <param name="Urgent">Whether the words say that it is urgent.</param>
/// <param name="Ground">Which of the listed grounds they name.</param>
/// <param name="IsOnlyDetail">True where the text is nothing but such details: then it is no part of the account.</param>
internal sealed record OrderWording(
    string? Title,
    OrderKind? Kind,
    IReadOnlyList<UnitName> Units,
    IReadOnlyList<UnitName> Unwanted,
    IReadOnlyList<MatterName> Matters,
    int? People,
    DateExpression? Wished,
    string? Unsure,
    DateOnly? Until,
    string? Trainees,
    bool Urgent,
    UrgentGround? Ground,
    bool IsOnlyDetail
);
