using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations;

/// <summary>撤回 by the unit that started it. Whoever was still to do something about it hears so, once; its session goes on without it or not at all.</summary>
public sealed record CancelConsultation(Guid RecordId, int? Step, string? Reason) : IRecordRequest<ConsultationCancelled>
{
    internal sealed class Handler : ConsultationHandler<CancelConsultation, ConsultationCancelled>
    {
        protected override ConsultationAction ActionOf(CancelConsultation request) => ConsultationAction.Cancel;

        protected override async Task<Refusal?> CheckAsync(CancelConsultation request, Consultation record, Work work, CancellationToken cancel) =>
            FreeText.Check(Texts.FieldReason, request.Reason, FreeText.ReasonLength)
            ?? await UnderDiscussion.RefusalAsync(work.Db, record.Id, cancel);

        protected override async Task<ConsultationCancelled> ApplyAsync(
            CancelConsultation request,
            Consultation record,
            ConsultationState from,
            Work work,
            CancellationToken cancel
        )
        {
            var reason = FreeText.Kept(request.Reason);
            var taken = from == ConsultationState.Scheduled ? await TakingOff.RunAsync(record, work, cancel) : null;
            work.Remember(
                RecordNumber.Consultation,
                record.Id,
                nameof(ConsultationAction.Cancel),
                reason is null ? Texts.HistoryCancelled : Texts.HistoryCancelledWhy.With(reason)
            );
            var notice = ConsultationNotices.Cancelled(record, reason, taken);
            var (people, told) = await ConcernedAsync(record, from, work, cancel);
            foreach (var id in people.Where(id => taken?.Told.Contains(id) != true))
            {
                work.Tell(id, notice);
            }

            return new ConsultationCancelled(record.Number, record.Title, taken?.Session.Number, taken?.SessionCancelled ?? false, told);
        }

        private static async Task<(HashSet<Guid> People, List<string> Told)> ConcernedAsync(
            Consultation record,
            ConsultationState from,
            Work work,
            CancellationToken cancel
        )
        {
            var people = new HashSet<Guid> { record.DrafterId };
            var told = new List<string>();
            if (from == ConsultationState.AwaitingRelease && await Addressees.LeaderOfAsync(work.Db, record.UnitId, cancel) is { } leader)
            {
                people.Add(leader.Id);
                told.AddRange(leader.Id == work.Actor?.Id ? [] : [leader.Name]);
            }

            if (from is ConsultationState.AwaitingAdmission || record.AdmittedAt is not null)
            {
                people.UnionWith((await Addressees.OfficeAsync(work.Db, cancel)).ConvertAll(p => p.Id));
                told.Add(Texts.PartyOffice);
            }

            if (record.AdmittedAt is not null)
            {
                var units = record.InvitedUnits.ConvertAll(i => i.UnitId);
                var contacts = await Addressees.ContactsOfAsync(work.Db, units, cancel);
                people.UnionWith(contacts.Values.Select(p => p.Id));
                told.AddRange(await UnitNames.OfAsync(work.Db, [.. contacts.Keys], cancel));
            }

            return (people, told);
        }
    }
}

/// <summary>
/// The answer to who called it off: whether a session lost it (<paramref name="SessionNumber"/>) or was called off with it, and who was told.
/// </summary>
public sealed record ConsultationCancelled(string Number, string Title, string? SessionNumber, bool SessionCancelled, IReadOnlyList<string> Told);
