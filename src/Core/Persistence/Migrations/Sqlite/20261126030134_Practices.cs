using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupervisionBot.Core.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Practices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Bulletins",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: true),
                    Issue = table.Column<int>(type: "INTEGER", nullable: true),
                    IssuedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Foreword = table.Column<string>(type: "TEXT", nullable: true),
                    ReportedTo = table.Column<string>(type: "TEXT", nullable: true),
                    SentTo = table.Column<string>(type: "TEXT", nullable: true),
                    DistributedTo = table.Column<string>(type: "TEXT", nullable: true),
                    Copies = table.Column<int>(type: "INTEGER", nullable: true),
                    StartedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bulletins", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ShelfItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShelfItems", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TypicalPractices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DrafterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Body = table.Column<string>(type: "TEXT", nullable: false),
                    Author = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Contact = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    ReleasedOnBehalf = table.Column<bool>(type: "INTEGER", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReleasedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AdoptedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TypicalPractices", x => x.Id);
                    table.ForeignKey(
                        name: "FK_TypicalPractices_People_DrafterId",
                        column: x => x.DrafterId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_TypicalPractices_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "BulletinItems",
                columns: table => new
                {
                    BulletinId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PracticeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BulletinItems", x => new { x.BulletinId, x.PracticeId });
                    table.ForeignKey(
                        name: "FK_BulletinItems_Bulletins_BulletinId",
                        column: x => x.BulletinId,
                        principalTable: "Bulletins",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_BulletinItems_TypicalPractices_PracticeId",
                        column: x => x.PracticeId,
                        principalTable: "TypicalPractices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "PracticeAdoptions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    PracticeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Level = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Outlet = table.Column<string>(type: "TEXT", nullable: true),
                    Instruction = table.Column<string>(type: "TEXT", nullable: true),
                    RecordedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PracticeAdoptions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_PracticeAdoptions_People_RecordedById",
                        column: x => x.RecordedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_PracticeAdoptions_TypicalPractices_PracticeId",
                        column: x => x.PracticeId,
                        principalTable: "TypicalPractices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_BulletinItems_PracticeId",
                table: "BulletinItems",
                column: "PracticeId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Bulletins_Year_Issue",
                table: "Bulletins",
                columns: new[] { "Year", "Issue" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_PracticeAdoptions_Level",
                table: "PracticeAdoptions",
                column: "Level");

            migrationBuilder.CreateIndex(
                name: "IX_PracticeAdoptions_PracticeId",
                table: "PracticeAdoptions",
                column: "PracticeId");

            migrationBuilder.CreateIndex(
                name: "IX_PracticeAdoptions_RecordedById",
                table: "PracticeAdoptions",
                column: "RecordedById");

            migrationBuilder.CreateIndex(
                name: "IX_ShelfItems_Title",
                table: "ShelfItems",
                column: "Title",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TypicalPractices_AdoptedAt",
                table: "TypicalPractices",
                column: "AdoptedAt");

            migrationBuilder.CreateIndex(
                name: "IX_TypicalPractices_DrafterId",
                table: "TypicalPractices",
                column: "DrafterId");

            migrationBuilder.CreateIndex(
                name: "IX_TypicalPractices_Number",
                table: "TypicalPractices",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_TypicalPractices_State_UnitId",
                table: "TypicalPractices",
                columns: new[] { "State", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_TypicalPractices_UnitId",
                table: "TypicalPractices",
                column: "UnitId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "BulletinItems");

            migrationBuilder.DropTable(
                name: "PracticeAdoptions");

            migrationBuilder.DropTable(
                name: "ShelfItems");

            migrationBuilder.DropTable(
                name: "Bulletins");

            migrationBuilder.DropTable(
                name: "TypicalPractices");
        }
    }
}
