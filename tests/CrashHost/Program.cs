using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SupervisionBot.Channels;
using SupervisionBot.Core;
using SupervisionBot.Core.Messaging;
using SupervisionBot.CrashHost;

// A process that does nothing but deliver, to a platform which the test plays: so that it can be killed while a delivery is on its way.
var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddSupervisionCore(builder.Configuration, development: false).AddDelivery().AddSingleton<IMessageSender, LoopbackSender>();
await builder.Build().RunAsync();
