using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations;

/// <summary>Files of a record, numbered in the order they were attached (附件1, 附件2 …). Only files that their sender has not attached yet count.</summary>
internal static class Attachments
{
    /// <summary>How many of the files wait for a record.</summary>
    public static Task<int> CountWaitingAsync(WorkDb db, Guid ownerId, IReadOnlyList<Guid> fileIds, CancellationToken cancel) =>
        Waiting(db, ownerId, fileIds).CountAsync(cancel);

    /// <summary>Attaches files that wait for a record; those of others and those attached somewhere already are left alone.</summary>
    /// <returns>How many were attached.</returns>
    public static async Task<int> AddAsync(WorkDb db, Guid recordId, Guid ownerId, IReadOnlyList<Guid> fileIds, CancellationToken cancel)
    {
        if (fileIds.Count == 0)
        {
            return 0;
        }

        var number = await db.Files.Where(f => f.RecordId == recordId).MaxAsync(f => f.Number, cancel) ?? 0;
        var attached = 0;
        foreach (var id in fileIds.Distinct())
        {
            var next = number + attached + 1;
            attached += await Waiting(db, ownerId, [id])
                .ExecuteUpdateAsync(set => set.SetProperty(f => f.RecordId, recordId).SetProperty(f => f.Number, next), cancel);
        }

        return attached;
    }

    /// <summary>The files go to the record that takes the place of the one they were attached to.</summary>
    public static Task<int> MoveAsync(WorkDb db, Guid from, Guid to, CancellationToken cancel) =>
        db.Files.Where(f => f.RecordId == from).ExecuteUpdateAsync(set => set.SetProperty(f => f.RecordId, to), cancel);

    private static IQueryable<StoredFile> Waiting(WorkDb db, Guid ownerId, IReadOnlyList<Guid> fileIds) =>
        db.Files.Where(f => fileIds.Contains(f.Id) && f.RecordId == null && f.OwnerId == ownerId);
}
