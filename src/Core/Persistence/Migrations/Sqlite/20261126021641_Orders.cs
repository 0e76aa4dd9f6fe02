using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupervisionBot.Core.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Orders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "AssistanceOrders",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequesterId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Account = table.Column<string>(type: "TEXT", nullable: false),
                    PeopleWanted = table.Column<int>(type: "INTEGER", nullable: true),
                    WishedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    WishedTime = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    PeriodTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Trainees = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Urgent = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    CandidateUnitIds = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    PlacedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    LeadUnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    DispatchedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AcceptDue = table.Column<DateTime>(type: "TEXT", nullable: true),
                    CompleteDue = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Restarted = table.Column<bool>(type: "INTEGER", nullable: false),
                    PausedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AcceptedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    AssignedTo = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    AgreedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    AgreedTime = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    MaterialWanted = table.Column<string>(type: "TEXT", nullable: true),
                    MaterialAsked = table.Column<bool>(type: "INTEGER", nullable: false),
                    CompletedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Result = table.Column<string>(type: "TEXT", nullable: true),
                    PeopleSent = table.Column<int>(type: "INTEGER", nullable: true),
                    Proof = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Shared = table.Column<bool>(type: "INTEGER", nullable: false),
                    Rating = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    RatingText = table.Column<string>(type: "TEXT", nullable: true),
                    RatedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    RatableUntil = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Reopened = table.Column<bool>(type: "INTEGER", nullable: false),
                    ConsultationId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AssistanceOrders", x => x.Id);
                    table.ForeignKey(
                        name: "FK_AssistanceOrders_People_RequesterId",
                        column: x => x.RequesterId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AssistanceOrders_Units_LeadUnitId",
                        column: x => x.LeadUnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_AssistanceOrders_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MenuItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MenuItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MenuItems_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "HandBacks",
                columns: table => new
                {
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Basis = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    SuggestedUnitId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    RuledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Granted = table.Column<bool>(type: "INTEGER", nullable: true),
                    RulingReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HandBacks", x => new { x.OrderId, x.Round });
                    table.ForeignKey(
                        name: "FK_HandBacks_AssistanceOrders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "AssistanceOrders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_HandBacks_Units_SuggestedUnitId",
                        column: x => x.SuggestedUnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_HandBacks_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SupportingUnits",
                columns: table => new
                {
                    OrderId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Contribution = table.Column<string>(type: "TEXT", nullable: true),
                    ReportedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ReportedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SupportingUnits", x => new { x.OrderId, x.UnitId });
                    table.ForeignKey(
                        name: "FK_SupportingUnits_AssistanceOrders_OrderId",
                        column: x => x.OrderId,
                        principalTable: "AssistanceOrders",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_SupportingUnits_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Deadlines_State_ClosedAt",
                table: "Deadlines",
                columns: new[] { "State", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AssistanceOrders_LeadUnitId_PlacedAt",
                table: "AssistanceOrders",
                columns: new[] { "LeadUnitId", "PlacedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AssistanceOrders_Number",
                table: "AssistanceOrders",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_AssistanceOrders_PlacedAt",
                table: "AssistanceOrders",
                column: "PlacedAt");

            migrationBuilder.CreateIndex(
                name: "IX_AssistanceOrders_RequesterId",
                table: "AssistanceOrders",
                column: "RequesterId");

            migrationBuilder.CreateIndex(
                name: "IX_AssistanceOrders_State_LeadUnitId",
                table: "AssistanceOrders",
                columns: new[] { "State", "LeadUnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_AssistanceOrders_UnitId_PlacedAt",
                table: "AssistanceOrders",
                columns: new[] { "UnitId", "PlacedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AssistanceOrders_UnitId_State",
                table: "AssistanceOrders",
                columns: new[] { "UnitId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_HandBacks_SuggestedUnitId",
                table: "HandBacks",
                column: "SuggestedUnitId");

            migrationBuilder.CreateIndex(
                name: "IX_HandBacks_UnitId",
                table: "HandBacks",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_MenuItems_UnitId_Kind_Name",
                table: "MenuItems",
                columns: new[] { "UnitId", "Kind", "Name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_SupportingUnits_UnitId",
                table: "SupportingUnits",
                column: "UnitId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "HandBacks");

            migrationBuilder.DropTable(
                name: "MenuItems");

            migrationBuilder.DropTable(
                name: "SupportingUnits");

            migrationBuilder.DropTable(
                name: "AssistanceOrders");

            migrationBuilder.DropIndex(
                name: "IX_Deadlines_State_ClosedAt",
                table: "Deadlines");
        }
    }
}
