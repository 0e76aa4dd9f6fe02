using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Consultations.Signing;

/// <summary>Who signs off. Either task-force leader and whoever presided may; to spare the others, only the latter is asked where there is one.</summary>
internal static class Chairs
{
    /// <summary>Asks for the signature.</summary>
    /// <returns>Whom, by name, in protocol order; empty where the directory has nobody.</returns>
    public static async Task<IReadOnlyList<string>> AskAsync(Minutes record, Work work, CancellationToken cancel)
    {
        record.SendBackReason = null;
        await AskingAfresh.WithdrawAsync(record, work, cancel);
        var asked = await AskedAsync(record, work.Db, cancel);
        foreach (var person in asked)
        {
            work.Tell(person.Id, MinutesNotices.PleaseSignOff(record));
        }

        return asked.ConvertAll(p => p.Name);
    }

    /// <summary>Whoever presided, if still there, else the task-force leaders.</summary>
    public static async Task<List<Person>> AskedAsync(Minutes record, WorkDb db, CancellationToken cancel)
    {
        var all = await OfAsync(record, db, cancel);
        return all.Find(p => p.Id == record.PresiderId) is { } presider ? [presider] : all;
    }

    /// <summary>Everybody who may sign off and has not left, in protocol order.</summary>
    public static Task<List<Person>> OfAsync(Minutes record, WorkDb db, CancellationToken cancel) =>
        db
            .People.Include(p => p.Unit)
            .Where(p => p.Active && (p.Id == record.PresiderId || p.Roles.Contains(Role.TaskForceLeader)))
            .OrderBy(p => p.Unit!.Order)
            .ThenBy(p => p.Order)
            .ToListAsync(cancel);

    /// <summary>For whom the actor signs as B角; null when they sign in their own right.</summary>
    public static Guid? StoodInFor(Minutes record, Actor actor) =>
        actor.Person.Roles.Contains(Role.TaskForceLeader) || actor.Id == record.PresiderId
            ? null
            : actor.DeputyFor.FirstOrDefault(p => p.Id == record.PresiderId || p.Roles.Contains(Role.TaskForceLeader))?.Id;
}
