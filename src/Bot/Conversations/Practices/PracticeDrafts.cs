using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.TypicalPractices;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Bot.Conversations.Practices;

/// <summary>Drafts of practices as the pages work on them: the same ones that the chat adds to.</summary>
internal static class PracticeDrafts
{
    /// <summary>Begins to amend a practice in a browser.</summary>
    /// <returns>The id of the draft.</returns>
    public static Task<Guid> BeginAmendingAsync(
        Database database,
        UseCases useCases,
        Guid personId,
        TypicalPractice practice,
        CancellationToken cancel
    ) =>
        database.WriteAsync(
            async (db, token) =>
            {
                var work = (await useCases.OpenAsync(db, personId, token))!;
                var draft = new Draft
                {
                    Id = work.NewId(),
                    PersonId = personId,
                    Kind = PracticeDraft.Kind,
                    RecordId = practice.Id,
                    Values = PracticeDraft.Of(practice).Write(),
                    StartedAt = work.Now,
                    TouchedAt = work.Now,
                };
                db.Drafts.Add(draft);
                return draft.Id;
            },
            cancel
        );

    /// <summary>A draft of that person.</summary>
    public static Task<Draft?> FindAsync(WorkDb db, Guid id, Guid personId, CancellationToken cancel) =>
        db.Drafts.FirstOrDefaultAsync(d => d.Id == id && d.PersonId == personId && d.Kind == PracticeDraft.Kind, cancel);
}
