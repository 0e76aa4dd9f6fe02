using SupervisionBot.Core.Calendars.Expressions;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Directory;

namespace SupervisionBot.Bot.Understanding;

/// <summary>What a text says about a consultation, whether it starts the draft or is added to it. What was not said is null, empty or Unsaid.</summary>
/// <param name="Title">议题 of at most 30 characters, made from the first clause that tells the matter; null if none does.</param>
/// <param name="Situation">The situation the words point to; <see cref="Situation.Unsure"/> if none.</param>
/// <param name="Units">Whom to ask, in order of appearance, the asker's own unit left out.</param>
/// <param name="UnitsFromMatters">Whether no unit was named and <paramref name="Units"/> are those competent by the 事项清单.</param>
/// <param name="Matters">Matters of the 事项清单 that were named.</param>
/// <param name="Negotiation">Whether the parties have talked it over themselves.</param>
/// <param name="NegotiationWords">The clause that says so, in the person's own words.</param>
/// <param name="OwnView">The asker's own view: 由市水务局查处 where that is all it says, else the person's own words.</param>
/// <param name="HasNoView">Whether the asker said to have none (暂无意见).</param>
/// <param name="Urgent">Whether the words say that it is urgent.</param>
/// <param name="Wished">When a meeting is wished for, if a day was named.</param>
public sealed record ConsultationWording(
    string? Title,
    Situation Situation,
    IReadOnlyList<UnitName> Units,
    bool UnitsFromMatters,
    IReadOnlyList<MatterName> Matters,
    Negotiation Negotiation,
    string? NegotiationWords,
    string? OwnView,
    bool HasNoView,
    bool Urgent,
    DateExpression? Wished
);
