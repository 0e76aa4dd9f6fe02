using System.Globalization;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Core.Consultations.Resolutions;

/// <summary>Buttons about a resolution. The verb is <c>resolution.</c> and the action of the lifecycle table; the step says for which state it was drawn.</summary>
public static class ResolutionChoices
{
    public const string VerbPrefix = "resolution.";

    public static Choice Of(ResolutionAction action, Resolution resolution, string? label = null)
    {
        ArgumentNullException.ThrowIfNull(resolution);
        return new Choice(
            label ?? Label(action),
            VerbPrefix + action,
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["id"] = resolution.Id.ToString(),
                ["step"] = resolution.Step.ToString(CultureInfo.InvariantCulture),
            }
        );
    }

    /// <summary>Everything the actor may do now, in the order of the lifecycle table.</summary>
    public static IEnumerable<Choice> Now(Actor actor, Resolution resolution)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(resolution);
        return ResolutionLifecycle
            .Table.ActionsOf(actor, resolution)
            .Where(action => action != ResolutionAction.Track)
            .Select(action => Of(action, resolution));
    }

    private static string Label(ResolutionAction action) =>
        action switch
        {
            ResolutionAction.ReportProgress => Texts.ChoiceReportProgress,
            ResolutionAction.ReportDone => Texts.ChoiceReportDone,
            ResolutionAction.CloseOut => Texts.ChoiceCloseOut,
            ResolutionAction.SendBack => Texts.ChoiceSendBack,
            _ => throw new ArgumentOutOfRangeException(nameof(action), action, "Nobody presses this."),
        };
}
