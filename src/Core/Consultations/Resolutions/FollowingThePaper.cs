using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Resolutions;

/// <summary>
/// The paper is what counts: once its text was edited, the resolutions are those that stand there. Before the issue with every save; of an issued one
/// with its correction.
/// </summary>
internal static class FollowingThePaper
{
    /// <summary>Why the paper cannot go out: a resolution in it that cannot be tracked.</summary>
    public static async Task<Refusal?> CheckAsync(Minutes record, Work work, CancellationToken cancel)
    {
        var complaints = WasEdited(record) ? (await ResolutionsOnPaper.ReadAsync(work.Db, record, record.Markdown, cancel)).Complaints : [];
        return complaints.Count == 0 ? null : new Refusal(Refusal.Invalid, Texts.PaperUnreadable.With(string.Join(' ', complaints)));
    }

    /// <summary>Makes them what the text says; one that leaves something open changes nothing.</summary>
    public static async Task ApplyAsync(Minutes record, Work work, CancellationToken cancel)
    {
        if (!WasEdited(record))
        {
            return;
        }

        var read = await ResolutionsOnPaper.ReadAsync(work.Db, record, record.Markdown, cancel);
        if (read.Complaints.Count > 0)
        {
            return;
        }

        var standing = Tracking.On(record).ToList();
        var kept = read.Resolutions.Select(w => Take(standing, w, exactly: true)).ToList();
        foreach (var (index, written) in read.Resolutions.Index())
        {
            if ((kept[index] ?? Take(standing, written, exactly: false)) is { } resolution)
            {
                Change(resolution, written, index + 1, record, work);
            }
            else
            {
                work.Db.Add(Make(written, index + 1, record, work));
            }
        }

        foreach (var gone in standing.Where(r => r.Number is null))
        {
            gone.AgendaItem?.Resolutions.Remove(gone);
            record.Consultation?.Resolutions.Remove(gone);
            work.Db.Remove(gone);
        }
    }

    // What the program compiled is what was recorded.
    private static bool WasEdited(Minutes record) => record.VersionNumber > 1;

    private static Resolution? Take(List<Resolution> standing, WrittenResolution written, bool exactly)
    {
        var found = standing.Find(r =>
            r.AgendaItemId == written.AgendaItemId && (!exactly || string.Equals(r.Text, written.Text, StringComparison.Ordinal))
        );
        if (found is not null)
        {
            standing.Remove(found);
        }

        return found;
    }

    private static void Change(Resolution resolution, WrittenResolution written, int order, Minutes record, Work work)
    {
        var supporting = written.Supporting.Select(u => u.Id).ToList();
        resolution.Order = order;
        if (
            string.Equals(resolution.Text, written.Text, StringComparison.Ordinal)
            && resolution.LeadUnitId == written.Lead.Id
            && resolution.SupportingUnitIds.ToHashSet().SetEquals(supporting)
            && resolution.DueOn == written.DueOn
        )
        {
            return;
        }

        (resolution.Text, resolution.LeadUnitId, resolution.SupportingUnitIds, resolution.DueOn) = (
            written.Text,
            written.Lead.Id,
            supporting,
            written.DueOn
        );
        resolution.Version++;
        if (resolution.Number is not null)
        {
            resolution.Step++;
            work.Remember(
                RecordNumber.RegisterTask,
                resolution.Id,
                nameof(ResolutionAction.Track),
                Texts.HistoryCorrected.With(MinutesNames.IssueMark(record)),
                after: Words(written)
            );
        }
    }

    private static string Words(WrittenResolution written) =>
        Texts.HistoryWords.With(
            written.Text,
            written.Lead.ShortName,
            written.Supporting.Count == 0 ? "" : Texts.HistorySupporting.With(string.Join('、', written.Supporting.Select(u => u.ShortName))),
            written.DueOn is { } due ? ChinaTime.FullDay(due) : Texts.DueAlways
        );

    private static Resolution Make(WrittenResolution written, int order, Minutes record, Work work) =>
        new()
        {
            Id = work.NewId(),
            AgendaItemId = written.AgendaItemId,
            ConsultationId = written.AgendaItemId is null ? record.ConsultationId : null,
            Order = order,
            Text = written.Text,
            LeadUnitId = written.Lead.Id,
            SupportingUnitIds = [.. written.Supporting.Select(u => u.Id)],
            DueOn = written.DueOn,
        };
}
