using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupervisionBot.Core.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Deadlines : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Deadlines",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordKind = table.Column<string>(type: "character varying(4)", maxLength: 4, nullable: false),
                    RecordId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Title = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    Promise = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    Urgent = table.Column<bool>(type: "boolean", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Amount = table.Column<int>(type: "integer", nullable: true),
                    Unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    WholeDay = table.Column<bool>(type: "boolean", nullable: false),
                    OriginalDue = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RecordDue = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Due = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Step = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PausedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PausedUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PauseReason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Asked = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    AskedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AskedDue = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AskReason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Extended = table.Column<bool>(type: "boolean", nullable: false),
                    Explanation = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    HoldReason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    HandlerId = table.Column<Guid>(type: "uuid", nullable: true),
                    LastRung = table.Column<int>(type: "integer", nullable: true),
                    NextRung = table.Column<int>(type: "integer", nullable: true),
                    NextStepAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Deadlines", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Occurrences_RecipientId_State",
                table: "Occurrences",
                columns: new[] { "RecipientId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_Deadlines_ClosedAt_NextStepAt",
                table: "Deadlines",
                columns: new[] { "ClosedAt", "NextStepAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Deadlines_RecordId_ClosedAt",
                table: "Deadlines",
                columns: new[] { "RecordId", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Deadlines_RecordId_Promise_UnitId_Round",
                table: "Deadlines",
                columns: new[] { "RecordId", "Promise", "UnitId", "Round" },
                unique: true,
                filter: "\"ClosedAt\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Deadlines");

            migrationBuilder.DropIndex(
                name: "IX_Occurrences_RecipientId_State",
                table: "Occurrences");
        }
    }
}
