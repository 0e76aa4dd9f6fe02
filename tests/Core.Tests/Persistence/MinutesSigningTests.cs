using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.Options;
using SupervisionBot.Core.Consultations.Resolutions;
using SupervisionBot.Core.Consultations.Signing;
using SupervisionBot.Core.Persistence;
using SupervisionBot.Testing;
using Xunit;

namespace SupervisionBot.Core.Tests.Persistence;

/// <summary>A database that held minutes before they had a life of their own.</summary>
public sealed class MinutesSigningTests
{
    private static readonly DateTime At = new(2026, 11, 20, 1, 0, 0, DateTimeKind.Utc);

    private static readonly (string Number, string State)[] Papers = [("HY-2026-0001", "Draft"), ("HY-2026-0002", "Issued")];

    public static TheoryData<StorageProvider> Providers => TestDatabase.Providers;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Providers))]
    public async Task Drafts_and_issued_minutes_come_through_the_migration_with_number_presider_and_first_version(StorageProvider provider)
    {
        await using var database = await TestDatabase.CreateAsync(provider, migrated: false);
        var options = new StorageOptions { Provider = provider, ConnectionString = database.ConnectionString };
        var factory = new WorkDbFactory(Options.Create(options));
        var presider = Guid.NewGuid();
        await using (var db = factory.Open())
        {
            var migrator = db.GetService<IMigrator>();
            await migrator.MigrateAsync("AttendancePerson", Cancel);
            await FillAsync(db, presider, provider == StorageProvider.Sqlite ? "[]" : Array.Empty<string>());
            await migrator.MigrateAsync(cancellationToken: Cancel);
        }

        await using var after = factory.Open();
        var minutes = await after.Minutes.Include(m => m.Versions).OrderBy(m => m.Number).ToListAsync(Cancel);
        Assert.Equal([MinutesState.Drafting, MinutesState.Issued], minutes.Select(m => m.State));
        Assert.Equal(["HY-2026-0001", "HY-2026-0002"], minutes.Select(m => m.Number));
        Assert.All(minutes, m => Assert.Equal((MinutesKind.Session, (Guid?)presider, 1, 1), (m.Kind, m.PresiderId, m.Revision, m.VersionNumber)));
        Assert.All(
            minutes,
            m => Assert.Equal((1, "# 纪要\n", true), (m.Versions.Single().Number, m.Versions.Single().Markdown, m.Versions.Single().Kept))
        );
        Assert.Equal(ResolutionState.Recorded, (await after.Resolutions.SingleAsync(Cancel)).State);
    }

    private static async Task FillAsync(WorkDb db, Guid presider, object none)
    {
        var (unit, consultation, item) = (Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid());
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Units" ("Id", "Kind", "Name", "ShortName", "Order", "Aliases") VALUES ({unit}, 'Department', '市水务局', '市水务局', 1, {none})
            """,
            Cancel
        );
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "People" ("Id", "Login", "Name", "UnitId", "Post", "Order", "Phone", "Roles", "Active")
            VALUES ({presider}, 'zhuchi', '王秀英', {unit}, '主任', 1, '', {none}, TRUE)
            """,
            Cancel
        );
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Consultations"
                ("Id", "Number", "UnitId", "DrafterId", "Title", "Situation", "Account", "State", "Step", "Version", "ReleasedOnBehalf", "StartedAt")
            VALUES ({consultation}, 'HS-2026-0001', {unit}, {presider}, '题', 'Other', '情况', 'MinutesDrafted', 1, 1, FALSE, {At})
            """,
            Cancel
        );
        foreach (var (number, state) in Papers)
        {
            var session = Guid.NewGuid();
            await AddSessionAsync(db, session, number, presider, unit);
            await db.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "Minutes" ("Id", "SessionId", "Title", "Markdown", "CompiledAt", "State", "Version")
                VALUES ({Guid.NewGuid()}, {session}, '纪要', {"# 纪要\n"}, {At}, {state}, 1)
                """,
                Cancel
            );
            if (state == "Draft")
            {
                await db.Database.ExecuteSqlAsync(
                    $"""
                    INSERT INTO "AgendaItems" ("Id", "SessionId", "ConsultationId", "Order", "Discussion") VALUES ({item}, {session}, {consultation}, 1, '')
                    """,
                    Cancel
                );
            }
        }

        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Resolutions" ("Id", "AgendaItemId", "Order", "Text", "LeadUnitId", "SupportingUnitIds")
            VALUES ({Guid.NewGuid()}, {item}, 1, '查处', {unit}, {(none is string ? none : Array.Empty<Guid>())})
            """,
            Cancel
        );
    }

    private static async Task AddSessionAsync(WorkDb db, Guid session, string number, Guid presider, Guid unit)
    {
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Sessions" ("Id", "Number", "Kind", "StartsAt", "EndsAt", "Place", "State", "Step", "Version", "InvitationSequence")
            VALUES ({session}, {number}, 'Own', {At}, {At}, '会议室', 'Compiled', 1, 1, 0)
            """,
            Cancel
        );
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "Attendances" ("Id", "SessionId", "UnitId", "Role", "Attendee", "Reply", "Present", "PersonId")
            VALUES ({Guid.NewGuid()}, {session}, {unit}, 'Host', '', 'Open', TRUE, {presider})
            """,
            Cancel
        );
    }
}
