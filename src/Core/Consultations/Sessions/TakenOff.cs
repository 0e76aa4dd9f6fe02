namespace SupervisionBot.Core.Consultations.Sessions;

/// <summary>
/// What the withdrawal of a consultation did to its session: which one, whether it was called off with it, and who has been told about it already,
/// so that nobody hears of it twice.
/// </summary>
internal sealed record TakenOff(Session Session, bool SessionCancelled, IReadOnlySet<Guid> Told);
