using Microsoft.Extensions.DependencyInjection;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Documents.Spreadsheets;
using SupervisionBot.Core.Search;
using SupervisionBot.Core.TypicalPractices.Bulletins;
using SupervisionBot.Core.TypicalPractices.Exported;
using SupervisionBot.Core.TypicalPractices.Queries;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.TypicalPractices;

internal static class Registration
{
    public static IServiceCollection AddTypicalPractices(this IServiceCollection services) =>
        services
            .AddUseCase<SubmitPractice, PracticeSubmitted, SubmitPractice.Handler>()
            .AddUseCase<ReleasePractice, PracticeReleased, ReleasePractice.Handler>()
            .AddUseCase<ReleasePracticeOnBehalf, PracticeReleased, ReleasePracticeOnBehalf.Handler>()
            .AddUseCase<RevokePracticeRelease, PracticeReleaseRevoked, RevokePracticeRelease.Handler>()
            .AddUseCase<SendBackPractice, PracticeSentBack, SendBackPractice.Handler>()
            .AddUseCase<AmendPractice, PracticeAmended, AmendPractice.Handler>()
            .AddUseCase<ReviewPractice, PracticeReviewed, ReviewPractice.Handler>()
            .AddUseCase<RecordAdoption, AdoptionRecorded, RecordAdoption.Handler>()
            .AddUseCase<CancelPractice, PracticeCancelled, CancelPractice.Handler>()
            .AddUseCase<StartBulletin, BulletinSaved, StartBulletin.Handler>()
            .AddUseCase<EditBulletin, BulletinSaved, EditBulletin.Handler>()
            .AddUseCase<IssueBulletin, BulletinIssued, IssueBulletin.Handler>()
            .AddUseCase<DiscardBulletin, BulletinSaved, DiscardBulletin.Handler>()
            .AddSingleton<IDigestRider, BulletinLine>()
            .AddSingleton<ISearchSource, PracticeSearch>()
            .AddSingleton<IExportList, PracticeExport>();
}
