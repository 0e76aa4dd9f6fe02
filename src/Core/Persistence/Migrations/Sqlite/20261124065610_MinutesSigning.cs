using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SupervisionBot.Core.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class MinutesSigning : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Resolutions_AgendaItems_AgendaItemId",
                table: "Resolutions");

            migrationBuilder.AddColumn<string>(
                name: "AgendaSent",
                table: "Sessions",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "AgendaItemId",
                table: "Resolutions",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<DateTime>(
                name: "ClosedAt",
                table: "Resolutions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "ConsultationId",
                table: "Resolutions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "MinutesId",
                table: "Resolutions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Number",
                table: "Resolutions",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ReportedAt",
                table: "Resolutions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SendBackReason",
                table: "Resolutions",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "Resolutions",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Step",
                table: "Resolutions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Resolutions",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AlterColumn<Guid>(
                name: "SessionId",
                table: "Minutes",
                type: "TEXT",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "TEXT");

            migrationBuilder.AddColumn<Guid>(
                name: "ConsultationId",
                table: "Minutes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Corrections",
                table: "Minutes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "CountersignDue",
                table: "Minutes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "IssueNumber",
                table: "Minutes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "IssueYear",
                table: "Minutes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "IssuedAt",
                table: "Minutes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "IssuedOn",
                table: "Minutes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "IssuedVersion",
                table: "Minutes",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "Minutes",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<bool>(
                name: "LimitPassed",
                table: "Minutes",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Number",
                table: "Minutes",
                type: "TEXT",
                maxLength: 20,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "PresiderId",
                table: "Minutes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "Minutes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Round",
                table: "Minutes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "RoundClosedAt",
                table: "Minutes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SendBackReason",
                table: "Minutes",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SignedAt",
                table: "Minutes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SignedById",
                table: "Minutes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "SignedOnBehalf",
                table: "Minutes",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Step",
                table: "Minutes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "VersionNumber",
                table: "Minutes",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Conclusion",
                table: "Consultations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Outcome",
                table: "Consultations",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Outcome",
                table: "AgendaItems",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Countersignatures",
                columns: table => new
                {
                    MinutesId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Choice = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    ById = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: true),
                    OnVersion = table.Column<int>(type: "INTEGER", nullable: true),
                    Missed = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Countersignatures", x => new { x.MinutesId, x.Round, x.UnitId });
                    table.ForeignKey(
                        name: "FK_Countersignatures_Minutes_MinutesId",
                        column: x => x.MinutesId,
                        principalTable: "Minutes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_Countersignatures_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_Countersignatures_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MinutesVersions",
                columns: table => new
                {
                    MinutesId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Markdown = table.Column<string>(type: "TEXT", nullable: false),
                    SavedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    BegunAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SavedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Kept = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MinutesVersions", x => new { x.MinutesId, x.Number });
                    table.ForeignKey(
                        name: "FK_MinutesVersions_Minutes_MinutesId",
                        column: x => x.MinutesId,
                        principalTable: "Minutes",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_MinutesVersions_People_SavedById",
                        column: x => x.SavedById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ProgressReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ResolutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ById = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Done = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProgressReports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ProgressReports_People_ById",
                        column: x => x.ById,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ProgressReports_Resolutions_ResolutionId",
                        column: x => x.ResolutionId,
                        principalTable: "Resolutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_ProgressReports_Units_UnitId",
                        column: x => x.UnitId,
                        principalTable: "Units",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            DraftMinutes.Carry(migrationBuilder);

            migrationBuilder.CreateIndex(
                name: "IX_Resolutions_ConsultationId",
                table: "Resolutions",
                column: "ConsultationId");

            migrationBuilder.CreateIndex(
                name: "IX_Resolutions_MinutesId",
                table: "Resolutions",
                column: "MinutesId");

            migrationBuilder.CreateIndex(
                name: "IX_Resolutions_Number",
                table: "Resolutions",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Resolutions_State_DueOn",
                table: "Resolutions",
                columns: new[] { "State", "DueOn" });

            migrationBuilder.CreateIndex(
                name: "IX_Minutes_ConsultationId",
                table: "Minutes",
                column: "ConsultationId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Minutes_Kind_IssueYear_IssueNumber",
                table: "Minutes",
                columns: new[] { "Kind", "IssueYear", "IssueNumber" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Minutes_Number",
                table: "Minutes",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Minutes_PresiderId",
                table: "Minutes",
                column: "PresiderId");

            migrationBuilder.CreateIndex(
                name: "IX_Minutes_SignedById",
                table: "Minutes",
                column: "SignedById");

            migrationBuilder.CreateIndex(
                name: "IX_Minutes_State",
                table: "Minutes",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_Countersignatures_ById",
                table: "Countersignatures",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_Countersignatures_UnitId",
                table: "Countersignatures",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_MinutesVersions_SavedById",
                table: "MinutesVersions",
                column: "SavedById");

            migrationBuilder.CreateIndex(
                name: "IX_ProgressReports_ById",
                table: "ProgressReports",
                column: "ById");

            migrationBuilder.CreateIndex(
                name: "IX_ProgressReports_ResolutionId",
                table: "ProgressReports",
                column: "ResolutionId");

            migrationBuilder.CreateIndex(
                name: "IX_ProgressReports_UnitId",
                table: "ProgressReports",
                column: "UnitId");

            migrationBuilder.AddForeignKey(
                name: "FK_Minutes_Consultations_ConsultationId",
                table: "Minutes",
                column: "ConsultationId",
                principalTable: "Consultations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Minutes_People_PresiderId",
                table: "Minutes",
                column: "PresiderId",
                principalTable: "People",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Minutes_People_SignedById",
                table: "Minutes",
                column: "SignedById",
                principalTable: "People",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Resolutions_AgendaItems_AgendaItemId",
                table: "Resolutions",
                column: "AgendaItemId",
                principalTable: "AgendaItems",
                principalColumn: "Id");

            migrationBuilder.AddForeignKey(
                name: "FK_Resolutions_Consultations_ConsultationId",
                table: "Resolutions",
                column: "ConsultationId",
                principalTable: "Consultations",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);

            migrationBuilder.AddForeignKey(
                name: "FK_Resolutions_Minutes_MinutesId",
                table: "Resolutions",
                column: "MinutesId",
                principalTable: "Minutes",
                principalColumn: "Id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Minutes_Consultations_ConsultationId",
                table: "Minutes");

            migrationBuilder.DropForeignKey(
                name: "FK_Minutes_People_PresiderId",
                table: "Minutes");

            migrationBuilder.DropForeignKey(
                name: "FK_Minutes_People_SignedById",
                table: "Minutes");

            migrationBuilder.DropForeignKey(
                name: "FK_Resolutions_AgendaItems_AgendaItemId",
                table: "Resolutions");

            migrationBuilder.DropForeignKey(
                name: "FK_Resolutions_Consultations_ConsultationId",
                table: "Resolutions");

            migrationBuilder.DropForeignKey(
                name: "FK_Resolutions_Minutes_MinutesId",
                table: "Resolutions");

            migrationBuilder.DropTable(
                name: "Countersignatures");

            migrationBuilder.DropTable(
                name: "MinutesVersions");

            migrationBuilder.DropTable(
                name: "ProgressReports");

            migrationBuilder.DropIndex(
                name: "IX_Resolutions_ConsultationId",
                table: "Resolutions");

            migrationBuilder.DropIndex(
                name: "IX_Resolutions_MinutesId",
                table: "Resolutions");

            migrationBuilder.DropIndex(
                name: "IX_Resolutions_Number",
                table: "Resolutions");

            migrationBuilder.DropIndex(
                name: "IX_Resolutions_State_DueOn",
                table: "Resolutions");

            migrationBuilder.DropIndex(
                name: "IX_Minutes_ConsultationId",
                table: "Minutes");

            migrationBuilder.DropIndex(
                name: "IX_Minutes_Kind_IssueYear_IssueNumber",
                table: "Minutes");

            migrationBuilder.DropIndex(
                name: "IX_Minutes_Number",
                table: "Minutes");

            migrationBuilder.DropIndex(
                name: "IX_Minutes_PresiderId",
                table: "Minutes");

            migrationBuilder.DropIndex(
                name: "IX_Minutes_SignedById",
                table: "Minutes");

            migrationBuilder.DropIndex(
                name: "IX_Minutes_State",
                table: "Minutes");

            migrationBuilder.DropColumn(
                name: "AgendaSent",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "ClosedAt",
                table: "Resolutions");

            migrationBuilder.DropColumn(
                name: "ConsultationId",
                table: "Resolutions");

            migrationBuilder.DropColumn(
                name: "MinutesId",
                table: "Resolutions");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "Resolutions");

            migrationBuilder.DropColumn(
                name: "ReportedAt",
                table: "Resolutions");

            migrationBuilder.DropColumn(
                name: "SendBackReason",
                table: "Resolutions");

            migrationBuilder.DropColumn(
                name: "State",
                table: "Resolutions");

            migrationBuilder.DropColumn(
                name: "Step",
                table: "Resolutions");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Resolutions");

            migrationBuilder.DropColumn(
                name: "ConsultationId",
                table: "Minutes");

            migrationBuilder.DropColumn(
                name: "Corrections",
                table: "Minutes");

            migrationBuilder.DropColumn(
                name: "CountersignDue",
                table: "Minutes");

            migrationBuilder.DropColumn(
                name: "IssueNumber",
                table: "Minutes");

            migrationBuilder.DropColumn(
                name: "IssueYear",
                table: "Minutes");

            migrationBuilder.DropColumn(
                name: "IssuedAt",
                table: "Minutes");

            migrationBuilder.DropColumn(
                name: "IssuedOn",
                table: "Minutes");

            migrationBuilder.DropColumn(
                name: "IssuedVersion",
                table: "Minutes");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "Minutes");

            migrationBuilder.DropColumn(
                name: "LimitPassed",
                table: "Minutes");

            migrationBuilder.DropColumn(
                name: "Number",
                table: "Minutes");

            migrationBuilder.DropColumn(
                name: "PresiderId",
                table: "Minutes");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "Minutes");

            migrationBuilder.DropColumn(
                name: "Round",
                table: "Minutes");

            migrationBuilder.DropColumn(
                name: "RoundClosedAt",
                table: "Minutes");

            migrationBuilder.DropColumn(
                name: "SendBackReason",
                table: "Minutes");

            migrationBuilder.DropColumn(
                name: "SignedAt",
                table: "Minutes");

            migrationBuilder.DropColumn(
                name: "SignedById",
                table: "Minutes");

            migrationBuilder.DropColumn(
                name: "SignedOnBehalf",
                table: "Minutes");

            migrationBuilder.DropColumn(
                name: "Step",
                table: "Minutes");

            migrationBuilder.DropColumn(
                name: "VersionNumber",
                table: "Minutes");

            migrationBuilder.DropColumn(
                name: "Conclusion",
                table: "Consultations");

            migrationBuilder.DropColumn(
                name: "Outcome",
                table: "Consultations");

            migrationBuilder.DropColumn(
                name: "Outcome",
                table: "AgendaItems");

            migrationBuilder.AlterColumn<Guid>(
                name: "AgendaItemId",
                table: "Resolutions",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "SessionId",
                table: "Minutes",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "TEXT",
                oldNullable: true);

            migrationBuilder.AddForeignKey(
                name: "FK_Resolutions_AgendaItems_AgendaItemId",
                table: "Resolutions",
                column: "AgendaItemId",
                principalTable: "AgendaItems",
                principalColumn: "Id",
                onDelete: ReferentialAction.Cascade);
        }
    }
}
