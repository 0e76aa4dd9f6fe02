using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupervisionBot.Core.Persistence.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class RulingIndex : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Deadlines_State_ClosedAt",
                table: "Deadlines");

            migrationBuilder.CreateIndex(
                name: "IX_Deadlines_State",
                table: "Deadlines",
                column: "State",
                filter: "\"State\" = 'AwaitingRuling'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Deadlines_State",
                table: "Deadlines");

            migrationBuilder.CreateIndex(
                name: "IX_Deadlines_State_ClosedAt",
                table: "Deadlines",
                columns: new[] { "State", "ClosedAt" });
        }
    }
}
