namespace SupervisionBot.Core.Consultations;

/// <summary>What the situations are called.</summary>
public static class Situations
{
    public static string Name(Situation situation) =>
        situation switch
        {
            Situation.Unsure => Texts.SituationUnsure,
            Situation.CompetenceDisputed => Texts.SituationCompetenceDisputed,
            Situation.DifferentStandards => Texts.SituationDifferentStandards,
            Situation.JointOperation => Texts.SituationJointOperation,
            Situation.AssistanceRefused => Texts.SituationAssistanceRefused,
            Situation.TransferRefused => Texts.SituationTransferRefused,
            Situation.Other => Texts.SituationOther,
            _ => throw new ArgumentOutOfRangeException(nameof(situation), situation, message: null),
        };
}
