using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupervisionBot.Core.AssistanceOrders.Exported;
using SupervisionBot.Core.AssistanceOrders.Queries;
using SupervisionBot.Core.Calendars.Importing;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Documents.Spreadsheets;
using SupervisionBot.Core.Search;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.AssistanceOrders;

internal static class Registration
{
    public static IServiceCollection AddAssistanceOrders(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<OrderSettings>().Bind(configuration.GetSection(OrderSettings.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<OrderSettings>, OrderSettingsCheck>()
            .AddSingleton(provider => provider.GetRequiredService<IOptions<OrderSettings>>().Value)
            .AddSingleton<OrderLimits>()
            .AddSingleton<IPromiseSource, OrderPromises>()
            .AddSingleton<ICalendarDependent, OrderCalendar>()
            .AddSingleton<ISearchSource, OrderSearch>()
            .AddSingleton<IExportList, OrderExport>()
            .AddSingleton<IOccurrenceStep, RatingEnd>()
            .AddSingleton<IOccurrenceStep, UrgentWatch>()
            .AddUseCase<PlaceOrder, OrderAnswer, PlaceOrder.Handler>()
            .AddStep<DispatchOrder, DispatchOrder.Handler>()
            .AddStep<AcceptOrder, AcceptOrder.Handler>()
            .AddStep<HandBackOrder, HandBackOrder.Handler>()
            .AddStep<RedispatchOrder, RedispatchOrder.Handler>()
            .AddStep<RefuseHandBack, RefuseHandBack.Handler>()
            .AddStep<DeclineOrder, DeclineOrder.Handler>()
            .AddStep<ConvertToConsultation, ConvertToConsultation.Handler>()
            .AddStep<AskMaterial, AskMaterial.Handler>()
            .AddStep<SupplyMaterial, SupplyMaterial.Handler>()
            .AddStep<ReceiveMaterial, ReceiveMaterial.Handler>()
            .AddStep<ReportOrderProgress, ReportOrderProgress.Handler>()
            .AddStep<RearrangeOrder, RearrangeOrder.Handler>()
            .AddStep<ReportPart, ReportPart.Handler>()
            .AddStep<CompleteOrder, CompleteOrder.Handler>()
            .AddStep<RateOrder, RateOrder.Handler>()
            .AddStep<SettleRating, SettleRating.Handler>()
            .AddStep<ShareAnswer, ShareAnswer.Handler>()
            .AddStep<CancelOrder, CancelOrder.Handler>()
            .AddUseCase<PutOnMenu, MenuChanged, PutOnMenu.Handler>()
            .AddUseCase<TakeOffMenu, MenuChanged, TakeOffMenu.Handler>();
    }

    private static IServiceCollection AddStep<TRequest, THandler>(this IServiceCollection services)
        where TRequest : IRecordRequest<OrderAnswer>
        where THandler : class, IHandler<TRequest, OrderAnswer> => services.AddUseCase<TRequest, OrderAnswer, THandler>();

    private sealed class OrderSettingsCheck : IValidateOptions<OrderSettings>
    {
        public ValidateOptionsResult Validate(string? name, OrderSettings options) =>
            options.Complaints().ToList() is { Count: > 0 } complaints ? ValidateOptionsResult.Fail(complaints) : ValidateOptionsResult.Success;
    }
}
