using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Forms;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations;

/// <summary>What the initiating unit says in a consultation (domain: a3): the same when it is started, amended and completed.</summary>
public sealed record ConsultationContent(
    string Title,
    Situation Situation,
    string Account,
    IReadOnlyList<Guid> UnitIds,
    string? Negotiation = null,
    string? OwnView = null,
    string? UrgentReason = null,
    DateTimeOffset? WishedAt = null
)
{
    public const string TitleKey = "title";
    public const string AccountKey = "account";
    public const string UnitsKey = "units";
    public const string SituationKey = "situation";
    public const string NegotiationKey = "negotiation";
    public const string OwnViewKey = "own_view";
    public const string UrgentKey = "urgent";

    /// <summary>详细填写: one definition for the card, the questions and the check. Only what happened is required.</summary>
    public static Form Form { get; } =
        new(
            new FormField(AccountKey, Texts.FieldAccount, FieldKind.LongText, 5000, Texts.NoAccount),
            new FormField(TitleKey, Texts.FieldTitle, FieldKind.Text, 30),
            new FormField(SituationKey, Texts.FieldSituation, FieldKind.Choice, 40),
            new FormField(UnitsKey, Texts.FieldUnits, FieldKind.MultiChoice, 2000),
            new FormField(NegotiationKey, Texts.FieldNegotiation, FieldKind.LongText, 1000),
            new FormField(OwnViewKey, Texts.FieldOwnView, FieldKind.LongText, 2000),
            new FormField(UrgentKey, Texts.FieldUrgent, FieldKind.Text, 200)
        );

    internal async Task<string?> CheckAsync(WorkDb db, Guid unitId, CancellationToken cancel)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            [AccountKey] = Account,
            [TitleKey] = Title,
            [NegotiationKey] = Negotiation ?? "",
            [OwnViewKey] = OwnView ?? "",
            [UrgentKey] = UrgentReason ?? "",
        };
        if (Form.Check(values) is [var first, ..])
        {
            return first;
        }

        var all = string.Join('\n', values.Values);
        if (SensitiveText.SecrecyRefusal(all) is { } secret)
        {
            return secret;
        }

        if (UnitIds.Contains(unitId))
        {
            return Texts.OwnUnitInvited;
        }

        var known = await db.Units.CountAsync(u => UnitIds.Contains(u.Id), cancel);
        return known == UnitIds.Distinct().Count() ? null : Texts.UnknownUnit;
    }

    internal void WriteTo(Consultation consultation)
    {
        consultation.Title = PlainText.Clean(Title);
        consultation.Situation = Situation;
        consultation.Account = PlainText.Clean(Account);
        consultation.Negotiation = Optional(Negotiation);
        consultation.OwnView = Optional(OwnView);
        consultation.UrgentReason = Optional(UrgentReason);
        consultation.WishedAt = WishedAt;
        consultation.InvitedUnits.RemoveAll(i => !UnitIds.Contains(i.UnitId));
        foreach (var unitId in UnitIds.Distinct().Where(id => !consultation.InvitedUnits.Exists(i => i.UnitId == id)))
        {
            consultation.InvitedUnits.Add(new InvitedUnit { ConsultationId = consultation.Id, UnitId = unitId });
        }
    }

    private static string? Optional(string? text) => PlainText.Clean(text) is { Length: > 0 } clean ? clean : null;
}
