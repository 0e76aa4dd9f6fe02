using System.Globalization;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Messaging;

namespace SupervisionBot.Bot.Conversations.Starting;

/// <summary>The long form of a consultation: the definition of Core, filled from the draft and read back into it.</summary>
internal static class StartForm
{
    public static FormFace Face(Draft draft, IReadOnlyList<FormOption> units)
    {
        var values = StartDraft.Read(draft);
        var known = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [ConsultationContent.AccountKey] = values.Account,
            [ConsultationContent.TitleKey] = values.Title,
            [ConsultationContent.SituationKey] = values.Situation.ToString(),
            [ConsultationContent.UnitsKey] = string.Join(',', values.UnitIds),
            [ConsultationContent.NegotiationKey] = values.Negotiation ?? "",
            [ConsultationContent.OwnViewKey] = values.OwnView ?? "",
            [ConsultationContent.UrgentKey] = values.UrgentReason ?? "",
        };
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["id"] = draft.Id.ToString(),
            ["step"] = draft.Step.ToString(CultureInfo.InvariantCulture),
        };
        return ConsultationContent.Form.Face("draft.submit", arguments, Texts.ChoiceSubmit, known, key => Options(key, units));
    }

    public static StartDraft Read(IReadOnlyDictionary<string, string> inputs, StartDraft before)
    {
        string Text(string key) => Core.Forms.PlainText.Clean(inputs.GetValueOrDefault(key));
        string? Optional(string key) => Text(key) is { Length: > 0 } text ? text : null;
        var units = Text(ConsultationContent.UnitsKey).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return before with
        {
            Account = Text(ConsultationContent.AccountKey),
            OwnTitle = Optional(ConsultationContent.TitleKey),
            Situation =
                Enum.TryParse<Situation>(Text(ConsultationContent.SituationKey), out var situation) && Enum.IsDefined(situation)
                    ? situation
                    : before.Situation,
            SituationChosen = true,
            UnitIds = [.. units.Select(u => Guid.TryParse(u, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct()],
            Negotiation = Optional(ConsultationContent.NegotiationKey),
            OwnView = Optional(ConsultationContent.OwnViewKey),
            UrgentReason = Optional(ConsultationContent.UrgentKey),
        };
    }

    private static IReadOnlyList<FormOption> Options(string key, IReadOnlyList<FormOption> units) =>
        key switch
        {
            ConsultationContent.UnitsKey => units,
            ConsultationContent.SituationKey => [.. Enum.GetValues<Situation>().Select(s => new FormOption(s.ToString(), Situations.Name(s)))],
            _ => [],
        };
}
