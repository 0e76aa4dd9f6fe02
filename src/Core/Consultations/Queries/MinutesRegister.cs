using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Persistence;

namespace SupervisionBot.Core.Consultations.Queries;

/// <summary>One paper in the operator's list.</summary>
public sealed record RegisteredMinutes(string Number, string Title, MinutesState Status);

/// <summary>Every paper there is, for the operator at the machine.</summary>
public static class MinutesRegister
{
    /// <summary>In order of number: conclusions (HS) before minutes (HY), each from the oldest.</summary>
    public static Task<List<RegisteredMinutes>> ListAsync(WorkDb db, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(db);
        return db.Minutes.OrderBy(m => m.Number).Select(m => new RegisteredMinutes(m.Number, m.Title, m.State)).ToListAsync(cancel);
    }
}
