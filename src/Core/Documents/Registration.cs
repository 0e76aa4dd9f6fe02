using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SupervisionBot.Core.Documents.Spreadsheets;

namespace SupervisionBot.Core.Documents;

internal static class Registration
{
    public static IServiceCollection AddDocuments(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<PaperSettings>().Bind(configuration.GetSection(PaperSettings.Section)).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<PaperSettings>, PaperSettingsCheck>()
            .AddSingleton(provider => provider.GetRequiredService<IOptions<PaperSettings>>().Value)
            .AddSingleton<PaperWord>()
            .AddSingleton<Export>();
    }

    private sealed class PaperSettingsCheck : IValidateOptions<PaperSettings>
    {
        public ValidateOptionsResult Validate(string? name, PaperSettings options) =>
            options.Complaints().ToList() is { Count: > 0 } complaints ? ValidateOptionsResult.Fail(complaints) : ValidateOptionsResult.Success;
    }
}
