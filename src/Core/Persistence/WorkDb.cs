using Microsoft.EntityFrameworkCore;
using SupervisionBot.Core.AssistanceOrders;
using SupervisionBot.Core.Calendars;
using SupervisionBot.Core.Consultations;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Consultations.Sessions;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Deadlines;
using SupervisionBot.Core.Directory;
using SupervisionBot.Core.History;
using SupervisionBot.Core.Messaging;
using SupervisionBot.Core.Search;
using SupervisionBot.Core.Shelf;
using SupervisionBot.Core.TypicalPractices;
using SupervisionBot.Core.TypicalPractices.Bulletins;

namespace SupervisionBot.Core.Persistence;

/// <summary>
/// The one model over both databases. Only <see cref="Database"/> opens it for writing; queries open it for reading.
/// Feature folders map their own records in <c>…Mapping.cs</c>.
/// </summary>
public abstract class WorkDb(DbContextOptions options) : DbContext(options)
{
    public DbSet<Unit> Units => Set<Unit>();
    public DbSet<Person> People => Set<Person>();
    public DbSet<Matter> Matters => Set<Matter>();
    public DbSet<Conversation> Conversations => Set<Conversation>();
    public DbSet<ConversationLogEntry> ConversationLog => Set<ConversationLogEntry>();
    public DbSet<InboxItem> Inbox => Set<InboxItem>();
    public DbSet<OutboxItem> Outbox => Set<OutboxItem>();
    public DbSet<Draft> Drafts => Set<Draft>();
    public DbSet<StoredFile> Files => Set<StoredFile>();
    public DbSet<Occurrence> Occurrences => Set<Occurrence>();
    public DbSet<Deadline> Deadlines => Set<Deadline>();
    public DbSet<HistoryEntry> History => Set<HistoryEntry>();
    public DbSet<Consultation> Consultations => Set<Consultation>();
    public DbSet<Session> Sessions => Set<Session>();
    public DbSet<Minutes> Minutes => Set<Minutes>();
    public DbSet<MinutesVersion> MinutesVersions => Set<MinutesVersion>();
    public DbSet<Resolution> Resolutions => Set<Resolution>();
    public DbSet<AssistanceOrder> AssistanceOrders => Set<AssistanceOrder>();
    public DbSet<MenuItem> MenuItems => Set<MenuItem>();
    public DbSet<TypicalPractice> TypicalPractices => Set<TypicalPractice>();
    public DbSet<Bulletin> Bulletins => Set<Bulletin>();
    public DbSet<ShelfItem> ShelfItems => Set<ShelfItem>();
    public DbSet<CalendarVersion> CalendarVersions => Set<CalendarVersion>();
    public DbSet<Setting> Settings => Set<Setting>();

    /// <summary>What to do once the transaction has committed: wake those who wait. Never anything that may be lost.</summary>
    internal List<Action> AfterCommit { get; } = [];

    /// <summary>Records whose promises may have changed in this transaction.</summary>
    private readonly HashSet<PromisingRecord> promising = [];

    /// <summary>Records that may be found by something else after this transaction.</summary>
    private readonly HashSet<SearchableRecord> searchable = [];

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        foreach (var entry in ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            if (entry.Entity is IPromising owing)
            {
                promising.Add(owing.Promising);
            }

            if (entry.Entity is ISearchable changed)
            {
                searchable.UnionWith(changed.Searchable);
            }
        }

        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>The records whose promises may have changed since this was asked last.</summary>
    internal IReadOnlyList<PromisingRecord> TakePromising()
    {
        PromisingRecord[] all = [.. promising];
        promising.Clear();
        return all;
    }

    /// <summary>The records whose words or readers may have changed since this was asked last.</summary>
    internal IReadOnlyList<SearchableRecord> TakeSearchable()
    {
        SearchableRecord[] all = [.. searchable];
        searchable.Clear();
        return all;
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMilliseconds>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(WorkDb).Assembly);
    }
}

public sealed class SqliteWorkDb(DbContextOptions<SqliteWorkDb> options) : WorkDb(options);

public sealed class PostgresWorkDb(DbContextOptions<PostgresWorkDb> options) : WorkDb(options);
