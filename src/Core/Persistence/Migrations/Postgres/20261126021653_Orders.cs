using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupervisionBot.Core.Persistence.Migrations.Postgres
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    RequesterId = table.Column<Guid>(type: "uuid", nullable: false),
                    Title = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Account = table.Column<string>(type: "text", nullable: false),
                    PeopleWanted = table.Column<int>(type: "integer", nullable: true),
                    WishedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    WishedTime = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    PeriodTo = table.Column<DateOnly>(type: "date", nullable: true),
                    Trainees = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Urgent = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    CandidateUnitIds = table.Column<List<Guid>>(type: "uuid[]", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Step = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    PlacedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LeadUnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    DispatchedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AcceptDue = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    CompleteDue = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Restarted = table.Column<bool>(type: "boolean", nullable: false),
                    PausedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AcceptedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    AssignedTo = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    AgreedOn = table.Column<DateOnly>(type: "date", nullable: true),
                    AgreedTime = table.Column<TimeOnly>(type: "time without time zone", nullable: true),
                    MaterialWanted = table.Column<string>(type: "text", nullable: true),
                    MaterialAsked = table.Column<bool>(type: "boolean", nullable: false),
                    CompletedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    DoneOn = table.Column<DateOnly>(type: "date", nullable: true),
                    Result = table.Column<string>(type: "text", nullable: true),
                    PeopleSent = table.Column<int>(type: "integer", nullable: true),
                    Proof = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Shared = table.Column<bool>(type: "boolean", nullable: false),
                    Rating = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    RatingText = table.Column<string>(type: "text", nullable: true),
                    RatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    RatableUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Reopened = table.Column<bool>(type: "boolean", nullable: false),
                    ConsultationId = table.Column<Guid>(type: "uuid", nullable: true)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false)
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
                    OrderId = table.Column<Guid>(type: "uuid", nullable: false),
                    Round = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Reason = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Basis = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    SuggestedUnitId = table.Column<Guid>(type: "uuid", nullable: true),
                    ById = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    RuledAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Granted = table.Column<bool>(type: "boolean", nullable: true),
                    RulingReason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true)
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
                    OrderId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<Guid>(type: "uuid", nullable: false),
                    Contribution = table.Column<string>(type: "text", nullable: true),
                    ReportedById = table.Column<Guid>(type: "uuid", nullable: true),
                    ReportedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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
