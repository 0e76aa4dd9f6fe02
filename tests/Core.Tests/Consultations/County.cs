using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.Directory.Demo;
using SupervisionBot.Core.History;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Core.UseCases;
using SupervisionBot.Testing;

namespace SupervisionBot.Core.Tests.Consultations;

/// <summary>The demo county's units, people and matters in a database of the test's own. People are known by their login.</summary>
internal sealed class County : IAsyncDisposable
{
    public const string Clerk = "lihaiying";
    public const string Leader = "wangzhigang";
    public const string Office = "liuyang";
    public const string OtherOffice = "chenxiaohui";
    public const string Land = "weidong";
    public const string Water = "yuanmei";
    public const string Stranger = "sunli";

    private readonly Dictionary<string, Guid> units = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Guid> people = new(StringComparer.Ordinal);

    private County(CoreHost host) => Host = host;

    public CoreHost Host { get; }

    public IReadOnlyDictionary<string, Guid> People => people;

    public static async Task<County> FoundAsync(
        StorageProvider provider,
        CancellationToken cancel,
        Action<IServiceCollection>? configure = null,
        DateTimeOffset? start = null
    )
    {
        var county = new County(await CoreHost.StartAsync(provider, configure, start));
        await county.Host.Database.WriteAsync((db, _) => Task.FromResult(county.Settle(db)), cancel);
        return county;
    }

    public Guid Unit(string key) => units[key];

    public Guid Id(string login) => people[login];

    public Task<Outcome<T>> RunAsync<T>(string login, IRequest<T> request, CancellationToken cancel) =>
        Host.UseCases.RunAsync(Id(login), request, cancel);

    /// <summary>Runs what has to succeed.</summary>
    public async Task<T> DoAsync<T>(string login, IRequest<T> request, CancellationToken cancel)
    {
        var outcome = await RunAsync(login, request, cancel);
        return outcome.Done ? outcome.Value : throw new InvalidOperationException($"{outcome.Refusal!.Code}: {outcome.Refusal.Sentence}");
    }

    public ConsultationContent Content(string account = "汾河滩有人夜里挖砂，水务局说归自规局，自规局说归水务局") =>
        new("汾河滩有人夜里挖砂的职责归属问题", Situation.CompetenceDisputed, account, [Unit("ziran"), Unit("shuiwu")]);

    /// <summary>A consultation of 阳村街道, with its leader.</summary>
    public async Task<Guid> StartedAsync(CancellationToken cancel, ConsultationContent? content = null) =>
        (await DoAsync(Clerk, new StartConsultation(Guid.NewGuid(), content ?? Content(), []), cancel)).Id;

    /// <summary>One that waits for the office.</summary>
    public async Task<Guid> ReleasedAsync(CancellationToken cancel, ConsultationContent? content = null)
    {
        var id = await StartedAsync(cancel, content);
        await DoAsync(Leader, new ReleaseConsultation(id, null), cancel);
        return id;
    }

    /// <summary>One that the office has taken on.</summary>
    public async Task<Guid> AdmittedAsync(CancellationToken cancel, AdmissionRoute route = AdmissionRoute.WrittenViews)
    {
        var id = await ReleasedAsync(cancel);
        await DoAsync(Office, new AdmitConsultation(id, null, route), cancel);
        return id;
    }

    public Task<Consultation> ConsultationAsync(Guid id, CancellationToken cancel) =>
        Host.Database.ReadAsync(
            (db, token) => db.Consultations.Include(c => c.InvitedUnits).Include(c => c.Unit).FirstAsync(c => c.Id == id, token),
            cancel
        );

    public Task<List<HistoryEntry>> HistoryAsync(Guid id, CancellationToken cancel) =>
        Host.Database.ReadAsync((db, token) => db.History.Where(h => h.RecordId == id).OrderBy(h => h.Id).ToListAsync(token), cancel);

    /// <summary>The person as they act on 23 November; read anew each time.</summary>
    public async Task<Actor> ActorAsync(string login, CancellationToken cancel) =>
        (await Host.Database.ReadAsync((db, token) => Actor.LoadAsync(db, Id(login), new DateOnly(2026, 11, 23), token), cancel))!;

    /// <summary>News written so far, by the login it is addressed to.</summary>
    public async Task<ILookup<string, Message>> NewsAsync(CancellationToken cancel)
    {
        var rows = await Host.Database.ReadAsync((db, token) => db.Outbox.OrderBy(o => o.Id).ToListAsync(token), cancel);
        var logins = people.ToDictionary(p => p.Value, p => p.Key);
        return rows.ToLookup(o => logins[o.PersonId!.Value], o => MessageJson.ReadMessage(o.Message));
    }

    /// <summary>Forgets the news so far, so that a test sees what one step sends.</summary>
    public Task ForgetNewsAsync(CancellationToken cancel) => Host.Database.WriteAsync((db, token) => db.Outbox.ExecuteDeleteAsync(token), cancel);

    /// <summary>A file that its sender has not attached yet.</summary>
    public async Task<Guid> FileAsync(string login, CancellationToken cancel)
    {
        var id = Guid.NewGuid();
        var file = new StoredFile
        {
            Id = id,
            Name = "现场.jpg",
            ContentType = "image/jpeg",
            Size = 3,
            Content = [1, 2, 3],
            OwnerId = Id(login),
            At = Host.Clock.Now,
        };
        await Host.Database.WriteAsync((db, _) => Task.FromResult(db.Files.Add(file)), cancel);
        return id;
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private bool Settle(WorkDb db)
    {
        var demo = DemoCounty.Load();
        foreach (var unit in demo.Units)
        {
            units[unit.Key] = Guid.NewGuid();
            db.Units.Add(
                new Unit
                {
                    Id = units[unit.Key],
                    Kind = Enum.Parse<UnitKind>(unit.Kind),
                    Name = unit.Name,
                    ShortName = unit.ShortName,
                    Order = unit.Order,
                    Aliases = [.. unit.Aliases],
                }
            );
        }

        foreach (var person in demo.People)
        {
            people[person.Login] = Guid.NewGuid();
            db.People.Add(
                new Person
                {
                    Id = people[person.Login],
                    Login = person.Login,
                    Name = person.Name,
                    UnitId = units[person.Unit],
                    Post = person.Post,
                    Order = person.Order,
                    Phone = person.Phone,
                    Roles = [.. person.Roles.Select(Enum.Parse<Role>)],
                }
            );
        }

        foreach (var matter in demo.Matters)
        {
            db.Matters.Add(
                new Matter
                {
                    Id = Guid.NewGuid(),
                    Name = matter.Name,
                    Words = [.. matter.Words],
                    CompetentUnitIds = [.. matter.Competent.Select(Unit)],
                    GuidingUnitIds = [.. matter.Guiding.Select(Unit)],
                    Delegated = matter.Delegated,
                    Basis = matter.Basis,
                }
            );
        }

        return true;
    }
}
