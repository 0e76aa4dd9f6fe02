using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Documents.Spreadsheets;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.TypicalPractices.Queries;

namespace SupervisionBot.Core.TypicalPractices.Exported;

/// <summary>One entry of 采用情况.</summary>
public sealed record TakenUp(AdoptionLevel Level, DateOnly On);

/// <summary>A practice as a row.</summary>
/// <param name="Reason">Null for readers to whom it is not told (<see cref="PracticeVisibility.IsInsider"/>).</param>
public sealed record PracticeRow(
    string Number,
    string Title,
    string Unit,
    string Author,
    string Contact,
    DateTimeOffset SubmittedAt,
    DateTimeOffset? ReleasedAt,
    PracticeState State,
    DateTimeOffset? AdoptedAt,
    IReadOnlyList<TakenUp> Adoptions,
    string? Reason
);

/// <summary>典型经验清单.</summary>
internal sealed class PracticeExport()
    : ExportList<PracticeRow>([
        new(Texts.Number, Texts.NumberMeaning, 15, r => SheetCell.Of(r.Number)),
        new(Texts.Title, Texts.TitleMeaning, 40, r => SheetCell.Of(r.Title)),
        new(Texts.Unit, Texts.UnitMeaning, 14, r => SheetCell.Of(r.Unit)),
        new(Texts.Author, Texts.AuthorMeaning, 12, r => SheetCell.Of(r.Author)),
        new(Texts.Contact, Texts.ContactMeaning, 22, r => SheetCell.Of(r.Contact)),
        new(Texts.Submitted, Texts.SubmittedMeaning, 17, r => SheetCell.Of(r.SubmittedAt)),
        new(Texts.Released, Texts.ReleasedMeaning, 17, r => SheetCell.Of(r.ReleasedAt)),
        new(Texts.State, Texts.StateMeaning, 14, r => SheetCell.Of(StateName(r.State))),
        new(Texts.Adopted, Texts.AdoptedMeaning, 17, r => SheetCell.Of(r.AdoptedAt)),
        new(Texts.TakenUp, Texts.TakenUpMeaning, 40, r => SheetCell.Of(LevelsOf(r))),
        new(Texts.Reason, Texts.ReasonMeaning, 40, r => SheetCell.Of(r.Reason)),
    ])
{
    public override string Kind => RecordNumber.TypicalPractice;
    public override string Title => Texts.ListTitle;

    protected override IAsyncEnumerable<PracticeRow> Query(WorkDb db, Actor actor, ExportFilter filter)
    {
        var (begin, end, open) = (filter.Begin, filter.End, PracticePosition.Open);
        var (all, units) = (actor.SeesEverything, actor.UnitIds);
        return db
            .TypicalPractices.VisibleTo(actor)
            .Where(p => p.SubmittedAt >= begin && p.SubmittedAt < end && (!filter.OpenOnly || open.Contains(p.State)))
            .OrderBy(p => p.Unit!.Order)
            .ThenBy(p => p.SubmittedAt)
            .ThenBy(p => p.Number)
            .Select(p => new PracticeRow(
                p.Number,
                p.Title,
                p.Unit!.ShortName,
                p.Author,
                p.Contact,
                p.SubmittedAt,
                p.ReleasedAt,
                p.State,
                p.AdoptedAt,
                p.Adoptions.OrderBy(a => a.On).Select(a => new TakenUp(a.Level, a.On)).ToList(),
                all || units.Contains(p.UnitId) ? p.Reason : null
            ))
            .AsAsyncEnumerable();
    }

    private static string? LevelsOf(PracticeRow row) =>
        row.Adoptions.Count == 0 ? null : string.Join('；', row.Adoptions.Select(a => $"{AdoptionLevels.Name(a.Level)} {ChinaTime.FullDay(a.On)}"));

    private static string StateName(PracticeState state) =>
        state switch
        {
            PracticeState.AwaitingRelease => Texts.StateAwaitingRelease,
            PracticeState.SentBack => Texts.StateSentBack,
            PracticeState.AwaitingReview => Texts.StateAwaitingReview,
            PracticeState.ReturnedForRevision => Texts.StateReturned,
            PracticeState.Adopted => Texts.StateAdopted,
            PracticeState.Reserved => Texts.StateReserved,
            PracticeState.NotAdopted => Texts.StateNotAdopted,
            PracticeState.Cancelled => Texts.StateCancelled,
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, message: null),
        };
}
