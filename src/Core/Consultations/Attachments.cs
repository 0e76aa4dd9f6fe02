using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations;

/// <summary>Files of a record, numbered in the order they were attached (附件1, 附件2 …).</summary>
internal static class Attachments
{
    /// <summary>Attaches files that wait for a record; those already attached somewhere are left alone.</summary>
    /// <returns>How many were attached.</returns>
    public static async Task<int> AddAsync(WorkDb db, Guid recordId, IReadOnlyList<Guid> fileIds, CancellationToken cancel)
    {
        if (fileIds.Count == 0)
        {
            return 0;
        }

        var number = await db.Files.Where(f => f.RecordId == recordId).MaxAsync(f => f.Number, cancel) ?? 0;
        var attached = 0;
        foreach (var id in fileIds)
        {
            number++;
            var next = number;
            attached += await db
                .Files.Where(f => f.Id == id && f.RecordId == null)
                .ExecuteUpdateAsync(set => set.SetProperty(f => f.RecordId, recordId).SetProperty(f => f.Number, next), cancel);
        }

        return attached;
    }
}
