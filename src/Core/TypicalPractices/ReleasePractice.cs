using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.TypicalPractices;

/// <summary>审签: the unit's leader agrees, and the practice goes to the task-force office.</summary>
public sealed record ReleasePractice(Guid RecordId, int? Step) : IRecordRequest<PracticeReleased>
{
    internal sealed class Handler : PracticeHandler<ReleasePractice, PracticeReleased>
    {
        protected override PracticeAction ActionOf(ReleasePractice request) => PracticeAction.Release;

        protected override async Task<PracticeReleased> ApplyAsync(
            ReleasePractice request,
            TypicalPractice record,
            PracticeState from,
            Work work,
            CancellationToken cancel
        )
        {
            record.ReleasedOnBehalf = false;
            PracticeReleasing.RememberRelease(record, work);
            await PracticeReleasing.SendToOfficeAsync(record, work, cancel);
            work.Tell(record.DrafterId, PracticeDrafterNotices.Released(record, work.Person.Person.Name));
            return await PracticeReleasing.AnswerAsync(record, work.Person.Person.Name, work, cancel);
        }
    }
}
