using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Forms;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.AssistanceOrders;

/// <summary>What a township says in an order. Only what is wanted is required; units come from the words or the matter list.</summary>
/// <param name="UnitIds">One where the department is certain; several or none leave it to the office.</param>
/// <param name="WishedOn">希望日期, Shanghai.</param>
/// <param name="PeriodTo">跟班学习: the last day.</param>
public sealed record OrderContent(
    string Title,
    OrderKind Kind,
    string Account,
    IReadOnlyList<Guid> UnitIds,
    int? PeopleWanted = null,
    DateOnly? WishedOn = null,
    TimeOnly? WishedTime = null,
    DateOnly? PeriodTo = null,
    string? Trainees = null,
    UrgentGround? Urgent = null
)
{
    public const string TitleKey = "title";
    public const string AccountKey = "account";
    public const int AccountLength = 5000;
    public const int MostPeople = 200;
    private const int TraineesLength = 200;

    /// <summary>What is written in words, for the check here and while it is a draft.</summary>
    public static Form Form { get; } =
        new(
            new FormField(AccountKey, Texts.FieldAccount, FieldKind.LongText, AccountLength, Texts.NoAccount),
            new FormField(TitleKey, Texts.FieldTitle, FieldKind.Text, ConsultationTitle.MaxLength)
        );

    /// <summary>The sentence about what is missing or wrong; null when it will do.</summary>
    internal async Task<string?> CheckAsync(Work work, Guid unitId, CancellationToken cancel)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal) { [AccountKey] = Account, [TitleKey] = Title };
        if (Form.Check(values) is [var first, ..])
        {
            return first;
        }

        if (SensitiveText.SecrecyRefusal(PlainText.Clean($"{Title}\n{Account}\n{Trainees}")) is { } secret)
        {
            return secret;
        }

        if (!Enum.IsDefined(Kind) || (Urgent is { } ground && !Enum.IsDefined(ground)))
        {
            return Texts.UnknownKind;
        }

        if (PeopleWanted is < 1 or > MostPeople)
        {
            return Texts.PeopleOutOfRange.With(MostPeople);
        }

        return FreeText.Check(Texts.FieldTrainees, Trainees, TraineesLength)?.Sentence
            ?? CheckDays(work.Today)
            ?? await InvitedUnitsCheck.ComplaintAsync(work.Db, unitId, UnitIds, cancel);
    }

    private string? CheckDays(DateOnly today) =>
        WishedOn < today ? Texts.DayPassed.With(ChinaTime.FullDay(WishedOn.Value))
        : WishedOn > today.AddYears(1) ? Texts.DayTooFar.With(ChinaTime.FullDay(WishedOn.Value))
        : PeriodTo > today.AddYears(1) ? Texts.DayTooFar.With(ChinaTime.FullDay(PeriodTo.Value))
        : PeriodTo < (WishedOn ?? today) ? Texts.PeriodBackwards
        : null;
}
