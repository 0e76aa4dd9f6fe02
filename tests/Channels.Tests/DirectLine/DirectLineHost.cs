using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using SupervisionBot.Channels.DirectLine;
using SupervisionBot.Core;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Channels.Tests.DirectLine;

/// <summary>The Direct Line server on a port of its own over a database of its own, with two people and no bot: nothing answers but what a test sends.</summary>
internal sealed class DirectLineHost : IAsyncDisposable
{
    private readonly WebApplication server;
    private readonly TestDatabase data;
    private readonly bool owns;

    private DirectLineHost(WebApplication server, TestDatabase data, bool owns)
    {
        this.server = server;
        this.data = data;
        this.owns = owns;
        var address = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        Client = new HttpClient { BaseAddress = new Uri(address) };
    }

    public HttpClient Client { get; }
    public Database Database => server.Services.GetRequiredService<Database>();
    public IServiceProvider Services => server.Services;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A server over a new database, which goes with it.</summary>
    /// <param name="provider">Which database.</param>
    /// <param name="clock">The machine's clock; the real one if not given.</param>
    /// <param name="settings">More settings.</param>
    public static async Task<DirectLineHost> StartAsync(
        StorageProvider provider = StorageProvider.Sqlite,
        TimeProvider? clock = null,
        params (string Key, string Value)[] settings
    )
    {
        var storage = await TestDatabase.CreateAsync(provider);
        var host = await StartAsync(storage, owns: true, clock, settings);
        await host.Database.WriteAsync((db, _) => SeedAsync(db), Cancel);
        return host;
    }

    /// <summary>One more process on the same database.</summary>
    public Task<DirectLineHost> StartAnotherAsync() => StartAsync(data, owns: false, null, []);

    /// <summary>Signs a person in.</summary>
    public async Task<Chat> SignInAsync(string login = "lihaiying")
    {
        var person = await Database.ReadAsync((db, token) => db.People.Where(p => p.Login == login).Select(p => p.Id).SingleAsync(token), Cancel);
        var session = await Services.GetRequiredService<WebChatSessions>().OpenAsync(person, Cancel);
        return await Chat.StartAsync(this, session!);
    }

    /// <summary>Says something as the bot.</summary>
    public async Task SayAsync(Message message, string login = "lihaiying")
    {
        await Database.WriteAsync(
            async (db, token) =>
            {
                var person = await db.People.SingleAsync(p => p.Login == login, token);
                Services.GetRequiredService<OutboxWriter>().Notice(db, person.Id, message, TestClock.Start);
            },
            Cancel
        );
        await Services.GetRequiredService<Outbox>().DispatchAsync(Cancel);
    }

    /// <summary>Marks a pressed card, as the turn that handles the press does.</summary>
    public Task ShowChosenAsync(Chat chat, string card, string label) =>
        Database.WriteAsync(
            async (db, token) =>
            {
                var conversation = await db.Conversations.SingleAsync(c => c.Id == Guid.ParseExact(chat.Id, "N"), token);
                await Services.GetRequiredService<WebChatChannel>().ShowChosenAsync(db, conversation, card, label, token);
            },
            Cancel
        );

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await server.DisposeAsync();
        if (owns)
        {
            await data.DisposeAsync();
        }
    }

    private static async Task<DirectLineHost> StartAsync(TestDatabase storage, bool owns, TimeProvider? clock, (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        foreach (var (key, value) in storage.Settings)
        {
            builder.Configuration[key] = value;
        }

        foreach (var (key, value) in settings)
        {
            builder.Configuration[key] = value;
        }

        builder.Configuration["urls"] = "http://127.0.0.1:0";
        if (clock is not null)
        {
            builder.Services.AddSingleton(clock);
        }

        // Not demo mode: the people of these tests are their own.
        builder.Services.AddSupervisionCore(builder.Configuration, development: false);
        builder.Services.AddSingleton<IDataProtectionProvider>(new EphemeralDataProtectionProvider());
        builder.Services.AddWebChatChannel().AddDirectLine(builder.Configuration);
        var app = builder.Build();
        app.UseWebSockets();
        app.MapDirectLine();
        await app.StartAsync(Cancel);
        return new DirectLineHost(app, storage, owns);
    }

    private static Task SeedAsync(WorkDb db)
    {
        var unit = new Unit
        {
            Id = Guid.NewGuid(),
            Kind = UnitKind.Township,
            Name = "阳村街道办事处",
            ShortName = "阳村街道",
            Order = 1,
        };
        db.Units.Add(unit);
        db.People.AddRange(Somebody("lihaiying", "李海英"), Somebody("wangzhigang", "王志刚"));
        return Task.CompletedTask;

        Person Somebody(string login, string name) =>
            new()
            {
                Id = Guid.NewGuid(),
                Login = login,
                Name = name,
                UnitId = unit.Id,
                Post = "干部",
                Order = 1,
                Phone = "13900000000",
                Roles = [Role.Staff],
            };
    }
}
