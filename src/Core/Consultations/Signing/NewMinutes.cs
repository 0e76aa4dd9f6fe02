using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Signing;

/// <summary>A paper that the worker has just compiled: its first version, and the office, which takes it up from here.</summary>
internal static class NewMinutes
{
    public static Task AddAsync(Minutes minutes, Work work, CancellationToken cancel)
    {
        work.Db.Minutes.Add(minutes);
        work.Db.Add(MinutesVersions.First(minutes));
        return Releasing.TellOfficeAsync(MinutesOfficeNotices.Compiled(minutes), work, cancel);
    }
}
