using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations;

/// <summary>
/// 发起会商: sends a finished draft to the unit's leader for release. The draft's id becomes the record's id; sending the same draft again answers with
/// the record that it made.
/// </summary>
public sealed record StartConsultation(Guid DraftId, ConsultationContent Content, IReadOnlyList<Guid> FileIds) : IRequest<ConsultationStarted>
{
    internal sealed class Handler : IHandler<StartConsultation, ConsultationStarted>
    {
        public async Task<Outcome<ConsultationStarted>> HandleAsync(StartConsultation request, Work work, CancellationToken cancel)
        {
            var existing = await work.Db.Consultations.FirstOrDefaultAsync(c => c.Id == request.DraftId, cancel);
            var leader = await Addressees.LeaderOfAsync(work.Db, work.Person.UnitId, cancel);
            if (existing is not null && leader is not null)
            {
                return new ConsultationStarted(existing.Id, existing.Number, existing.Title, leader.Name);
            }

            if (await CheckAsync(request, work, leader, cancel) is { } refusal)
            {
                return refusal;
            }

            var consultation = await MakeAsync(request, work, cancel);
            work.Db.Consultations.Add(consultation);
            await Attachments.AddAsync(work.Db, consultation.Id, request.FileIds, cancel);
            work.Remember(RecordNumber.Consultation, consultation.Id, nameof(StartConsultation), Texts.HistoryStarted);
            var notice = await ConsultationNotices.PleaseReleaseAsync(work.Db, consultation, work.Person.Person, cancel);
            work.Tell(leader!.Id, notice);
            return new ConsultationStarted(consultation.Id, consultation.Number, consultation.Title, leader.Name);
        }

        private static async Task<Refusal?> CheckAsync(StartConsultation request, Work work, Person? leader, CancellationToken cancel)
        {
            if (!work.Person.WorksFor(work.Person.UnitId))
            {
                return new Refusal(Refusal.Forbidden, Texts.OnlyWorkers);
            }

            if (await request.Content.CheckAsync(work.Db, work.Person.UnitId, cancel) is { } complaint)
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
                Title = request.Content.Title,
                Situation = request.Content.Situation,
                Account = request.Content.Account,
                StartedAt = work.Now,
            };
            request.Content.WriteTo(consultation);
            return consultation;
        }
    }
}

/// <summary>The answer to the person who sent it.</summary>
public sealed record ConsultationStarted(Guid Id, string Number, string Title, string LeaderName);
