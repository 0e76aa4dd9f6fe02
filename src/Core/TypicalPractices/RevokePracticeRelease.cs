using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.TypicalPractices;

/// <summary>撤回代录的同意: the leader takes back an agreement that was entered for them, and decides anew.</summary>
public sealed record RevokePracticeRelease(Guid RecordId, int? Step) : IRecordRequest<PracticeReleaseRevoked>
{
    internal sealed class Handler : PracticeHandler<RevokePracticeRelease, PracticeReleaseRevoked>
    {
        protected override PracticeAction ActionOf(RevokePracticeRelease request) => PracticeAction.RevokeRelease;

        protected override async Task<PracticeReleaseRevoked> ApplyAsync(
            RevokePracticeRelease request,
            TypicalPractice record,
            PracticeState from,
            Work work,
            CancellationToken cancel
        )
        {
            record.ReleasedOnBehalf = false;
            record.ReleasedAt = null;
            RememberAsLeader(work, record, PracticeAction.RevokeRelease, Texts.HistoryRevoked);
            work.Tell(record.DrafterId, PracticeDrafterNotices.ReleaseRevoked(record, work.Person.Person));
            await Releasing.TellOfficeAsync(PracticeNotices.ReleaseRevoked(record), work, cancel);
            return new PracticeReleaseRevoked(record.Id, record.Number, record.Title);
        }
    }
}

/// <summary>The answer to the leader; the practice waits for their own decision now.</summary>
public sealed record PracticeReleaseRevoked(Guid Id, string Number, string Title);
