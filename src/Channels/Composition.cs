using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using SupervisionBot.Channels.Delivery;
using SupervisionBot.Channels.DirectLine;

namespace SupervisionBot.Channels;

/// <summary>What every process needs that sends messages: the channels and the pump. Bot and worker both call it; an embedded worker calls it again.</summary>
public static class Composition
{
    public static IServiceCollection AddDelivery(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, OutboxPump>());
        return services.AddWebChatChannel();
    }
}
