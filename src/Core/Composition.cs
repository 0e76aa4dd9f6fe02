using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Calendars.Importing;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Promised;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Consultations.Searched;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Demo;
using SupervisionBot.Core.Documents;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.Search;
using SupervisionBot.Core.Shelf;
using SupervisionBot.Core.TypicalPractices;

namespace SupervisionBot.Core;

/// <summary>Registers everything of Core; each host calls it once.</summary>
public static class Composition
{
#pragma warning disable RS0030 // The one place where the machine's clock enters; tests put theirs before it.
    /// <summary>The machine's clock, for commands that run without a host.</summary>
    public static TimeProvider MachineClock => TimeProvider.System;
#pragma warning restore RS0030

    /// <summary>The work: records, use cases, clocks, storage and messaging.</summary>
    /// <param name="development">Whether demo mode is on unless <c>Demo:Enabled</c> says otherwise.</param>
    public static IServiceCollection AddSupervisionCore(this IServiceCollection services, IConfiguration configuration, bool development)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        services
            .AddOptions<StorageOptions>()
            .Bind(configuration.GetSection(StorageOptions.Section))
            .PostConfigure(UseDataFolder)
            .Validate(o => o.ConnectionString.Length > 0, StorageOptions.Missing)
            .ValidateOnStart();
        var demo = new DemoMode { Enabled = development };
        configuration.GetSection(DemoMode.Section).Bind(demo);
        services.TryAddSingleton(MachineClock);
        return services
            .AddSingleton(demo)
            .AddSingleton<BusinessClock>()
            .AddSingleton<WorkDbFactory>()
            .AddSingleton<Database>()
            .AddSingleton<Migrator>()
            .AddSingleton<Readiness>()
            .AddHostedService<StorageStartup>()
            .AddMessaging()
            .AddSingleton<UseCases.UseCases>()
            .AddSingleton(_ => new WorkingCalendar(CalendarFacts.Shipped()))
            .AddSingleton<CalendarImport>()
            .AddDeadlines(configuration)
            .AddConsultationPromises()
            .AddSearch()
            .AddConsultationSearch()
            .AddConsultations()
            .AddSessions()
            .AddSigning()
            .AddResolutions()
            .AddAssistanceOrders(configuration)
            .AddTypicalPractices()
            .AddShelf()
            .AddDocuments(configuration)
            .AddSingleton<DemoStage>()
            .AddSingleton<IFirstContent, DemoSeed>()
            .AddSingleton<DemoClockMove>();
    }

    private static IServiceCollection AddMessaging(this IServiceCollection services) =>
        services
            .AddSingleton<ProcessIdentity>()
            .AddSingleton<Wakeups>()
            .AddSingleton<OutboxWriter>()
            .AddSingleton<ConversationLog>()
            .AddSingleton<Inbox>()
            .AddSingleton<Outbox>()
            .AddSingleton<Purge>();

    private static void UseDataFolder(StorageOptions options)
    {
        if (options.Provider == StorageProvider.Sqlite && options.ConnectionString.Length == 0)
        {
            options.ConnectionString = $"Data Source={Path.Combine(DataFolder.Default, "supervisionbot.db")}";
        }
    }
}
