using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Resolutions;

/// <summary>From the issue of a paper on, its resolutions are records of their own, each with a number.</summary>
internal static class Tracking
{
    /// <summary>The resolutions as they stand on the paper: item by item, in their order.</summary>
    public static IEnumerable<Resolution> On(Minutes minutes) =>
        minutes.Session is { } session
            ? session.AgendaItems.OrderBy(i => i.Order).SelectMany(i => i.Resolutions.OrderBy(r => r.Order))
            : minutes.Consultation!.Resolutions.OrderBy(r => r.Order);

    public static async Task BeginAsync(Minutes minutes, Work work, CancellationToken cancel)
    {
        // One that somebody else tracked meanwhile belongs to a press that this one will lose.
        foreach (var resolution in On(minutes).Where(r => ResolutionLifecycle.Table.Can(work.Actor, ResolutionAction.Track, r)))
        {
            Begin(resolution, minutes, await work.TakeNumberAsync(RecordNumber.RegisterTask, cancel), work);
        }
    }

    public static void Begin(Resolution resolution, Minutes minutes, string number, Work work)
    {
        ResolutionLifecycle.Table.Follow(work.Actor, ResolutionAction.Track, resolution);
        resolution.Number = number;
        resolution.MinutesId = minutes.Id;
        work.Remember(
            RecordNumber.RegisterTask,
            resolution.Id,
            nameof(ResolutionAction.Track),
            Texts.HistoryTracked.With(MinutesNames.IssueMark(minutes))
        );
    }
}
