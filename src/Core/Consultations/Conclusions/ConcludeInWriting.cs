using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Forms;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Conclusions;

/// <summary>
/// 出具会商意见 (书面会商): once the views are in, or their limit has passed, the office concludes without a meeting. The worker compiles the paper,
/// which is countersigned, signed off and issued like minutes.
/// </summary>
/// <param name="Text">会商意见: what the units were found to agree on, or what the office thinks itself.</param>
/// <param name="Resolutions">议定事项; may be empty.</param>
public sealed record ConcludeInWriting(
    Guid RecordId,
    int? Step,
    ConsultationOutcome Outcome,
    string Text,
    IReadOnlyList<ResolutionRecord> Resolutions
) : IRecordRequest<ConsultationConcluded>
{
    /// <summary>Every view is in, or the limit for them has passed.</summary>
    public static bool IsTimeFor(Consultation consultation, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(consultation);
        return consultation.InvitedUnits.TrueForAll(i => i.ViewAt is not null) || !(consultation.ViewsDue > now);
    }

    private const int MaxText = 5000;
    private const int MaxResolutions = 50;

    internal sealed class Handler : ConsultationHandler<ConcludeInWriting, ConsultationConcluded>
    {
        protected override ConsultationAction ActionOf(ConcludeInWriting request) => ConsultationAction.ConcludeInWriting;

        protected override async Task<Refusal?> CheckAsync(ConcludeInWriting request, Consultation record, Work work, CancellationToken cancel)
        {
            if (!IsTimeFor(record, work.Now))
            {
                var missing = await MissingAsync(record, work, cancel);
                var due = ChinaTime.Moment(record.ViewsDue!.Value);
                return new Refusal(Refusal.Invalid, Conclusions.Texts.ViewsMissing.With(string.Join('、', missing), due));
            }

            if (!Enum.IsDefined(request.Outcome))
            {
                return new Refusal(Refusal.Invalid, Conclusions.Texts.NoOutcome);
            }

            if (FreeText.Check(Conclusions.Texts.FieldConclusion, request.Text, MaxText, Conclusions.Texts.NoConclusion) is { } refusal)
            {
                return refusal;
            }

            var units = await work.Db.Units.Select(u => u.Id).ToHashSetAsync(cancel);
            var complaint =
                request.Resolutions.Count > MaxResolutions
                    ? Conclusions.Texts.TooManyResolutions
                    : request.Resolutions.SelectMany(r => r.Check(work.Today, units)).Select(c => c.Sentence).FirstOrDefault();
            return complaint is null ? null : new Refusal(Refusal.Invalid, complaint);
        }

        protected override async Task<ConsultationConcluded> ApplyAsync(
            ConcludeInWriting request,
            Consultation record,
            ConsultationState from,
            Work work,
            CancellationToken cancel
        )
        {
            record.Outcome = request.Outcome;
            record.Conclusion = FreeText.Kept(request.Text);
            work.Db.AddRange(request.Resolutions.Select((resolution, index) => Make(resolution, record, index + 1, work)));
            work.Remember(
                RecordNumber.Consultation,
                record.Id,
                nameof(ConsultationAction.ConcludeInWriting),
                Conclusions.Texts.HistoryConcluded.With(ConsultationOutcomes.Name(request.Outcome))
            );
            await CompileConclusion.PlanAsync(record, work, cancel);
            var missing = await MissingAsync(record, work, cancel);
            return new ConsultationConcluded(record.Id, record.Number, record.Title, request.Outcome, missing);
        }

        private static Task<IReadOnlyList<string>> MissingAsync(Consultation record, Work work, CancellationToken cancel) =>
            UnitNames.OfAsync(work.Db, record.InvitedUnits.Where(i => i.ViewAt is null).Select(i => i.UnitId).ToList(), cancel);

        private static Resolution Make(ResolutionRecord resolution, Consultation record, int order, Work work) =>
            new()
            {
                Id = work.NewId(),
                ConsultationId = record.Id,
                Order = order,
                Text = PlainText.Clean(resolution.Text),
                LeadUnitId = resolution.LeadUnitId!.Value,
                SupportingUnitIds = [.. resolution.SupportingUnitIds.Distinct()],
                DueOn = resolution.DueOn,
            };
    }
}

/// <summary>The answer to the office; <paramref name="WithoutView"/> are the units that sent no view, in protocol order.</summary>
public sealed record ConsultationConcluded(Guid Id, string Number, string Title, ConsultationOutcome Outcome, IReadOnlyList<string> WithoutView);
