using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations;

/// <summary>修改后再报: the whole content anew, with files to add, before the leader has released it. The leader gets a fresh request.</summary>
public sealed record AmendConsultation(Guid RecordId, int? Step, ConsultationContent Content, IReadOnlyList<Guid> FileIds)
    : IRecordRequest<ConsultationAmended>
{
    internal sealed class Handler : ConsultationHandler<AmendConsultation, ConsultationAmended>
    {
        protected override ConsultationAction ActionOf(AmendConsultation request) => ConsultationAction.Amend;

        protected override bool ChangesWhatIsDecided(AmendConsultation request, Consultation record) => true;

        protected override async Task<Refusal?> CheckAsync(AmendConsultation request, Consultation record, Work work, CancellationToken cancel)
        {
            if (await request.Content.CheckAsync(work, record.UnitId, record.WishedAt, cancel) is { } complaint)
            {
                return new Refusal(Refusal.Invalid, complaint);
            }

            return await Addressees.LeaderOfAsync(work.Db, record.UnitId, cancel) is null ? new Refusal(Refusal.Invalid, Texts.NoLeader) : null;
        }

        protected override async Task<ConsultationAmended> ApplyAsync(
            AmendConsultation request,
            Consultation record,
            ConsultationState from,
            Work work,
            CancellationToken cancel
        )
        {
            var before = await ConsultationSnapshot.OfAsync(work.Db, record, cancel);
            request.Content.WriteTo(record);
            record.ReturnReason = null;
            await Attachments.AddAsync(work.Db, record.Id, work.Person.Id, request.FileIds, cancel);
            var after = await ConsultationSnapshot.OfAsync(work.Db, record, cancel);
            work.Remember(RecordNumber.Consultation, record.Id, nameof(ConsultationAction.Amend), Texts.HistoryAmended, before: before, after: after);
            var leader = (await Addressees.LeaderOfAsync(work.Db, record.UnitId, cancel))!;
            work.Tell(leader.Id, await ConsultationNotices.PleaseReleaseAsync(work.Db, record, record.Drafter!, cancel));
            return new ConsultationAmended(record.Number, record.Title, leader.Name);
        }
    }
}

/// <summary>The answer to who amended it.</summary>
public sealed record ConsultationAmended(string Number, string Title, string LeaderName);
