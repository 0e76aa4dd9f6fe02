using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupervisionBot.Core.Persistence.Migrations.Postgres
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Step = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Year = table.Column<int>(type: "integer", nullable: true),
                    Issue = table.Column<int>(type: "integer", nullable: true),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Foreword = table.Column<string>(type: "text", nullable: true),
                    ReportedTo = table.Column<string>(type: "text", nullable: true),
                    SentTo = table.Column<string>(type: "text", nullable: true),
                    DistributedTo = table.Column<string>(type: "text", nullable: true),
                    Copies = table.Column<int>(type: "integer", nullable: true),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Bulletins", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ShelfItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ShelfItems", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "TypicalPractices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    DrafterId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(120)", maxLength: 120, nullable: false),
                    Body = table.Column<string>(type: "text", nullable: false),
                    Author = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Contact = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Step = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    ReleasedOnBehalf = table.Column<bool>(type: "boolean", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ReleasedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AdoptedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Reason = table.Column<string>(type: "text", nullable: true)
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
                    BulletinId = table.Column<Guid>(type: "uuid", nullable: false),
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PracticeId = table.Column<Guid>(type: "uuid", nullable: false),
                    Level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    On = table.Column<DateOnly>(type: "date", nullable: false),
                    Outlet = table.Column<string>(type: "text", nullable: true),
                    Instruction = table.Column<string>(type: "text", nullable: true),
                    RecordedById = table.Column<Guid>(type: "uuid", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
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
