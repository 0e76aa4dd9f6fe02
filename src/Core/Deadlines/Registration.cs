using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Calendars.Importing;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;

namespace SupervisionBot.Core.Deadlines;

internal static class Registration
{
    public static IServiceCollection AddDeadlines(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DeadlineSettings>().Bind(configuration.GetSection(DeadlineSettings.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<DeadlineSettings>, DeadlineSettingsCheck>()
            .AddSingleton(provider => provider.GetRequiredService<IOptions<DeadlineSettings>>().Value)
            .AddSingleton<ClockWatch>()
            .AddSingleton<Sweep>()
            .AddSingleton<DeadlineRules>()
            .AddSingleton<Ladder>()
            .AddSingleton<Steps>()
            .AddSingleton<DeadlineFollower>()
            .AddSingleton<IBeforeCommit>(provider => provider.GetRequiredService<DeadlineFollower>())
            .AddSingleton(provider => new DeadlineAudit(
                provider.GetRequiredService<Database>(),
                provider.GetRequiredService<BusinessClock>(),
                provider.GetRequiredService<DeadlineFollower>(),
                provider.GetRequiredService<Steps>(),
                provider.GetServices<IPromiseSource>()
            ))
            .AddSingleton<ICalendarDependent, DeadlineCalendar>()
            .AddSingleton<IOccurrenceStep, RungStep>()
            .AddSingleton<IOccurrenceStep, DigestStep>()
            .AddSingleton<IOccurrenceStep, ResumeStep>()
            .AddSingleton<IDigestLines, DeadlineLines>()
            .AddSingleton<Rulings>()
            .AddSingleton<Resuming>()
            .AddUseCase<AskExtension, DeadlineAnswer, AskExtension.Handler>()
            .AddUseCase<ClaimAnswered, DeadlineAnswer, ClaimAnswered.Handler>()
            .AddUseCase<Rule, DeadlineAnswer, Rule.Handler>()
            .AddUseCase<ExplainDelay, DeadlineAnswer, ExplainDelay.Handler>()
            .AddUseCase<HoldEscalation, DeadlineAnswer, HoldEscalation.Handler>()
            .AddUseCase<TakeCharge, DeadlineAnswer, TakeCharge.Handler>()
            .AddUseCase<PauseDeadline, DeadlineAnswer, PauseDeadline.Handler>()
            .AddUseCase<ResumeDeadline, DeadlineAnswer, ResumeDeadline.Handler>();
    }

    private sealed class DeadlineSettingsCheck : IValidateOptions<DeadlineSettings>
    {
        public ValidateOptionsResult Validate(string? name, DeadlineSettings options) =>
            options.Complaints().ToList() is { Count: > 0 } complaints ? ValidateOptionsResult.Fail(complaints) : ValidateOptionsResult.Success;
    }
}
