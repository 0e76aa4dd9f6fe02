using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace SupervisionBot.Bot.Http;

/// <summary>
/// Settings under <c>Http</c>: the proxies that end TLS before this host. Only what they say of the caller is believed, and without any nothing is.
/// </summary>
internal sealed class KnownProxies
{
    public const string Section = "Http";

    /// <summary>Addresses (<c>10.0.0.5</c>) and networks (<c>10.0.0.0/24</c>) of the proxies, separated by commas; empty where there is none.</summary>
    public string Proxies { get; set; } = "";

    private string[] All => Proxies.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>Takes over scheme and address of the caller from a known proxy; does nothing where none is known.</summary>
    internal static void Use(WebApplication app)
    {
        var all = app.Services.GetRequiredService<IOptions<KnownProxies>>().Value.All;
        if (all.Length == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in all)
        {
            if (IPAddress.TryParse(proxy, out var address))
            {
                options.KnownProxies.Add(address);
            }
            else
            {
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            }
        }

        app.UseForwardedHeaders(options);
    }

    /// <summary>Refuses to start with an address that is none.</summary>
    internal sealed class Check : IValidateOptions<KnownProxies>
    {
        public ValidateOptionsResult Validate(string? name, KnownProxies options) =>
            Array.Find(options.All, proxy => !IPAddress.TryParse(proxy, out _) && !System.Net.IPNetwork.TryParse(proxy, out _)) is { } wrong
                ? ValidateOptionsResult.Fail(
                    $"Http:Proxies has '{wrong}', which is neither an address (10.0.0.5) nor a network (10.0.0.0/24). Write those of the proxies that end TLS, with commas between."
                )
                : ValidateOptionsResult.Success;
    }
}
