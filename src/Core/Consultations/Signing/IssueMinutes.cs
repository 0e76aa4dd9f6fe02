using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Signing;

/// <summary>
/// 印发: the paper takes its number for the year and the date of the sign-off, its consultations are concluded, its resolutions tracked, and every party
/// gets it (domain: a6, a7). One that was issued before keeps its number and goes out again as 更正.
/// </summary>
public sealed record IssueMinutes(Guid RecordId, int? Step) : IRecordRequest<MinutesIssued>
{
    internal sealed class Handler : MinutesHandler<IssueMinutes, MinutesIssued>
    {
        protected override MinutesAction ActionOf(IssueMinutes request) => MinutesAction.Issue;

        // A paper about cases must say what it is not (domain: section 0).
        protected override async Task<Refusal?> CheckAsync(IssueMinutes request, Minutes record, Work work, CancellationToken cancel) =>
            record.Markdown.Contains(Texts.Advisory, StringComparison.Ordinal)
                ? await FollowingThePaper.CheckAsync(record, work, cancel)
                : new Refusal(Refusal.Invalid, Texts.AdvisoryMissing.With(Texts.Advisory));

        protected override async Task<MinutesIssued> ApplyAsync(
            IssueMinutes request,
            Minutes record,
            MinutesState from,
            Work work,
            CancellationToken cancel
        )
        {
            var corrected = record.IssueNumber is not null;
            await NumberAsync(record, corrected, work, cancel);
            record.IssuedAt = work.Now;
            record.IssuedVersion = record.VersionNumber;
            await MinutesVersions.KeepAsync(record, work, cancel);
            MinutesHistory.Remember(
                work,
                record,
                MinutesAction.Issue,
                (corrected ? Texts.HistoryCorrected : Texts.HistoryIssued).With(MinutesNames.IssueMark(record))
            );
            await FollowingThePaper.ApplyAsync(record, work, cancel);
            await Tracking.BeginAsync(record, work, cancel);
            if (!corrected)
            {
                foreach (var consultation in Open(record, work))
                {
                    ConsultationLifecycle.Table.Follow(work.Actor, ConsultationAction.Conclude, consultation);
                }
            }

            var parties = await MinutesParties.OfAsync(record, work.Db, cancel);
            foreach (var (personId, unitId) in parties.People)
            {
                work.Tell(personId, MinutesNotices.Issued(record, unitId));
            }

            return new MinutesIssued(
                record.Id,
                record.Number,
                MinutesNames.Of(record),
                MinutesNames.IssueMark(record)!,
                record.IssuedOn!.Value,
                corrected,
                parties.Units,
                parties.Unreached
            );
        }

        private static IEnumerable<Consultation> Open(Minutes record, Work work) =>
            MinutesHistory.ConsultationsOf(record).Where(c => ConsultationLifecycle.Table.Can(work.Actor, ConsultationAction.Conclude, c));

        private static async Task NumberAsync(Minutes record, bool corrected, Work work, CancellationToken cancel)
        {
            record.IssuedOn = ChinaTime.DateOf(record.SignedAt!.Value);
            if (corrected)
            {
                record.Corrections++;
                return;
            }

            var kind = record.Kind == MinutesKind.Session ? RecordNumber.IssuedMinutes : RecordNumber.IssuedConclusion;
            record.IssueYear = record.IssuedOn.Value.Year;
            record.IssueNumber = await RecordNumber.TakeSequenceAsync(work.Db, kind, record.IssueYear.Value, cancel);
        }
    }
}

/// <summary>
/// The answer to the office. <paramref name="IssueMark"/>: 〔2026〕5号; <paramref name="Units"/> got it, in protocol order;
/// <paramref name="Unreached"/> of them have nobody in the directory who could be written to.
/// </summary>
public sealed record MinutesIssued(
    Guid Id,
    string Number,
    string Name,
    string IssueMark,
    DateOnly IssuedOn,
    bool Corrected,
    IReadOnlyList<string> Units,
    IReadOnlyList<string> Unreached
);
