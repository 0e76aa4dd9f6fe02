using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Bot.Conversations;

/// <summary>A human is always one line away.</summary>
internal static class OfficeLine
{
    /// <summary>“找专班：刘洋 138…”; empty when the directory has no office yet.</summary>
    public static async Task<string?> GetAsync(WorkDb db, CancellationToken cancel)
    {
        var person = await db
            .People.AsNoTracking()
            .Where(p => p.Active && p.Roles.Contains(Role.Office))
            .OrderBy(p => p.Order)
            .Select(p => new { p.Name, p.Phone })
            .FirstOrDefaultAsync(cancel);
        return person is null ? null : Texts.ContactOffice.With(person.Name, person.Phone);
    }
}
