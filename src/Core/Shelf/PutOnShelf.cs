using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Shelf;

/// <summary>
/// The office puts a document on the shelf. One of the same title gets a new version; the one before is kept. The file's id is the id of the upload, so that sending
/// twice changes nothing.
/// </summary>
/// <param name="FileId">A file of the actor that waits for a record.</param>
public sealed record PutOnShelf(string? Title, ShelfKind? Kind, Guid FileId) : IRequest<PlacedOnShelf>
{
    /// <summary>Under this kind the shelf is remembered.</summary>
    internal const string RecordKind = "ZL";

    private const int LongestTitle = 60;

    internal sealed class Handler : IHandler<PutOnShelf, PlacedOnShelf>
    {
        public async Task<Outcome<PlacedOnShelf>> HandleAsync(PutOnShelf request, Work work, CancellationToken cancel)
        {
            if (await CheckAsync(request, work, cancel) is { } refusal)
            {
                return refusal;
            }

            var title = FreeText.Kept(request.Title?.ReplaceLineEndings(" "))!;
            var item = await work.Db.ShelfItems.FirstOrDefaultAsync(i => i.Title == title, cancel);
            var isNew = item is null;
            if (item is null)
            {
                item = new ShelfItem
                {
                    Id = work.NewId(),
                    Title = title,
                    Kind = request.Kind!.Value,
                    UpdatedAt = work.Now,
                };
                work.Db.ShelfItems.Add(item);
            }
            else
            {
                (item.Kind, item.UpdatedAt) = (request.Kind!.Value, work.Now);
                item.Version++;
            }

            await Attachments.AddAsync(work.Db, item.Id, work.Person.Id, [request.FileId], cancel);
            work.Remember(RecordKind, item.Id, nameof(PutOnShelf), (isNew ? Texts.HistoryPut : Texts.HistoryReplaced).With(title));
            return new PlacedOnShelf(item.Id, title, isNew);
        }

        private static async Task<Refusal?> CheckAsync(PutOnShelf request, Work work, CancellationToken cancel) =>
            !work.Person.IsOffice ? new Refusal(Refusal.Forbidden, UseCases.Texts.NotYours.With(Texts.PartyOffice))
            : FreeText.Check(Texts.FieldTitle, request.Title, LongestTitle, Texts.NoTitle) is { } refusal ? refusal
            : request.Kind is not { } kind || !Enum.IsDefined(kind) ? new Refusal(Refusal.Invalid, Texts.NoKind)
            : await Attachments.CountWaitingAsync(work.Db, work.Person.Id, [request.FileId], cancel) == 0 ? new Refusal(Refusal.Invalid, Texts.NoFile)
            : null;
    }
}

/// <summary>The answer to the office; <paramref name="IsNew"/> is false where it replaced a version.</summary>
public sealed record PlacedOnShelf(Guid Id, string Title, bool IsNew);
