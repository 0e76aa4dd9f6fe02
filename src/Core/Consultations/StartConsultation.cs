using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations;

/// <summary>
/// 发起会商: sends a finished draft to the unit's leader for release. The draft's id becomes the record's id; sending the same draft again answers with
/// the record that it made. Where the leader starts it, it is released with that and goes to the office at once.
/// </summary>
public sealed record StartConsultation(Guid DraftId, ConsultationContent Content, IReadOnlyList<Guid> FileIds) : IRequest<ConsultationStarted>
{
    internal sealed class Handler(DeadlineRules rules) : IHandler<StartConsultation, ConsultationStarted>
    {
        public async Task<Outcome<ConsultationStarted>> HandleAsync(StartConsultation request, Work work, CancellationToken cancel)
        {
            var leader = await Addressees.LeaderOfAsync(work.Db, work.Person.UnitId, cancel);
            var existing = await work.Db.Consultations.FirstOrDefaultAsync(c => c.Id == request.DraftId, cancel);
            if (existing is not null && existing.DrafterId != work.Person.Id)
            {
                return new Refusal(Refusal.NotFound, UseCases.Texts.RecordNotFound);
            }

            if (existing is not null)
            {
                return Answer(existing, leader);
            }

            if (await CheckAsync(request, work, leader, cancel) is { } refusal)
            {
                return refusal;
            }

            var consultation = await MakeAsync(request, work, cancel);
            work.Db.Consultations.Add(consultation);
            await Attachments.AddAsync(work.Db, consultation.Id, work.Person.Id, request.FileIds, cancel);
            work.Remember(RecordNumber.Consultation, consultation.Id, nameof(StartConsultation), Texts.HistoryStarted);
            if (work.Person.Person.Roles.Contains(Role.UnitLeader))
            {
                await ReleaseAtOnceAsync(consultation, work, cancel);
            }
            else
            {
                work.Tell(leader!.Id, await ConsultationNotices.PleaseReleaseAsync(work.Db, consultation, work.Person.Person, cancel));
            }

            return Answer(consultation, leader);
        }

        private static ConsultationStarted Answer(Consultation record, Person? leader) =>
            new(record.Id, record.Number, record.Title, leader?.Name ?? "", record.AdmissionDue);

        private static async Task<Refusal?> CheckAsync(StartConsultation request, Work work, Person? leader, CancellationToken cancel)
        {
            if (!work.Person.WorksFor(work.Person.UnitId))
            {
                return new Refusal(Refusal.Forbidden, Texts.OnlyWorkers);
            }

            if (await request.Content.CheckAsync(work, work.Person.UnitId, null, cancel) is { } complaint)
            {
                return new Refusal(Refusal.Invalid, complaint);
            }

            return leader is null ? new Refusal(Refusal.Invalid, Texts.NoLeader) : null;
        }

        private static async Task<Consultation> MakeAsync(StartConsultation request, Work work, CancellationToken cancel)
        {
            var consultation = new Consultation
            {
                Id = request.DraftId,
                Number = await work.TakeNumberAsync(RecordNumber.Consultation, cancel),
                UnitId = work.Person.UnitId,
                DrafterId = work.Person.Id,
                Title = "",
                Situation = request.Content.Situation,
                Account = "",
                StartedAt = work.Now,
            };
            request.Content.WriteTo(consultation);
            return consultation;
        }

        private Task ReleaseAtOnceAsync(Consultation consultation, Work work, CancellationToken cancel)
        {
            consultation.State = ConsultationLifecycle.Table.Find(work.Person, ConsultationAction.Release, consultation).Row!.To;
            consultation.Step++;
            work.Remember(RecordNumber.Consultation, consultation.Id, nameof(ConsultationAction.Release), Texts.HistoryReleased);
            return Releasing.SendToOfficeAsync(consultation, work, rules, cancel);
        }
    }
}

/// <summary>
/// The answer to the person who sent it. <paramref name="AdmissionDue"/> is set once it is with the office: at once, where the sender is the leader.
/// </summary>
public sealed record ConsultationStarted(Guid Id, string Number, string Title, string LeaderName, DateTimeOffset? AdmissionDue = null);
