using Microsoft.EntityFrameworkCore.Migrations;

namespace SupervisionBot.Core.Persistence.Migrations;

/// <summary>What the model does not know of the search index: where each database keeps its tokens. Called in <c>Search</c> once its table is made.</summary>
internal static class SearchTables
{
    // Only the index itself is kept, not the words it was made of; without positions, because no question asks for them.
    public static void MakeOnSqlite(MigrationBuilder migration) =>
        migration.Sql(
            """CREATE VIRTUAL TABLE "SearchTokens" USING fts5("Tokens", tokenize = 'ascii', content = '', contentless_delete = 1, detail = none);"""
        );

    public static void DropOnSqlite(MigrationBuilder migration) => migration.Sql("""DROP TABLE "SearchTokens";""");

    public static void MakeOnPostgres(MigrationBuilder migration)
    {
        migration.Sql("""ALTER TABLE "SearchRows" ADD COLUMN "Tokens" tsvector NOT NULL;""");
        migration.Sql("""CREATE INDEX "IX_SearchRows_Tokens" ON "SearchRows" USING gin ("Tokens");""");
    }
}
