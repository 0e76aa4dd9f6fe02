using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.TypicalPractices;

/// <summary>
/// 修改后再报: the whole content anew. Before the release the leader is asked again; what the office returned goes straight back to it, and so does what the leader
/// amended themselves.
/// </summary>
public sealed record AmendPractice(Guid RecordId, int? Step, PracticeContent Content, IReadOnlyList<Guid> FileIds) : IRecordRequest<PracticeAmended>
{
    internal sealed class Handler : PracticeHandler<AmendPractice, PracticeAmended>
    {
        protected override PracticeAction ActionOf(AmendPractice request) => PracticeAction.Amend;

        protected override bool ChangesWhatIsDecided(AmendPractice request, TypicalPractice record) => true;

        protected override async Task<Refusal?> CheckAsync(AmendPractice request, TypicalPractice record, Work work, CancellationToken cancel)
        {
            if (request.Content.Complaint() is { } complaint)
            {
                return new Refusal(Refusal.Invalid, complaint);
            }

            return await Addressees.LeaderOfAsync(work.Db, record.UnitId, cancel) is null
                ? new Refusal(Refusal.Invalid, Consultations.Texts.NoLeader)
                : null;
        }

        protected override async Task<PracticeAmended> ApplyAsync(
            AmendPractice request,
            TypicalPractice record,
            PracticeState from,
            Work work,
            CancellationToken cancel
        )
        {
            var before = Snapshot(record);
            request.Content.WriteTo(record, record.Drafter!);
            record.Reason = null;
            await Attachments.AddAsync(work.Db, record.Id, work.Person.Id, request.FileIds, cancel);
            var toOffice = record.State == PracticeState.AwaitingReview;
            work.Remember(
                RecordNumber.TypicalPractice,
                record.Id,
                nameof(PracticeAction.Amend),
                toOffice ? Texts.HistoryAmendedForOffice : Texts.HistoryAmended,
                onBehalfOf: from == PracticeState.ReturnedForRevision ? null : work.Person.StandsInFor(Role.UnitLeader, record.UnitId),
                before: before,
                after: Snapshot(record)
            );
            if (toOffice)
            {
                await PracticeReleasing.SendToOfficeAsync(record, work, cancel);
                return new PracticeAmended(record.Id, record.Number, record.Title, null);
            }

            var leader = (await Addressees.LeaderOfAsync(work.Db, record.UnitId, cancel))!;
            work.Tell(leader.Id, PracticeNotices.PleaseRelease(record, record.Drafter!));
            return new PracticeAmended(record.Id, record.Number, record.Title, leader.Name);
        }

        private static string Snapshot(TypicalPractice record) =>
            string.Join(
                '\n',
                $"{Texts.FieldTitle}：{record.Title}",
                $"{Texts.FieldAuthor}：{record.Author}",
                $"{Texts.FieldContact}：{record.Contact}",
                record.Body
            );
    }
}

/// <summary>The answer to who amended it. <paramref name="LeaderName"/> has to release it; null where it is with the office again.</summary>
public sealed record PracticeAmended(Guid Id, string Number, string Title, string? LeaderName);
