using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.TypicalPractices.Bulletins;

/// <summary>编一期简报: the office picks the practices. The id comes with the page, so that pressing twice makes one.</summary>
public sealed record StartBulletin(Guid Id, BulletinContent Content) : IRequest<BulletinSaved>
{
    internal sealed class Handler : IHandler<StartBulletin, BulletinSaved>
    {
        public async Task<Outcome<BulletinSaved>> HandleAsync(StartBulletin request, Work work, CancellationToken cancel)
        {
            if (!work.Person.IsOffice)
            {
                return new Refusal(Refusal.Forbidden, UseCases.Texts.NotYours.With(TypicalPractices.Texts.PartyOffice));
            }

            if (request.Id == Guid.Empty)
            {
                return new Refusal(Refusal.Invalid, UseCases.Texts.RecordNotFound);
            }

            if (await work.Db.Bulletins.AnyAsync(b => b.Id == request.Id, cancel))
            {
                return new BulletinSaved(request.Id);
            }

            if (await request.Content.CheckAsync(work.Db, request.Id, cancel) is { } refusal)
            {
                return refusal;
            }

            var bulletin = new Bulletin { Id = request.Id, StartedAt = work.Now };
            request.Content.WriteTo(bulletin);
            work.Db.Bulletins.Add(bulletin);
            work.Remember(IssueBulletin.Kind, bulletin.Id, nameof(StartBulletin), Texts.HistoryStarted);
            return new BulletinSaved(bulletin.Id);
        }
    }
}

/// <summary>The answer: which one was saved.</summary>
public sealed record BulletinSaved(Guid Id);
