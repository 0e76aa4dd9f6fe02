using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Queries;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Documents.Spreadsheets;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Exported;

/// <summary>A consultation as a row: what everybody who may see it may know. What the units answered is not in it.</summary>
public sealed record ConsultationRow(
    string Number,
    string Title,
    string Unit,
    string Drafter,
    Situation Situation,
    string? UrgentReason,
    IEnumerable<string> InvitedUnits,
    DateTimeOffset StartedAt,
    DateTimeOffset? ReleasedAt,
    DateTimeOffset? AdmittedAt,
    AdmissionRoute? Route,
    DateTimeOffset? ViewsDue,
    ConsultationState State,
    string Account
);

/// <summary>会商清单.</summary>
internal sealed class ConsultationExport()
    : ExportList<ConsultationRow>([
        new(Texts.Number, Texts.NumberMeaning, 15, r => SheetCell.Of(r.Number)),
        new(Texts.Title, Texts.TitleMeaning, 40, r => SheetCell.Of(r.Title)),
        new(Texts.Unit, Texts.UnitMeaning, 18, r => SheetCell.Of(r.Unit)),
        new(Texts.Drafter, Texts.DrafterMeaning, 10, r => SheetCell.Of(r.Drafter)),
        new(Texts.Situation, Texts.SituationMeaning, 24, r => SheetCell.Of(Situations.Name(r.Situation))),
        new(Texts.Urgent, Texts.UrgentMeaning, 20, r => SheetCell.Of(r.UrgentReason)),
        new(Texts.Invited, Texts.InvitedMeaning, 30, r => SheetCell.Of(string.Join('、', r.InvitedUnits))),
        new(Texts.Started, Texts.StartedMeaning, 17, r => SheetCell.Of(r.StartedAt)),
        new(Texts.Released, Texts.ReleasedMeaning, 17, r => SheetCell.Of(r.ReleasedAt)),
        new(Texts.Admitted, Texts.AdmittedMeaning, 17, r => SheetCell.Of(r.AdmittedAt)),
        new(Texts.Route, Texts.RouteMeaning, 16, r => SheetCell.Of(ExportNames.Of(r.Route))),
        new(Texts.ViewsDue, Texts.ViewsDueMeaning, 17, r => SheetCell.Of(r.ViewsDue)),
        new(Texts.State, Texts.StateMeaning, 16, r => SheetCell.Of(ExportNames.Of(r.State))),
        new(Texts.Account, Texts.AccountMeaning, 60, r => SheetCell.Of(r.Account)),
    ])
{
    public override string Kind => RecordNumber.Consultation;
    public override string Title => Texts.ListTitle;

    protected override IAsyncEnumerable<ConsultationRow> Query(WorkDb db, Actor actor, ExportFilter filter)
    {
        var (begin, end) = (filter.Begin, filter.End);
        var records = db.Consultations.AsNoTracking().VisibleTo(actor).Where(c => c.StartedAt >= begin && c.StartedAt < end);
        if (filter.OpenOnly)
        {
            var open = ConsultationPosition.Open;
            records = records.Where(c => open.Contains(c.State));
        }

        return records
            .OrderBy(c => c.Unit!.Order)
            .ThenBy(c => c.StartedAt)
            .ThenBy(c => c.Number)
            .Select(c => new ConsultationRow(
                c.Number,
                c.Title,
                c.Unit!.ShortName,
                c.Drafter!.Name,
                c.Situation,
                c.UrgentReason,
                c.InvitedUnits.OrderBy(i => i.Unit!.Order).Select(i => i.Unit!.ShortName).ToList(),
                c.StartedAt,
                c.ReleasedAt,
                c.AdmittedAt,
                c.Route,
                c.ViewsDue,
                c.State,
                c.Account
            ))
            .AsAsyncEnumerable();
    }
}
