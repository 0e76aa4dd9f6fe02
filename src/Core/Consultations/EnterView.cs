using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.History;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations;

/// <summary>
/// 代录意见 by the office: what a unit said on the telephone. It stands in the record as entered on its behalf; the unit hears, and may put its own in its place until
/// the session opens.
/// </summary>
public sealed record EnterView(Guid RecordId, Guid UnitId, ViewKind Kind, string Text, string? Basis) : IRecordRequest<ViewGiven>
{
    /// <summary>As with <see cref="GiveView"/>: welcome as long as the session has not begun.</summary>
    int? IRecordRequest<ViewGiven>.Step => null;

    internal sealed class Handler : ConsultationHandler<EnterView, ViewGiven>
    {
        protected override ConsultationAction ActionOf(EnterView request) => ConsultationAction.EnterView;

        protected override async Task<Refusal?> CheckAsync(EnterView request, Consultation record, Work work, CancellationToken cancel) =>
            record.InvitedUnits.Find(i => i.UnitId == request.UnitId) switch
            {
                null => new Refusal(Refusal.Invalid, Texts.NotInvited),
                { ViewAt: not null } => new Refusal(Refusal.Stale, Texts.ViewIsThere),
                _ => FreeText.Check(Texts.FieldView, request.Text, GiveView.TextLength, request.Kind == ViewKind.Own ? Texts.NoView : null)
                    ?? FreeText.Check(Texts.FieldBasis, request.Basis, FreeText.ReasonLength)
                    ?? await UnderDiscussion.RefusalAsync(work.Db, record.Id, cancel),
            };

        protected override async Task<ViewGiven> ApplyAsync(
            EnterView request,
            Consultation record,
            ConsultationState from,
            Work work,
            CancellationToken cancel
        )
        {
            var invited = record.InvitedUnits.First(i => i.UnitId == request.UnitId);
            invited.ViewKind = request.Kind;
            invited.ViewText = FreeText.Kept(request.Text);
            invited.ViewBasis = FreeText.Kept(request.Basis);
            invited.ViewById = work.Person.Id;
            invited.ViewAt = work.Now;
            var unit = await work.Db.Units.AsNoTracking().FirstAsync(u => u.Id == request.UnitId, cancel);
            var contact = (await Addressees.ContactsOfAsync(work.Db, [unit.Id], cancel)).GetValueOrDefault(unit.Id);
            work.Remember(
                RecordNumber.Consultation,
                record.Id,
                nameof(ConsultationAction.EnterView),
                Texts.HistoryViewEntered.With(unit.ShortName),
                Means.Phone,
                contact?.Id,
                after: ViewWords.Whole(invited)
            );
            if (contact is not null)
            {
                work.Tell(
                    contact.Id,
                    new Message
                    {
                        Title = Texts.NoticeViewEnteredTitle.With(record.Title),
                        Text = Texts.NoticeViewEnteredText.With(Addressees.Line(work.Person.Person), ViewWords.Whole(invited)),
                        Choices = [.. ConsultationChoices.Views(record, unit), ConsultationChoices.Full(record)],
                        Footer = ConsultationChoices.Footer(record),
                    }
                );
            }

            var missing = record.InvitedUnits.Count(i => i.ViewAt is null);
            if (missing == 0)
            {
                await Releasing.TellOfficeAsync(await OfficeNotices.ViewsCompleteAsync(work.Db, record, cancel), work, cancel);
            }

            return new ViewGiven(record.Number, record.Title, unit.ShortName, request.Kind, Replaced: false, missing);
        }
    }
}
