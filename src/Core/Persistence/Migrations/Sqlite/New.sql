CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);

CREATE TABLE "ConversationLog" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_ConversationLog" PRIMARY KEY AUTOINCREMENT,
    "ConversationId" TEXT NOT NULL,
    "Watermark" INTEGER NOT NULL,
    "ActivityId" TEXT NOT NULL,
    "Activity" TEXT NOT NULL,
    "At" TEXT NOT NULL
);

CREATE TABLE "Conversations" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Conversations" PRIMARY KEY,
    "ChannelId" TEXT NOT NULL,
    "ChannelConversationId" TEXT NOT NULL,
    "PersonId" TEXT NOT NULL,
    "StartedAt" TEXT NOT NULL,
    "Watermark" INTEGER NOT NULL,
    "LastList" TEXT NULL,
    "LastListAt" TEXT NULL
);

CREATE TABLE "Drafts" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Drafts" PRIMARY KEY,
    "PersonId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "RecordId" TEXT NULL,
    "Values" TEXT NOT NULL,
    "FileIds" TEXT NOT NULL,
    "Step" INTEGER NOT NULL,
    "StartedAt" TEXT NOT NULL,
    "TouchedAt" TEXT NOT NULL,
    "ClosedAt" TEXT NULL
);

CREATE TABLE "Files" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Files" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "ContentType" TEXT NOT NULL,
    "Size" INTEGER NOT NULL,
    "Content" BLOB NOT NULL,
    "OwnerId" TEXT NULL,
    "RecordId" TEXT NULL,
    "Number" INTEGER NULL,
    "At" TEXT NOT NULL
);

CREATE TABLE "History" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_History" PRIMARY KEY AUTOINCREMENT,
    "RecordKind" TEXT NOT NULL,
    "RecordId" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "Action" TEXT NOT NULL,
    "PersonId" TEXT NULL,
    "UnitId" TEXT NULL,
    "OnBehalfOfId" TEXT NULL,
    "Means" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Before" TEXT NULL,
    "After" TEXT NULL
);

CREATE TABLE "Inbox" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Inbox" PRIMARY KEY AUTOINCREMENT,
    "ConversationId" TEXT NOT NULL,
    "Key" TEXT NOT NULL,
    "PersonId" TEXT NOT NULL,
    "ActivityId" TEXT NOT NULL,
    "Activity" TEXT NOT NULL,
    "ReceivedAt" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Failures" INTEGER NOT NULL,
    "LastError" TEXT NULL
);

CREATE TABLE "Matters" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Matters" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Words" TEXT NOT NULL,
    "CompetentUnitIds" TEXT NOT NULL,
    "GuidingUnitIds" TEXT NOT NULL,
    "Delegated" INTEGER NOT NULL,
    "Basis" TEXT NOT NULL
);

CREATE TABLE "NumberCounters" (
    "Kind" TEXT NOT NULL,
    "Year" INTEGER NOT NULL,
    "Last" INTEGER NOT NULL,
    CONSTRAINT "PK_NumberCounters" PRIMARY KEY ("Kind", "Year")
);

CREATE TABLE "Occurrences" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Occurrences" PRIMARY KEY AUTOINCREMENT,
    "ItemId" TEXT NOT NULL,
    "Step" TEXT NOT NULL,
    "DueValue" TEXT NOT NULL,
    "RecipientId" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "SettledAt" TEXT NULL,
    "Failures" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL
);

CREATE TABLE "Outbox" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_Outbox" PRIMARY KEY AUTOINCREMENT,
    "Kind" TEXT NOT NULL,
    "PersonId" TEXT NULL,
    "ConversationId" TEXT NULL,
    "TargetId" TEXT NOT NULL,
    "Message" TEXT NOT NULL,
    "CoalesceKey" TEXT NULL,
    "CreatedAt" TEXT NOT NULL,
    "NotBefore" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Attempts" INTEGER NOT NULL,
    "LeaseOwner" TEXT NOT NULL,
    "LeaseUntil" TEXT NOT NULL,
    "LastError" TEXT NULL,
    "SettledAt" TEXT NULL,
    "Version" INTEGER NOT NULL
);

CREATE TABLE "Sessions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Sessions" PRIMARY KEY,
    "Number" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "StartsAt" TEXT NOT NULL,
    "EndsAt" TEXT NOT NULL,
    "Place" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Step" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "InvitationSequence" INTEGER NOT NULL
);

CREATE TABLE "Settings" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_Settings" PRIMARY KEY,
    "Value" TEXT NOT NULL
);

CREATE TABLE "Units" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Units" PRIMARY KEY,
    "Kind" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "ShortName" TEXT NOT NULL,
    "Order" INTEGER NOT NULL,
    "Aliases" TEXT NOT NULL
);

CREATE TABLE "Minutes" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Minutes" PRIMARY KEY,
    "SessionId" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Markdown" TEXT NOT NULL,
    "CompiledAt" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Minutes_Sessions_SessionId" FOREIGN KEY ("SessionId") REFERENCES "Sessions" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Attendances" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Attendances" PRIMARY KEY,
    "SessionId" TEXT NOT NULL,
    "UnitId" TEXT NOT NULL,
    "Role" TEXT NOT NULL,
    "Attendee" TEXT NOT NULL,
    "Reply" TEXT NOT NULL,
    "ReplyText" TEXT NULL,
    "Present" INTEGER NULL,
    CONSTRAINT "FK_Attendances_Sessions_SessionId" FOREIGN KEY ("SessionId") REFERENCES "Sessions" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Attendances_Units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "Units" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "People" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_People" PRIMARY KEY,
    "Login" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "UnitId" TEXT NOT NULL,
    "Post" TEXT NOT NULL,
    "Order" INTEGER NOT NULL,
    "Phone" TEXT NOT NULL,
    "Roles" TEXT NOT NULL,
    "Active" INTEGER NOT NULL,
    "DeputyId" TEXT NULL,
    "DeputyFrom" TEXT NULL,
    "DeputyTo" TEXT NULL,
    CONSTRAINT "FK_People_People_DeputyId" FOREIGN KEY ("DeputyId") REFERENCES "People" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_People_Units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "Units" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Consultations" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Consultations" PRIMARY KEY,
    "Number" TEXT NOT NULL,
    "UnitId" TEXT NOT NULL,
    "DrafterId" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Situation" TEXT NOT NULL,
    "Account" TEXT NOT NULL,
    "Negotiation" TEXT NULL,
    "OwnView" TEXT NULL,
    "UrgentReason" TEXT NULL,
    "WishedAt" TEXT NULL,
    "State" TEXT NOT NULL,
    "Step" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "Route" TEXT NULL,
    "ReleasedOnBehalf" INTEGER NOT NULL,
    "StartedAt" TEXT NOT NULL,
    "ReleasedAt" TEXT NULL,
    "AdmissionDue" TEXT NULL,
    "AdmittedAt" TEXT NULL,
    "ViewsDue" TEXT NULL,
    "ReturnReason" TEXT NULL,
    CONSTRAINT "FK_Consultations_People_DrafterId" FOREIGN KEY ("DrafterId") REFERENCES "People" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Consultations_Units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "Units" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "AgendaItems" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AgendaItems" PRIMARY KEY,
    "SessionId" TEXT NOT NULL,
    "ConsultationId" TEXT NOT NULL,
    "Order" INTEGER NOT NULL,
    "Discussion" TEXT NOT NULL,
    CONSTRAINT "FK_AgendaItems_Consultations_ConsultationId" FOREIGN KEY ("ConsultationId") REFERENCES "Consultations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AgendaItems_Sessions_SessionId" FOREIGN KEY ("SessionId") REFERENCES "Sessions" ("Id") ON DELETE CASCADE
);

CREATE TABLE "InvitedUnits" (
    "ConsultationId" TEXT NOT NULL,
    "UnitId" TEXT NOT NULL,
    "ViewKind" TEXT NULL,
    "ViewText" TEXT NULL,
    "ViewBasis" TEXT NULL,
    "ViewById" TEXT NULL,
    "ViewAt" TEXT NULL,
    CONSTRAINT "PK_InvitedUnits" PRIMARY KEY ("ConsultationId", "UnitId"),
    CONSTRAINT "FK_InvitedUnits_Consultations_ConsultationId" FOREIGN KEY ("ConsultationId") REFERENCES "Consultations" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_InvitedUnits_Units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "Units" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "Resolutions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Resolutions" PRIMARY KEY,
    "AgendaItemId" TEXT NOT NULL,
    "Order" INTEGER NOT NULL,
    "Text" TEXT NOT NULL,
    "LeadUnitId" TEXT NOT NULL,
    "SupportingUnitIds" TEXT NOT NULL,
    "DueOn" TEXT NULL,
    CONSTRAINT "FK_Resolutions_AgendaItems_AgendaItemId" FOREIGN KEY ("AgendaItemId") REFERENCES "AgendaItems" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Resolutions_Units_LeadUnitId" FOREIGN KEY ("LeadUnitId") REFERENCES "Units" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_AgendaItems_ConsultationId" ON "AgendaItems" ("ConsultationId");

CREATE INDEX "IX_AgendaItems_SessionId" ON "AgendaItems" ("SessionId");

CREATE INDEX "IX_Attendances_SessionId" ON "Attendances" ("SessionId");

CREATE INDEX "IX_Attendances_UnitId" ON "Attendances" ("UnitId");

CREATE INDEX "IX_Consultations_DrafterId" ON "Consultations" ("DrafterId");

CREATE UNIQUE INDEX "IX_Consultations_Number" ON "Consultations" ("Number");

CREATE INDEX "IX_Consultations_State_UnitId" ON "Consultations" ("State", "UnitId");

CREATE INDEX "IX_Consultations_UnitId" ON "Consultations" ("UnitId");

CREATE UNIQUE INDEX "IX_ConversationLog_ConversationId_ActivityId" ON "ConversationLog" ("ConversationId", "ActivityId");

CREATE UNIQUE INDEX "IX_ConversationLog_ConversationId_Watermark" ON "ConversationLog" ("ConversationId", "Watermark");

CREATE UNIQUE INDEX "IX_Conversations_ChannelId_ChannelConversationId" ON "Conversations" ("ChannelId", "ChannelConversationId");

CREATE INDEX "IX_Conversations_PersonId_ChannelId" ON "Conversations" ("PersonId", "ChannelId");

CREATE INDEX "IX_Drafts_PersonId_ClosedAt_TouchedAt" ON "Drafts" ("PersonId", "ClosedAt", "TouchedAt");

CREATE INDEX "IX_Files_OwnerId_RecordId" ON "Files" ("OwnerId", "RecordId");

CREATE UNIQUE INDEX "IX_Files_RecordId_Number" ON "Files" ("RecordId", "Number");

CREATE INDEX "IX_History_RecordId_Id" ON "History" ("RecordId", "Id");

CREATE UNIQUE INDEX "IX_Inbox_ConversationId_Key" ON "Inbox" ("ConversationId", "Key");

CREATE INDEX "IX_Inbox_State_ConversationId_Id" ON "Inbox" ("State", "ConversationId", "Id");

CREATE INDEX "IX_InvitedUnits_UnitId" ON "InvitedUnits" ("UnitId");

CREATE UNIQUE INDEX "IX_Matters_Name" ON "Matters" ("Name");

CREATE UNIQUE INDEX "IX_Minutes_SessionId" ON "Minutes" ("SessionId");

CREATE UNIQUE INDEX "IX_Occurrences_ItemId_Step_DueValue_RecipientId" ON "Occurrences" ("ItemId", "Step", "DueValue", "RecipientId");

CREATE INDEX "IX_Occurrences_State_At" ON "Occurrences" ("State", "At");

CREATE INDEX "IX_Outbox_State_NotBefore" ON "Outbox" ("State", "NotBefore");

CREATE INDEX "IX_Outbox_TargetId_State_Id" ON "Outbox" ("TargetId", "State", "Id");

CREATE INDEX "IX_People_DeputyId" ON "People" ("DeputyId");

CREATE UNIQUE INDEX "IX_People_Login" ON "People" ("Login");

CREATE INDEX "IX_People_UnitId" ON "People" ("UnitId");

CREATE INDEX "IX_Resolutions_AgendaItemId" ON "Resolutions" ("AgendaItemId");

CREATE INDEX "IX_Resolutions_LeadUnitId" ON "Resolutions" ("LeadUnitId");

CREATE UNIQUE INDEX "IX_Sessions_Number" ON "Sessions" ("Number");

CREATE INDEX "IX_Sessions_State_StartsAt" ON "Sessions" ("State", "StartsAt");

CREATE UNIQUE INDEX "IX_Units_Name" ON "Units" ("Name");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261123200138_Initial', '10.0.15');

ALTER TABLE "Attendances" ADD "PersonId" TEXT NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261123201009_AttendancePerson', '10.0.15');

CREATE TABLE "CalendarVersions" (
    "Number" INTEGER NOT NULL CONSTRAINT "PK_CalendarVersions" PRIMARY KEY,
    "Content" TEXT NOT NULL,
    "FileName" TEXT NOT NULL,
    "ImportedBy" TEXT NOT NULL,
    "ImportedAt" TEXT NOT NULL
);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261124064430_CalendarVersions', '10.0.15');

ALTER TABLE "Sessions" ADD "AgendaSent" TEXT NULL;

ALTER TABLE "Resolutions" ADD "ClosedAt" TEXT NULL;

ALTER TABLE "Resolutions" ADD "ConsultationId" TEXT NULL;

ALTER TABLE "Resolutions" ADD "MinutesId" TEXT NULL;

ALTER TABLE "Resolutions" ADD "Number" TEXT NULL;

ALTER TABLE "Resolutions" ADD "ReportedAt" TEXT NULL;

ALTER TABLE "Resolutions" ADD "SendBackReason" TEXT NULL;

ALTER TABLE "Resolutions" ADD "State" TEXT NOT NULL DEFAULT '';

ALTER TABLE "Resolutions" ADD "Step" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Resolutions" ADD "Version" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Minutes" ADD "ConsultationId" TEXT NULL;

ALTER TABLE "Minutes" ADD "Corrections" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Minutes" ADD "CountersignDue" TEXT NULL;

ALTER TABLE "Minutes" ADD "IssueNumber" INTEGER NULL;

ALTER TABLE "Minutes" ADD "IssueYear" INTEGER NULL;

ALTER TABLE "Minutes" ADD "IssuedAt" TEXT NULL;

ALTER TABLE "Minutes" ADD "IssuedOn" TEXT NULL;

ALTER TABLE "Minutes" ADD "IssuedVersion" INTEGER NULL;

ALTER TABLE "Minutes" ADD "Kind" TEXT NOT NULL DEFAULT '';

ALTER TABLE "Minutes" ADD "LimitPassed" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Minutes" ADD "Number" TEXT NOT NULL DEFAULT '';

ALTER TABLE "Minutes" ADD "PresiderId" TEXT NULL;

ALTER TABLE "Minutes" ADD "Revision" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Minutes" ADD "Round" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Minutes" ADD "RoundClosedAt" TEXT NULL;

ALTER TABLE "Minutes" ADD "SendBackReason" TEXT NULL;

ALTER TABLE "Minutes" ADD "SignedAt" TEXT NULL;

ALTER TABLE "Minutes" ADD "SignedById" TEXT NULL;

ALTER TABLE "Minutes" ADD "SignedOnBehalf" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Minutes" ADD "Step" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Minutes" ADD "VersionNumber" INTEGER NOT NULL DEFAULT 0;

ALTER TABLE "Consultations" ADD "Conclusion" TEXT NULL;

ALTER TABLE "Consultations" ADD "Outcome" TEXT NULL;

ALTER TABLE "AgendaItems" ADD "Outcome" TEXT NULL;

CREATE TABLE "Countersignatures" (
    "MinutesId" TEXT NOT NULL,
    "Round" INTEGER NOT NULL,
    "UnitId" TEXT NOT NULL,
    "Choice" TEXT NULL,
    "Text" TEXT NULL,
    "ById" TEXT NULL,
    "At" TEXT NULL,
    "OnVersion" INTEGER NULL,
    "Missed" INTEGER NOT NULL,
    CONSTRAINT "PK_Countersignatures" PRIMARY KEY ("MinutesId", "Round", "UnitId"),
    CONSTRAINT "FK_Countersignatures_Minutes_MinutesId" FOREIGN KEY ("MinutesId") REFERENCES "Minutes" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_Countersignatures_People_ById" FOREIGN KEY ("ById") REFERENCES "People" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Countersignatures_Units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "Units" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "MinutesVersions" (
    "MinutesId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "Markdown" TEXT NOT NULL,
    "SavedById" TEXT NULL,
    "BegunAt" TEXT NOT NULL,
    "SavedAt" TEXT NOT NULL,
    "Kept" INTEGER NOT NULL,
    CONSTRAINT "PK_MinutesVersions" PRIMARY KEY ("MinutesId", "Number"),
    CONSTRAINT "FK_MinutesVersions_Minutes_MinutesId" FOREIGN KEY ("MinutesId") REFERENCES "Minutes" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_MinutesVersions_People_SavedById" FOREIGN KEY ("SavedById") REFERENCES "People" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "ProgressReports" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ProgressReports" PRIMARY KEY,
    "ResolutionId" TEXT NOT NULL,
    "UnitId" TEXT NOT NULL,
    "ById" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Done" INTEGER NOT NULL,
    CONSTRAINT "FK_ProgressReports_People_ById" FOREIGN KEY ("ById") REFERENCES "People" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_ProgressReports_Resolutions_ResolutionId" FOREIGN KEY ("ResolutionId") REFERENCES "Resolutions" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_ProgressReports_Units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "Units" ("Id") ON DELETE RESTRICT
);

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

INSERT INTO "MinutesVersions" ("MinutesId", "Number", "Markdown", "BegunAt", "SavedAt", "Kept")
SELECT "Id", 1, "Markdown", "CompiledAt", "CompiledAt", TRUE FROM "Minutes";

UPDATE "Resolutions" SET "State" = 'Recorded';

CREATE INDEX "IX_Resolutions_ConsultationId" ON "Resolutions" ("ConsultationId");

CREATE INDEX "IX_Resolutions_MinutesId" ON "Resolutions" ("MinutesId");

CREATE UNIQUE INDEX "IX_Resolutions_Number" ON "Resolutions" ("Number");

CREATE INDEX "IX_Resolutions_State_DueOn" ON "Resolutions" ("State", "DueOn");

CREATE UNIQUE INDEX "IX_Minutes_ConsultationId" ON "Minutes" ("ConsultationId");

CREATE UNIQUE INDEX "IX_Minutes_Kind_IssueYear_IssueNumber" ON "Minutes" ("Kind", "IssueYear", "IssueNumber");

CREATE UNIQUE INDEX "IX_Minutes_Number" ON "Minutes" ("Number");

CREATE INDEX "IX_Minutes_PresiderId" ON "Minutes" ("PresiderId");

CREATE INDEX "IX_Minutes_SignedById" ON "Minutes" ("SignedById");

CREATE INDEX "IX_Minutes_State" ON "Minutes" ("State");

CREATE INDEX "IX_Countersignatures_ById" ON "Countersignatures" ("ById");

CREATE INDEX "IX_Countersignatures_UnitId" ON "Countersignatures" ("UnitId");

CREATE INDEX "IX_MinutesVersions_SavedById" ON "MinutesVersions" ("SavedById");

CREATE INDEX "IX_ProgressReports_ById" ON "ProgressReports" ("ById");

CREATE INDEX "IX_ProgressReports_ResolutionId" ON "ProgressReports" ("ResolutionId");

CREATE INDEX "IX_ProgressReports_UnitId" ON "ProgressReports" ("UnitId");

CREATE TABLE "ef_temp_Resolutions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Resolutions" PRIMARY KEY,
    "AgendaItemId" TEXT NULL,
    "ClosedAt" TEXT NULL,
    "ConsultationId" TEXT NULL,
    "DueOn" TEXT NULL,
    "LeadUnitId" TEXT NOT NULL,
    "MinutesId" TEXT NULL,
    "Number" TEXT NULL,
    "Order" INTEGER NOT NULL,
    "ReportedAt" TEXT NULL,
    "SendBackReason" TEXT NULL,
    "State" TEXT NOT NULL,
    "Step" INTEGER NOT NULL,
    "SupportingUnitIds" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    CONSTRAINT "FK_Resolutions_AgendaItems_AgendaItemId" FOREIGN KEY ("AgendaItemId") REFERENCES "AgendaItems" ("Id"),
    CONSTRAINT "FK_Resolutions_Consultations_ConsultationId" FOREIGN KEY ("ConsultationId") REFERENCES "Consultations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Resolutions_Minutes_MinutesId" FOREIGN KEY ("MinutesId") REFERENCES "Minutes" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Resolutions_Units_LeadUnitId" FOREIGN KEY ("LeadUnitId") REFERENCES "Units" ("Id") ON DELETE RESTRICT
);

INSERT INTO "ef_temp_Resolutions" ("Id", "AgendaItemId", "ClosedAt", "ConsultationId", "DueOn", "LeadUnitId", "MinutesId", "Number", "Order", "ReportedAt", "SendBackReason", "State", "Step", "SupportingUnitIds", "Text", "Version")
SELECT "Id", "AgendaItemId", "ClosedAt", "ConsultationId", "DueOn", "LeadUnitId", "MinutesId", "Number", "Order", "ReportedAt", "SendBackReason", "State", "Step", "SupportingUnitIds", "Text", "Version"
FROM "Resolutions";

CREATE TABLE "ef_temp_Minutes" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Minutes" PRIMARY KEY,
    "CompiledAt" TEXT NOT NULL,
    "ConsultationId" TEXT NULL,
    "Corrections" INTEGER NOT NULL,
    "CountersignDue" TEXT NULL,
    "IssueNumber" INTEGER NULL,
    "IssueYear" INTEGER NULL,
    "IssuedAt" TEXT NULL,
    "IssuedOn" TEXT NULL,
    "IssuedVersion" INTEGER NULL,
    "Kind" TEXT NOT NULL,
    "LimitPassed" INTEGER NOT NULL,
    "Markdown" TEXT NOT NULL,
    "Number" TEXT NOT NULL,
    "PresiderId" TEXT NULL,
    "Revision" INTEGER NOT NULL,
    "Round" INTEGER NOT NULL,
    "RoundClosedAt" TEXT NULL,
    "SendBackReason" TEXT NULL,
    "SessionId" TEXT NULL,
    "SignedAt" TEXT NULL,
    "SignedById" TEXT NULL,
    "SignedOnBehalf" INTEGER NOT NULL,
    "State" TEXT NOT NULL,
    "Step" INTEGER NOT NULL,
    "Title" TEXT NOT NULL,
    "Version" INTEGER NOT NULL,
    "VersionNumber" INTEGER NOT NULL,
    CONSTRAINT "FK_Minutes_Consultations_ConsultationId" FOREIGN KEY ("ConsultationId") REFERENCES "Consultations" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Minutes_People_PresiderId" FOREIGN KEY ("PresiderId") REFERENCES "People" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Minutes_People_SignedById" FOREIGN KEY ("SignedById") REFERENCES "People" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_Minutes_Sessions_SessionId" FOREIGN KEY ("SessionId") REFERENCES "Sessions" ("Id") ON DELETE RESTRICT
);

INSERT INTO "ef_temp_Minutes" ("Id", "CompiledAt", "ConsultationId", "Corrections", "CountersignDue", "IssueNumber", "IssueYear", "IssuedAt", "IssuedOn", "IssuedVersion", "Kind", "LimitPassed", "Markdown", "Number", "PresiderId", "Revision", "Round", "RoundClosedAt", "SendBackReason", "SessionId", "SignedAt", "SignedById", "SignedOnBehalf", "State", "Step", "Title", "Version", "VersionNumber")
SELECT "Id", "CompiledAt", "ConsultationId", "Corrections", "CountersignDue", "IssueNumber", "IssueYear", "IssuedAt", "IssuedOn", "IssuedVersion", "Kind", "LimitPassed", "Markdown", "Number", "PresiderId", "Revision", "Round", "RoundClosedAt", "SendBackReason", "SessionId", "SignedAt", "SignedById", "SignedOnBehalf", "State", "Step", "Title", "Version", "VersionNumber"
FROM "Minutes";

PRAGMA foreign_keys = 0;

DROP TABLE "Resolutions";

ALTER TABLE "ef_temp_Resolutions" RENAME TO "Resolutions";

DROP TABLE "Minutes";

ALTER TABLE "ef_temp_Minutes" RENAME TO "Minutes";

PRAGMA foreign_keys = 1;

CREATE INDEX "IX_Resolutions_AgendaItemId" ON "Resolutions" ("AgendaItemId");

CREATE INDEX "IX_Resolutions_ConsultationId" ON "Resolutions" ("ConsultationId");

CREATE INDEX "IX_Resolutions_LeadUnitId" ON "Resolutions" ("LeadUnitId");

CREATE INDEX "IX_Resolutions_MinutesId" ON "Resolutions" ("MinutesId");

CREATE UNIQUE INDEX "IX_Resolutions_Number" ON "Resolutions" ("Number");

CREATE INDEX "IX_Resolutions_State_DueOn" ON "Resolutions" ("State", "DueOn");

CREATE UNIQUE INDEX "IX_Minutes_ConsultationId" ON "Minutes" ("ConsultationId");

CREATE UNIQUE INDEX "IX_Minutes_Kind_IssueYear_IssueNumber" ON "Minutes" ("Kind", "IssueYear", "IssueNumber");

CREATE UNIQUE INDEX "IX_Minutes_Number" ON "Minutes" ("Number");

CREATE INDEX "IX_Minutes_PresiderId" ON "Minutes" ("PresiderId");

CREATE UNIQUE INDEX "IX_Minutes_SessionId" ON "Minutes" ("SessionId");

CREATE INDEX "IX_Minutes_SignedById" ON "Minutes" ("SignedById");

CREATE INDEX "IX_Minutes_State" ON "Minutes" ("State");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261124065610_MinutesSigning', '10.0.15');

CREATE TABLE "Deadlines" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Deadlines" PRIMARY KEY,
    "RecordKind" TEXT NOT NULL,
    "RecordId" TEXT NOT NULL,
    "Number" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Promise" TEXT NOT NULL,
    "UnitId" TEXT NOT NULL,
    "PersonId" TEXT NOT NULL,
    "Round" INTEGER NOT NULL,
    "Urgent" INTEGER NOT NULL,
    "StartedAt" TEXT NOT NULL,
    "Amount" INTEGER NULL,
    "Unit" TEXT NOT NULL,
    "WholeDay" INTEGER NOT NULL,
    "OriginalDue" TEXT NOT NULL,
    "RecordDue" TEXT NOT NULL,
    "Due" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Step" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "ClosedAt" TEXT NULL,
    "PausedAt" TEXT NULL,
    "PausedUntil" TEXT NULL,
    "PauseReason" TEXT NULL,
    "Asked" TEXT NULL,
    "AskedAt" TEXT NULL,
    "AskedDue" TEXT NULL,
    "AskReason" TEXT NULL,
    "Extended" INTEGER NOT NULL,
    "Explanation" TEXT NULL,
    "HoldReason" TEXT NULL,
    "HandlerId" TEXT NULL,
    "LastRung" INTEGER NULL,
    "NextRung" INTEGER NULL,
    "NextStepAt" TEXT NULL
);

CREATE INDEX "IX_Occurrences_RecipientId_State" ON "Occurrences" ("RecipientId", "State");

CREATE INDEX "IX_Deadlines_ClosedAt_NextStepAt" ON "Deadlines" ("ClosedAt", "NextStepAt");

CREATE INDEX "IX_Deadlines_RecordId_ClosedAt" ON "Deadlines" ("RecordId", "ClosedAt");

CREATE UNIQUE INDEX "IX_Deadlines_RecordId_Promise_UnitId_Round" ON "Deadlines" ("RecordId", "Promise", "UnitId", "Round") WHERE "ClosedAt" IS NULL;

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261125185417_Deadlines', '10.0.15');

CREATE TABLE "AssistanceOrders" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AssistanceOrders" PRIMARY KEY,
    "Number" TEXT NOT NULL,
    "UnitId" TEXT NOT NULL,
    "RequesterId" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Account" TEXT NOT NULL,
    "PeopleWanted" INTEGER NULL,
    "WishedOn" TEXT NULL,
    "WishedTime" TEXT NULL,
    "PeriodTo" TEXT NULL,
    "Trainees" TEXT NULL,
    "Urgent" TEXT NULL,
    "CandidateUnitIds" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Step" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "PlacedAt" TEXT NOT NULL,
    "LeadUnitId" TEXT NULL,
    "DispatchedAt" TEXT NULL,
    "AcceptDue" TEXT NULL,
    "CompleteDue" TEXT NULL,
    "Restarted" INTEGER NOT NULL,
    "PausedAt" TEXT NULL,
    "AcceptedAt" TEXT NULL,
    "AssignedTo" TEXT NULL,
    "AgreedOn" TEXT NULL,
    "AgreedTime" TEXT NULL,
    "MaterialWanted" TEXT NULL,
    "MaterialAsked" INTEGER NOT NULL,
    "CompletedAt" TEXT NULL,
    "DoneOn" TEXT NULL,
    "Result" TEXT NULL,
    "PeopleSent" INTEGER NULL,
    "Proof" TEXT NULL,
    "Shared" INTEGER NOT NULL,
    "Rating" TEXT NULL,
    "RatingText" TEXT NULL,
    "RatedAt" TEXT NULL,
    "RatableUntil" TEXT NULL,
    "Reopened" INTEGER NOT NULL,
    "ConsultationId" TEXT NULL,
    CONSTRAINT "FK_AssistanceOrders_People_RequesterId" FOREIGN KEY ("RequesterId") REFERENCES "People" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AssistanceOrders_Units_LeadUnitId" FOREIGN KEY ("LeadUnitId") REFERENCES "Units" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_AssistanceOrders_Units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "Units" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "MenuItems" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_MenuItems" PRIMARY KEY,
    "UnitId" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    CONSTRAINT "FK_MenuItems_Units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "Units" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "HandBacks" (
    "OrderId" TEXT NOT NULL,
    "Round" INTEGER NOT NULL,
    "UnitId" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "Basis" TEXT NOT NULL,
    "SuggestedUnitId" TEXT NULL,
    "ById" TEXT NOT NULL,
    "At" TEXT NOT NULL,
    "RuledAt" TEXT NULL,
    "Granted" INTEGER NULL,
    "RulingReason" TEXT NULL,
    CONSTRAINT "PK_HandBacks" PRIMARY KEY ("OrderId", "Round"),
    CONSTRAINT "FK_HandBacks_AssistanceOrders_OrderId" FOREIGN KEY ("OrderId") REFERENCES "AssistanceOrders" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_HandBacks_Units_SuggestedUnitId" FOREIGN KEY ("SuggestedUnitId") REFERENCES "Units" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_HandBacks_Units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "Units" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "SupportingUnits" (
    "OrderId" TEXT NOT NULL,
    "UnitId" TEXT NOT NULL,
    "Contribution" TEXT NULL,
    "ReportedById" TEXT NULL,
    "ReportedAt" TEXT NULL,
    CONSTRAINT "PK_SupportingUnits" PRIMARY KEY ("OrderId", "UnitId"),
    CONSTRAINT "FK_SupportingUnits_AssistanceOrders_OrderId" FOREIGN KEY ("OrderId") REFERENCES "AssistanceOrders" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_SupportingUnits_Units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "Units" ("Id") ON DELETE RESTRICT
);

CREATE INDEX "IX_Deadlines_State_ClosedAt" ON "Deadlines" ("State", "ClosedAt");

CREATE INDEX "IX_AssistanceOrders_LeadUnitId_PlacedAt" ON "AssistanceOrders" ("LeadUnitId", "PlacedAt");

CREATE UNIQUE INDEX "IX_AssistanceOrders_Number" ON "AssistanceOrders" ("Number");

CREATE INDEX "IX_AssistanceOrders_PlacedAt" ON "AssistanceOrders" ("PlacedAt");

CREATE INDEX "IX_AssistanceOrders_RequesterId" ON "AssistanceOrders" ("RequesterId");

CREATE INDEX "IX_AssistanceOrders_State_LeadUnitId" ON "AssistanceOrders" ("State", "LeadUnitId");

CREATE INDEX "IX_AssistanceOrders_UnitId_PlacedAt" ON "AssistanceOrders" ("UnitId", "PlacedAt");

CREATE INDEX "IX_AssistanceOrders_UnitId_State" ON "AssistanceOrders" ("UnitId", "State");

CREATE INDEX "IX_HandBacks_SuggestedUnitId" ON "HandBacks" ("SuggestedUnitId");

CREATE INDEX "IX_HandBacks_UnitId" ON "HandBacks" ("UnitId");

CREATE UNIQUE INDEX "IX_MenuItems_UnitId_Kind_Name" ON "MenuItems" ("UnitId", "Kind", "Name");

CREATE INDEX "IX_SupportingUnits_UnitId" ON "SupportingUnits" ("UnitId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126021641_Orders', '10.0.15');

CREATE TABLE "Bulletins" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_Bulletins" PRIMARY KEY,
    "State" TEXT NOT NULL,
    "Step" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "Year" INTEGER NULL,
    "Issue" INTEGER NULL,
    "IssuedOn" TEXT NULL,
    "Foreword" TEXT NULL,
    "ReportedTo" TEXT NULL,
    "SentTo" TEXT NULL,
    "DistributedTo" TEXT NULL,
    "Copies" INTEGER NULL,
    "StartedAt" TEXT NOT NULL,
    "IssuedAt" TEXT NULL
);

CREATE TABLE "ShelfItems" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_ShelfItems" PRIMARY KEY,
    "Title" TEXT NOT NULL,
    "Kind" TEXT NOT NULL,
    "UpdatedAt" TEXT NOT NULL,
    "Version" INTEGER NOT NULL
);

CREATE TABLE "TypicalPractices" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_TypicalPractices" PRIMARY KEY,
    "Number" TEXT NOT NULL,
    "UnitId" TEXT NOT NULL,
    "DrafterId" TEXT NOT NULL,
    "Title" TEXT NOT NULL,
    "Body" TEXT NOT NULL,
    "Author" TEXT NOT NULL,
    "Contact" TEXT NOT NULL,
    "State" TEXT NOT NULL,
    "Step" INTEGER NOT NULL,
    "Version" INTEGER NOT NULL,
    "ReleasedOnBehalf" INTEGER NOT NULL,
    "SubmittedAt" TEXT NOT NULL,
    "ReleasedAt" TEXT NULL,
    "AdoptedAt" TEXT NULL,
    "Reason" TEXT NULL,
    CONSTRAINT "FK_TypicalPractices_People_DrafterId" FOREIGN KEY ("DrafterId") REFERENCES "People" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_TypicalPractices_Units_UnitId" FOREIGN KEY ("UnitId") REFERENCES "Units" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "BulletinItems" (
    "BulletinId" TEXT NOT NULL,
    "PracticeId" TEXT NOT NULL,
    "Order" INTEGER NOT NULL,
    CONSTRAINT "PK_BulletinItems" PRIMARY KEY ("BulletinId", "PracticeId"),
    CONSTRAINT "FK_BulletinItems_Bulletins_BulletinId" FOREIGN KEY ("BulletinId") REFERENCES "Bulletins" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_BulletinItems_TypicalPractices_PracticeId" FOREIGN KEY ("PracticeId") REFERENCES "TypicalPractices" ("Id") ON DELETE RESTRICT
);

CREATE TABLE "PracticeAdoptions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_PracticeAdoptions" PRIMARY KEY,
    "PracticeId" TEXT NOT NULL,
    "Level" TEXT NOT NULL,
    "On" TEXT NOT NULL,
    "Outlet" TEXT NULL,
    "Instruction" TEXT NULL,
    "RecordedById" TEXT NOT NULL,
    "RecordedAt" TEXT NOT NULL,
    CONSTRAINT "FK_PracticeAdoptions_People_RecordedById" FOREIGN KEY ("RecordedById") REFERENCES "People" ("Id") ON DELETE RESTRICT,
    CONSTRAINT "FK_PracticeAdoptions_TypicalPractices_PracticeId" FOREIGN KEY ("PracticeId") REFERENCES "TypicalPractices" ("Id") ON DELETE CASCADE
);

CREATE UNIQUE INDEX "IX_BulletinItems_PracticeId" ON "BulletinItems" ("PracticeId");

CREATE UNIQUE INDEX "IX_Bulletins_Year_Issue" ON "Bulletins" ("Year", "Issue");

CREATE INDEX "IX_PracticeAdoptions_Level" ON "PracticeAdoptions" ("Level");

CREATE INDEX "IX_PracticeAdoptions_PracticeId" ON "PracticeAdoptions" ("PracticeId");

CREATE INDEX "IX_PracticeAdoptions_RecordedById" ON "PracticeAdoptions" ("RecordedById");

CREATE UNIQUE INDEX "IX_ShelfItems_Title" ON "ShelfItems" ("Title");

CREATE INDEX "IX_TypicalPractices_AdoptedAt" ON "TypicalPractices" ("AdoptedAt");

CREATE INDEX "IX_TypicalPractices_DrafterId" ON "TypicalPractices" ("DrafterId");

CREATE UNIQUE INDEX "IX_TypicalPractices_Number" ON "TypicalPractices" ("Number");

CREATE INDEX "IX_TypicalPractices_State_UnitId" ON "TypicalPractices" ("State", "UnitId");

CREATE INDEX "IX_TypicalPractices_UnitId" ON "TypicalPractices" ("UnitId");

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126030134_Practices', '10.0.15');

CREATE TABLE "SearchRows" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_SearchRows" PRIMARY KEY,
    "Source" TEXT NOT NULL,
    "RecordId" TEXT NOT NULL,
    "Fingerprint" TEXT NOT NULL
);

CREATE UNIQUE INDEX "IX_SearchRows_RecordId" ON "SearchRows" ("RecordId");

CREATE VIRTUAL TABLE "SearchTokens" USING fts5("Tokens", tokenize = 'ascii', content = '', contentless_delete = 1, detail = none);

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126031453_Search', '10.0.15');

DROP INDEX "IX_Deadlines_State_ClosedAt";

CREATE INDEX "IX_Deadlines_State" ON "Deadlines" ("State") WHERE "State" = 'AwaitingRuling';

INSERT INTO "__EFMigrationsHistory" ("MigrationId", "ProductVersion")
VALUES ('20261126040350_RulingIndex', '10.0.15');

