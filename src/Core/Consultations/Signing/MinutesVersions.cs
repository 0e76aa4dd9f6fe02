using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Signing;

/// <summary>Keeps the versions of the text.</summary>
internal static class MinutesVersions
{
    private const int MaxTitle = 200;
    private static readonly TimeSpan Folding = TimeSpan.FromMinutes(5);

    /// <summary>The text as the worker compiled it: version 1.</summary>
    public static MinutesVersion First(Minutes minutes) =>
        new()
        {
            MinutesId = minutes.Id,
            Number = 1,
            Markdown = minutes.Markdown,
            BegunAt = minutes.CompiledAt,
            SavedAt = minutes.CompiledAt,
            Kept = true,
        };

    /// <summary>Puts another text in place.</summary>
    /// <returns>True when it stands in a version of its own, false when it was folded into the one before.</returns>
    public static async Task<bool> SaveAsync(Minutes minutes, string markdown, bool autosave, Work work, CancellationToken cancel)
    {
        var last = await CurrentAsync(minutes, work, cancel);
        var fold = !last.Kept && last.SavedById == work.Person.Id && work.Now - last.BegunAt <= Folding;
        if (fold)
        {
            (last.Markdown, last.SavedAt, last.Kept) = (markdown, work.Now, !autosave);
        }
        else
        {
            minutes.VersionNumber++;
            work.Db.Add(
                new MinutesVersion
                {
                    MinutesId = minutes.Id,
                    Number = minutes.VersionNumber,
                    Markdown = markdown,
                    SavedById = work.Person.Id,
                    BegunAt = work.Now,
                    SavedAt = work.Now,
                    Kept = !autosave,
                }
            );
        }

        minutes.Markdown = markdown;
        minutes.Title = TitleIn(markdown) ?? minutes.Title;
        minutes.Revision++;
        return !fold;
    }

    /// <summary>From now on the version is what somebody has seen and decided on: it is never overwritten.</summary>
    public static async Task KeepAsync(Minutes minutes, Work work, CancellationToken cancel) =>
        (await CurrentAsync(minutes, work, cancel)).Kept = true;

    private static Task<MinutesVersion> CurrentAsync(Minutes minutes, Work work, CancellationToken cancel) =>
        work.Db.MinutesVersions.FirstAsync(v => v.MinutesId == minutes.Id && v.Number == minutes.VersionNumber, cancel);

    /// <summary>The first heading, without the marks of Markdown.</summary>
    public static string? TitleIn(string markdown)
    {
        var heading = markdown.Split('\n').FirstOrDefault(line => line.StartsWith("# ", StringComparison.Ordinal));
        var title = heading?[2..].Replace("\\", "", StringComparison.Ordinal).Trim();
        return title is { Length: > 0 and <= MaxTitle } ? title : null;
    }
}
