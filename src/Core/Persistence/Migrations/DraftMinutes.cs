using Microsoft.EntityFrameworkCore.Migrations;

namespace SupervisionBot.Core.Persistence.Migrations;

/// <summary>
/// Carries minutes that were stored before they had a life of their own into <c>MinutesSigning</c>; called there before the first index is made. The
/// statements mean the same on both databases.
/// </summary>
internal static class DraftMinutes
{
    public static void Carry(MigrationBuilder migration)
    {
        migration.Sql(
            """
            UPDATE "Minutes" SET
                "Kind" = 'Session',
                "Number" = (SELECT s."Number" FROM "Sessions" AS s WHERE s."Id" = "Minutes"."SessionId"),
                "PresiderId" = (
                    SELECT a."PersonId" FROM "Attendances" AS a
                    WHERE a."SessionId" = "Minutes"."SessionId" AND a."Role" = 'Host' AND a."Present" LIMIT 1
                ),
                "Revision" = 1,
                "VersionNumber" = 1,
                "IssuedVersion" = CASE WHEN "State" = 'Issued' THEN 1 END,
                "State" = CASE WHEN "State" = 'Draft' THEN 'Drafting' ELSE "State" END;
            """
        );
        migration.Sql(
            """
            INSERT INTO "MinutesVersions" ("MinutesId", "Number", "Markdown", "BegunAt", "SavedAt", "Kept")
            SELECT "Id", 1, "Markdown", "CompiledAt", "CompiledAt", TRUE FROM "Minutes";
            """
        );
        migration.Sql("""UPDATE "Resolutions" SET "State" = 'Recorded';""");
    }
}
