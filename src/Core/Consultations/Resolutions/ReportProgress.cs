using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Resolutions;

/// <summary>
/// 报进展 by one of the units of a resolution; 报办结 by the responsible unit, which answers for the whole. The office hears of what it has to decide:
/// that something was reported as done.
/// </summary>
/// <param name="FileIds">Files of the actor that wait for a record.</param>
/// <param name="Done">Reported as done: the office closes it out or sends it back.</param>
public sealed record ReportProgress(Guid RecordId, int? Step, string Text, IReadOnlyList<Guid> FileIds, bool Done) : IRecordRequest<ProgressReported>
{
    private const int MaxText = 2000;

    internal sealed class Handler : ResolutionHandler<ReportProgress, ProgressReported>
    {
        protected override ResolutionAction ActionOf(ReportProgress request) =>
            request.Done ? ResolutionAction.ReportDone : ResolutionAction.ReportProgress;

        protected override Task<Refusal?> CheckAsync(ReportProgress request, Resolution record, Work work, CancellationToken cancel) =>
            Task.FromResult(FreeText.Check(Texts.FieldProgress, request.Text, MaxText, Texts.NoProgress));

        protected override async Task<ProgressReported> ApplyAsync(
            ReportProgress request,
            Resolution record,
            ResolutionState from,
            Work work,
            CancellationToken cancel
        )
        {
            var unitId = UnitOf(record, work);
            var unit = await work.Db.Units.FirstAsync(u => u.Id == unitId, cancel);
            var report = new ProgressReport
            {
                Id = work.NewId(),
                ResolutionId = record.Id,
                UnitId = unitId,
                ById = work.Person.Id,
                At = work.Now,
                Text = FreeText.Kept(request.Text)!,
                Done = request.Done,
            };
            work.Db.Add(report);
            var files = await Attachments.AddAsync(work.Db, record.Id, work.Person.Id, request.FileIds, cancel);
            work.Remember(
                RecordNumber.RegisterTask,
                record.Id,
                (request.Done ? ResolutionAction.ReportDone : ResolutionAction.ReportProgress).ToString(),
                (request.Done ? Texts.HistoryDone : Texts.HistoryProgress).With(unit.ShortName),
                onBehalfOf: work.Person.UnitId == unitId ? null : work.Person.DeputyFor.FirstOrDefault(p => p.UnitId == unitId)?.Id,
                after: report.Text
            );
            if (request.Done)
            {
                (record.ReportedAt, record.SendBackReason) = (work.Now, null);
                await Releasing.TellOfficeAsync(ResolutionNotices.Done(record, report, files), work, cancel);
            }

            return new ProgressReported(record.Id, record.Number!, record.Text, unit.ShortName, request.Done, files, record.State);
        }

        /// <summary>The own unit where it has part in it, else that of a colleague for whom the actor is B角.</summary>
        private static Guid UnitOf(Resolution record, Work work)
        {
            IEnumerable<Guid> units = [record.LeadUnitId, .. record.SupportingUnitIds];
            return units.Where(work.Person.WorksFor).OrderByDescending(id => id == work.Person.UnitId).First();
        }
    }
}

/// <summary>The answer to who reported. <paramref name="Files"/>: how many were attached.</summary>
public sealed record ProgressReported(Guid Id, string Number, string Matter, string UnitName, bool Done, int Files, ResolutionState State);
