using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations;

/// <summary>
/// 反馈书面意见, for the actor's unit: 我局意见 and 与我局职责无关 with their basis, or 无意见. It can be replaced until the session opens. The office hears
/// once, when the last view is in.
/// </summary>
/// <param name="UnitId">Null is the actor's own unit.</param>
/// <param name="Basis">依据: law and article, or the document that says so.</param>
public sealed record GiveView(Guid RecordId, Guid? UnitId, ViewKind Kind, string Text, string? Basis) : IRecordRequest<ViewGiven>
{
    internal const int TextLength = 2000;

    /// <summary>A view does not hang on a step: it is welcome as long as the session has not begun.</summary>
    int? IRecordRequest<ViewGiven>.Step => null;

    internal sealed class Handler : ConsultationHandler<GiveView, ViewGiven>
    {
        protected override ConsultationAction ActionOf(GiveView request) => ConsultationAction.GiveView;

        protected override async Task<Refusal?> CheckAsync(GiveView request, Consultation record, Work work, CancellationToken cancel)
        {
            if (UnitOf(request, record, work.Person) is null)
            {
                return new Refusal(Refusal.Forbidden, Texts.OwnViewOnly);
            }

            if (!Enum.IsDefined(request.Kind))
            {
                return new Refusal(Refusal.Invalid, Texts.NoView);
            }

            return FreeText.Check(Texts.FieldView, request.Text, TextLength, request.Kind == ViewKind.Own ? Texts.NoView : null)
                ?? FreeText.Check(Texts.FieldBasis, request.Basis, FreeText.ReasonLength, request.Kind == ViewKind.None ? null : Texts.NoBasis)
                ?? await UnderDiscussion.RefusalAsync(work.Db, record.Id, cancel);
        }

        protected override async Task<ViewGiven> ApplyAsync(
            GiveView request,
            Consultation record,
            ConsultationState from,
            Work work,
            CancellationToken cancel
        )
        {
            var invited = UnitOf(request, record, work.Person)!;
            var before = invited.ViewAt is null ? null : ViewWords.Whole(invited);
            var wasComplete = record.InvitedUnits.TrueForAll(i => i.ViewAt is not null);
            invited.ViewKind = request.Kind;
            invited.ViewText = FreeText.Kept(request.Text);
            invited.ViewBasis = FreeText.Kept(request.Basis);
            invited.ViewById = work.Person.Id;
            invited.ViewAt = work.Now;
            var unit = await work.Db.Units.AsNoTracking().FirstAsync(u => u.Id == invited.UnitId, cancel);
            work.Remember(
                RecordNumber.Consultation,
                record.Id,
                nameof(ConsultationAction.GiveView),
                (before is null ? Texts.HistoryView : Texts.HistoryViewReplaced).With(unit.ShortName),
                onBehalfOf: work.Person.UnitId == unit.Id ? null : StoodInFor(work.Person, unit.Id),
                before: before,
                after: ViewWords.Whole(invited)
            );
            var missing = record.InvitedUnits.Count(i => i.ViewAt is null);
            if (!wasComplete && missing == 0)
            {
                await Releasing.TellOfficeAsync(await OfficeNotices.ViewsCompleteAsync(work.Db, record, cancel), work, cancel);
            }

            return new ViewGiven(record.Number, record.Title, unit.ShortName, request.Kind, before is not null, missing);
        }

        private static InvitedUnit? UnitOf(GiveView request, Consultation record, Actor actor) =>
            record
                .InvitedUnits.Where(i => actor.WorksFor(i.UnitId) && (request.UnitId is null || i.UnitId == request.UnitId))
                .OrderByDescending(i => i.UnitId == actor.UnitId)
                .FirstOrDefault();

        private static Guid? StoodInFor(Actor actor, Guid unitId) => actor.DeputyFor.FirstOrDefault(p => p.UnitId == unitId)?.Id;
    }
}

/// <summary>The answer to who gave it. <paramref name="Replaced"/>: it took the place of an earlier one; <paramref name="Missing"/>: views still to come.</summary>
public sealed record ViewGiven(string Number, string Title, string UnitName, ViewKind Kind, bool Replaced, int Missing);
