using Microsoft.Extensions.DependencyInjection.Extensions;
using SupervisionBot.Bot.Conversations.Ordering;
using SupervisionBot.Bot.Conversations.Practices;
using SupervisionBot.Bot.Conversations.Shelf;
using SupervisionBot.Bot.Conversations.Starting;
using SupervisionBot.Bot.Conversations.Talks;
using SupervisionBot.Bot.Conversations.Turns;
using SupervisionBot.Bot.Understanding;

namespace SupervisionBot.Bot.Conversations;

internal static class Registration
{
    public static IServiceCollection AddConversations(this IServiceCollection services) =>
        services
            .AddSingleton<Names>()
            .AddSingleton<StartWords>()
            .AddSingleton<SessionWords>()
            .AddSingleton<DayWords>()
            .AddSingleton<Withdrawals>()
            .AddDraftTalk<Sentences>()
            .AddSendableTalk<StartTalk>()
            .AddSingleton<OrderDraftWords>()
            .AddSingleton<OrderCard>()
            .AddSingleton<OrderReading>()
            .AddSendableTalk<OrderTalk>()
            .AddTalk<OrderMenuTalk>()
            .AddTalk<OrderDepartmentTalk>()
            .AddTalk<OrderArrangementTalk>()
            .AddTalk<OrderHandBackTalk>()
            .AddTalk<OrderCompletionTalk>()
            .AddTalk<OrderTownshipTalk>()
            .AddTalk<OrderOfficeTalk>()
            .AddSingleton<PracticeCard>()
            .AddSendableTalk<PracticeTalk>()
            .AddTalk<PracticeDecisionTalk>()
            .AddTalk<PracticeRevisionTalk>()
            .AddTalk<StartFields>()
            .AddTalk<AgreedDraft>()
            .AddTalk<ReleaseTalk>()
            .AddTalk<SchedulingTalk>()
            .AddTalk<OfficeTalk>()
            .AddTalk<ViewTalk>()
            .AddTalk<SessionTalk>()
            .AddTalk<SessionChangeTalk>()
            .AddTalk<RevisionTalk>()
            .AddTalk<OverviewTalk>()
            .AddTalk<HelpTalk>()
            .AddTalk<FilesTalk>()
            .AddTalk<CountersignTalk>()
            .AddTalk<MinutesTalk>()
            .AddTalk<PaperSignatureTalk>()
            .AddTalk<AgendaTalk>()
            .AddTalk<ResolutionTalk>()
            .AddTalk<ProgressInWords>()
            .AddTalk<RatingInWords>()
            .AddTalk<OrderInWords>()
            .AddTalk<DeadlineTalk>()
            .AddInWords<DeadlineInWords>()
            .AddInWords<ReleaseTalk>()
            .AddInWords<PaperSignatureTalk>()
            .AddInWords<MinutesInWords>()
            .AddInWords<CountersignInWords>()
            .AddInWords<ViewInWords>()
            .AddInWords<MaterialInWords>()
            .AddInWords<RatingInWords>()
            .AddInWords<OrderInWords>()
            .AddInWords<ProgressInWords>()
            .AddInWords<SearchTalk>()
            .AddInWords<ShelfTalk>()
            .AddSingleton<VerbTable>()
            .AddSingleton<Lists>()
            .AddSingleton<ShortAnswers>()
            .AddSingleton<Commands>()
            .AddSingleton<Intents>()
            .AddSingleton<Dialogue>()
            .AddSingleton<TurnRunner>()
            .AddHostedService<TurnPump>();

    private static IServiceCollection AddTalk<T>(this IServiceCollection services)
        where T : class, ITalk => services.AddSingleton<T>().AddSingleton<ITalk>(provider => provider.GetRequiredService<T>());

    private static IServiceCollection AddDraftTalk<T>(this IServiceCollection services)
        where T : class, IDraftTalk => services.AddTalk<T>().AddSingleton<IDraftTalk>(provider => provider.GetRequiredService<T>());

    private static IServiceCollection AddSendableTalk<T>(this IServiceCollection services)
        where T : class, ISendableTalk => services.AddDraftTalk<T>().AddSingleton<ISendableTalk>(provider => provider.GetRequiredService<T>());

    private static IServiceCollection AddInWords<T>(this IServiceCollection services)
        where T : class, IInWords
    {
        services.TryAddSingleton<T>();
        return services.AddSingleton<IInWords>(provider => provider.GetRequiredService<T>());
    }
}
