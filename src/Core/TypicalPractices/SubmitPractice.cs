using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.TypicalPractices;

/// <summary>
/// 报送典型经验: sends a finished draft to the unit's leader for release. The draft's id becomes the record's id; sending the same draft again answers with the
/// record that it made. What a leader writes goes to the office at once.
/// </summary>
public sealed record SubmitPractice(Guid DraftId, PracticeContent Content, IReadOnlyList<Guid> FileIds) : IRequest<PracticeSubmitted>
{
    internal sealed class Handler : IHandler<SubmitPractice, PracticeSubmitted>
    {
        public async Task<Outcome<PracticeSubmitted>> HandleAsync(SubmitPractice request, Work work, CancellationToken cancel)
        {
            var leader = await Addressees.LeaderOfAsync(work.Db, work.Person.UnitId, cancel);
            var existing = await work.Db.TypicalPractices.FirstOrDefaultAsync(p => p.Id == request.DraftId, cancel);
            if (existing is not null)
            {
                return existing.DrafterId == work.Person.Id ? Answer(existing, leader) : new Refusal(Refusal.NotFound, UseCases.Texts.RecordNotFound);
            }

            if (Check(request, work, leader) is { } refusal)
            {
                return refusal;
            }

            var practice = await MakeAsync(request, work, cancel);
            work.Db.TypicalPractices.Add(practice);
            await Attachments.AddAsync(work.Db, practice.Id, work.Person.Id, request.FileIds, cancel);
            work.Remember(RecordNumber.TypicalPractice, practice.Id, nameof(SubmitPractice), Texts.HistorySubmitted);
            if (PracticeLifecycle.Table.Can(work.Person, PracticeAction.Release, practice))
            {
                PracticeLifecycle.Table.Follow(work.Person, PracticeAction.Release, practice);
                PracticeReleasing.RememberRelease(practice, work);
                await PracticeReleasing.SendToOfficeAsync(practice, work, cancel);
            }
            else
            {
                work.Tell(leader!.Id, PracticeNotices.PleaseRelease(practice, work.Person.Person));
            }

            return Answer(practice, leader);
        }

        private static Refusal? Check(SubmitPractice request, Work work, Person? leader) =>
            !work.Person.WorksFor(work.Person.UnitId) ? new Refusal(Refusal.Forbidden, Texts.OnlyWorkers)
            : request.Content.Complaint() is { } complaint ? new Refusal(Refusal.Invalid, complaint)
            : leader is null ? new Refusal(Refusal.Invalid, Consultations.Texts.NoLeader)
            : null;

        private static async Task<TypicalPractice> MakeAsync(SubmitPractice request, Work work, CancellationToken cancel)
        {
            var practice = new TypicalPractice
            {
                Id = request.DraftId,
                Number = await work.TakeNumberAsync(RecordNumber.TypicalPractice, cancel),
                UnitId = work.Person.UnitId,
                Unit = await work.Db.Units.FirstAsync(u => u.Id == work.Person.UnitId, cancel),
                DrafterId = work.Person.Id,
                Title = "",
                Body = "",
                Author = "",
                Contact = "",
                SubmittedAt = work.Now,
            };
            request.Content.WriteTo(practice, work.Person.Person);
            return practice;
        }

        private static PracticeSubmitted Answer(TypicalPractice record, Person? leader) =>
            new(record.Id, record.Number, record.Title, record.ReleasedAt is null ? leader?.Name : null);
    }
}

/// <summary>The answer to who sent it. <paramref name="LeaderName"/> has to release it; null where it is with the office already.</summary>
public sealed record PracticeSubmitted(Guid Id, string Number, string Title, string? LeaderName);
