using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Forms;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;

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
            new FormField(AccountKey, Texts.FieldAccount, FieldKind.LongText, MaterialAdding.AccountLength, Texts.NoAccount),
            new FormField(TitleKey, Texts.FieldTitle, FieldKind.Text, ConsultationTitle.MaxLength),
            new FormField(SituationKey, Texts.FieldSituation, FieldKind.Choice, 40),
            new FormField(UnitsKey, Texts.FieldUnits, FieldKind.MultiChoice, 2000),
            new FormField(NegotiationKey, Texts.FieldNegotiation, FieldKind.LongText, 1000),
            new FormField(OwnViewKey, Texts.FieldOwnView, FieldKind.LongText, 2000),
            new FormField(UrgentKey, Texts.FieldUrgent, FieldKind.Text, 200)
        );

    /// <summary>The sentence about what is missing or wrong; null when it will do.</summary>
    /// <param name="wishedBefore">The wish that the record carries already: it may have passed meanwhile.</param>
    internal async Task<string?> CheckAsync(Work work, Guid unitId, DateTimeOffset? wishedBefore, CancellationToken cancel)
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

        if (SensitiveText.SecrecyRefusal(string.Join('\n', values.Values.Select(PlainText.Clean))) is { } secret)
        {
            return secret;
        }

        if (!Enum.IsDefined(Situation))
        {
            return Texts.UnknownSituation;
        }

        return (WishedAt == wishedBefore ? null : CheckWish(work.Now)) ?? await InvitedUnitsCheck.ComplaintAsync(work.Db, unitId, UnitIds, cancel);
    }

    private string? CheckWish(DateTimeOffset now) =>
        WishedAt < now ? Texts.WishPassed.With(ChinaTime.FullDay(ChinaTime.DateOf(WishedAt.Value)))
        : WishedAt > now.AddYears(1) ? Texts.WishTooFar.With(ChinaTime.FullDay(ChinaTime.DateOf(WishedAt.Value)))
        : null;

    internal void WriteTo(Consultation consultation)
    {
        consultation.Title =
            ConsultationTitle.Of(Title) ?? (consultation.Title is { Length: > 0 } kept ? kept : ConsultationTitle.FirstClause(Account));
        consultation.Situation = Situation;
        consultation.Account = PlainText.Clean(Account);
        consultation.Negotiation = FreeText.Kept(Negotiation);
        consultation.OwnView = FreeText.Kept(OwnView);
        consultation.UrgentReason = FreeText.Kept(UrgentReason);
        consultation.WishedAt = WishedAt;
        InvitedUnitsCheck.Invite(consultation, UnitIds);
    }
}
