using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Forms;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Signing;

/// <summary>
/// 修改: the office saves another text. A signature stands for the text that was signed, so a change after sign-off or issue asks for a new one; the
/// chair is asked when the editing has come to rest.
/// </summary>
/// <param name="BasedOn">The <see cref="Minutes.Revision"/> the editor had opened: what somebody else saved since is not overwritten.</param>
/// <param name="Autosave">Saved by the page, not by hand: may be folded into the version before.</param>
public sealed record EditMinutes(Guid RecordId, int? Step, int BasedOn, string Markdown, bool Autosave = false) : IRecordRequest<MinutesEdited>
{
    internal const int MaxLength = 100_000;

    private string CleanText { get; } = PlainText.Clean(Markdown) + "\n";

    /// <summary>A text that is the same already is no change: nothing moves, whoever saved it.</summary>
    internal sealed class Handler : IHandler<EditMinutes, MinutesEdited>
    {
        private readonly Change change = new();

        public async Task<Outcome<MinutesEdited>> HandleAsync(EditMinutes request, Work work, CancellationToken cancel)
        {
            var record = await work.Db.Minutes.WithParties().FirstOrDefaultAsync(m => m.Id == request.RecordId, cancel);
            var same = record is not null && string.Equals(record.Markdown, request.CleanText, StringComparison.Ordinal);
            return same && MinutesLifecycle.Table.Can(work.Actor, MinutesAction.Edit, record!)
                ? MinutesEdited.Of(record!)
                : await change.HandleAsync(request, work, cancel);
        }
    }

    private sealed class Change : MinutesHandler<EditMinutes, MinutesEdited>
    {
        protected override MinutesAction ActionOf(EditMinutes request) => MinutesAction.Edit;

        // With the units or the chair the text is being decided; in the office's own hands its buttons stay good.
        protected override bool ChangesWhatIsDecided(EditMinutes request, Minutes record) => record.State != MinutesState.Drafting;

        protected override async Task<Refusal?> CheckAsync(EditMinutes request, Minutes record, Work work, CancellationToken cancel)
        {
            if (request.BasedOn != record.Revision)
            {
                return new Refusal(Refusal.Stale, await EditedMeanwhileAsync(record, work, cancel));
            }

            var complaint = request.CleanText.Length switch
            {
                1 => Texts.TextEmpty,
                > MaxLength => Texts.TextTooLong.With(request.CleanText.Length, MaxLength),
                _ => SensitiveText.SecrecyRefusal(request.CleanText),
            };
            return complaint is null ? null : new Refusal(Refusal.Invalid, complaint);
        }

        protected override async Task<MinutesEdited> ApplyAsync(
            EditMinutes request,
            Minutes record,
            MinutesState from,
            Work work,
            CancellationToken cancel
        )
        {
            var fresh = await MinutesVersions.SaveAsync(record, request.CleanText, request.Autosave, work, cancel);
            (record.SignedById, record.SignedAt, record.SignedOnBehalf) = (null, null, false);
            if (record.IssueNumber is null)
            {
                await FollowingThePaper.ApplyAsync(record, work, cancel);
            }

            if (fresh)
            {
                MinutesHistory.Remember(work, record, MinutesAction.Edit, Texts.HistoryEdited.With(record.VersionNumber));
            }

            if (record.State == MinutesState.AwaitingSignOff)
            {
                await AskingAfresh.PlanAsync(record, work, cancel);
            }

            return MinutesEdited.Of(record);
        }

        private static async Task<string> EditedMeanwhileAsync(Minutes record, Work work, CancellationToken cancel)
        {
            var last = await work
                .Db.MinutesVersions.AsNoTracking()
                .Where(v => v.MinutesId == record.Id && v.Number == record.VersionNumber)
                .Select(v => new
                {
                    v.SavedById,
                    v.SavedBy!.Name,
                    v.SavedAt,
                })
                .FirstAsync(cancel);
            var at = ChinaTime.Moment(last.SavedAt);
            return last.SavedById == work.Person.Id
                ? Texts.EditedByYourself.With(at, record.VersionNumber)
                : Texts.EditedMeanwhile.With(last.Name, at, record.VersionNumber);
        }
    }
}

/// <summary>Saved, or the same already: it stands in version <paramref name="Version"/>; the next save is based on <paramref name="Revision"/>.</summary>
public sealed record MinutesEdited(Guid Id, int Version, int Revision, MinutesState State, int Step)
{
    internal static MinutesEdited Of(Minutes minutes) => new(minutes.Id, minutes.VersionNumber, minutes.Revision, minutes.State, minutes.Step);
}
