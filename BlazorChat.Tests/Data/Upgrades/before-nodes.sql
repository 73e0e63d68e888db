-- A chat as the version before several nodes left it: what sqlite3's .dump says of its chat.db.
-- room: z33KGBlud7k5hz8FLB3gjQ
-- cursor: bXCNg7Yq-5
-- token: bc_pat_YME6kBcnAlu6dtRvy0ZDYg.eO31gp892Lbi5zkPag49I7LosP-YijmCJ3JoqBz6C5k
BEGIN TRANSACTION;
CREATE TABLE "AspNetUserClaims" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AspNetUserClaims" PRIMARY KEY AUTOINCREMENT,
    "UserId" TEXT NOT NULL,
    "ClaimType" TEXT NULL,
    "ClaimValue" TEXT NULL,
    CONSTRAINT "FK_AspNetUserClaims_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);
CREATE TABLE "AspNetUserLogins" (
    "LoginProvider" TEXT NOT NULL,
    "ProviderKey" TEXT NOT NULL,
    "ProviderDisplayName" TEXT NULL,
    "UserId" TEXT NOT NULL,
    CONSTRAINT "PK_AspNetUserLogins" PRIMARY KEY ("LoginProvider", "ProviderKey"),
    CONSTRAINT "FK_AspNetUserLogins_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);
CREATE TABLE "AspNetUserPasskeys" (
    "CredentialId" BLOB NOT NULL CONSTRAINT "PK_AspNetUserPasskeys" PRIMARY KEY,
    "UserId" TEXT NOT NULL,
    "Data" TEXT NOT NULL,
    CONSTRAINT "FK_AspNetUserPasskeys_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);
CREATE TABLE "AspNetUserTokens" (
    "UserId" TEXT NOT NULL,
    "LoginProvider" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Value" TEXT NULL,
    CONSTRAINT "PK_AspNetUserTokens" PRIMARY KEY ("UserId", "LoginProvider", "Name"),
    CONSTRAINT "FK_AspNetUserTokens_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);
CREATE TABLE "AspNetUsers" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_AspNetUsers" PRIMARY KEY,
    "IsAdministrator" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "DeletedAt" INTEGER NULL,
    "UserName" TEXT NULL,
    "NormalizedUserName" TEXT NULL,
    "Email" TEXT NULL,
    "NormalizedEmail" TEXT NULL,
    "EmailConfirmed" INTEGER NOT NULL,
    "PasswordHash" TEXT NULL,
    "SecurityStamp" TEXT NULL,
    "ConcurrencyStamp" TEXT NULL,
    "PhoneNumber" TEXT NULL,
    "PhoneNumberConfirmed" INTEGER NOT NULL,
    "TwoFactorEnabled" INTEGER NOT NULL,
    "LockoutEnd" TEXT NULL,
    "LockoutEnabled" INTEGER NOT NULL,
    "AccessFailedCount" INTEGER NOT NULL
, "AvatarHash" TEXT NULL, "BanReason" TEXT NULL, "BannedAt" INTEGER NULL, "DeactivatedAt" INTEGER NULL, "DisplayName" TEXT NULL, "LastCodeStep" INTEGER NOT NULL DEFAULT 0, "StatusText" TEXT NOT NULL DEFAULT '');
INSERT INTO "AspNetUsers" VALUES('e0dc3f72-cd05-4ff8-b0fc-8455216e0f5c',1,1795893820430,NULL,'ada','ADA',NULL,NULL,0,'AQAAAAIAAYagAAAAEP4FhkpdOc668VjSDSYlznhuL0RQHgclV3el9617T2sxjqBVE922igCOSU3fFQ8EKQ==','svYTUdu2O6tLlhpQmgoS7lUKk-ADmGYISP1d8f3AUCM','aa7b0ffb-f31f-447d-b8b8-6b566fb96c78',NULL,0,0,NULL,1,0,NULL,NULL,NULL,NULL,NULL,0,'');
INSERT INTO "AspNetUsers" VALUES('a237e9f0-ceef-4b8c-9c50-dbd20b810ba7',0,1795893820654,NULL,'grace','GRACE',NULL,NULL,0,'AQAAAAIAAYagAAAAEJ/EXahWeJVRRH1UVy7IigxQjZX6MyqSIXIa+YCOnr52u/5fwH4a3Mw6RTdFQbz2pg==','RRTwpjDcKZRbAGt0ZnSXq89WaWRU4mkjhZFM6hqfPRs','e3a77c42-7155-4dd5-9d57-7b7f70fcca6b',NULL,0,0,NULL,1,0,NULL,NULL,NULL,NULL,NULL,0,'');
CREATE TABLE "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);
INSERT INTO "__EFMigrationsHistory" VALUES('20261123212331_Foundation','10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES('20261125071621_Audit','10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES('20261125083836_PeopleAndOrder','10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES('20261125123807_Files','10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES('20261128082534_LookAlikesAndDeleted','10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES('20261128115447_Followers','10.0.15');
INSERT INTO "__EFMigrationsHistory" VALUES('20261128120453_Pins','10.0.15');
CREATE TABLE "__EFMigrationsLock" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY,
    "Timestamp" TEXT NOT NULL
);
CREATE TABLE "attachments" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_attachments" PRIMARY KEY,
    "MessageId" INTEGER NOT NULL,
    "RoomId" TEXT NOT NULL,
    "SenderId" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "ContentType" TEXT NOT NULL,
    "Kind" INTEGER NOT NULL,
    "ShowsInline" INTEGER NOT NULL,
    "Size" INTEGER NOT NULL,
    "Sha256" TEXT NOT NULL,
    "Width" INTEGER NULL,
    "Height" INTEGER NULL,
    "OriginalSha256" TEXT NULL,
    "OriginalSize" INTEGER NULL,
    "PostedAt" INTEGER NOT NULL,
    "DiscardedAt" INTEGER NULL
);
CREATE TABLE "audit" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_audit" PRIMARY KEY AUTOINCREMENT,
    "At" INTEGER NOT NULL,
    "ActorId" TEXT NOT NULL,
    "ActorName" TEXT NOT NULL,
    "Action" TEXT NOT NULL,
    "UserId" TEXT NULL,
    "UserName" TEXT NULL,
    "RoomId" TEXT NULL,
    "RoomName" TEXT NULL,
    "Detail" TEXT NULL
);
INSERT INTO "audit" VALUES(1,1795893821037,'e0dc3f72-cd05-4ff8-b0fc-8455216e0f5c','ada','member.add','a237e9f0-ceef-4b8c-9c50-dbd20b810ba7','grace','z33KGBlud7k5hz8FLB3gjQ','Before','moderator');
INSERT INTO "audit" VALUES(2,1795893821508,'e0dc3f72-cd05-4ff8-b0fc-8455216e0f5c','ada','invite.create',NULL,NULL,'z33KGBlud7k5hz8FLB3gjQ','Before','CRsU7hIYtxmeWOIqEe5xPg');
INSERT INTO "audit" VALUES(3,1795893821665,'e0dc3f72-cd05-4ff8-b0fc-8455216e0f5c','ada','settings.change',NULL,NULL,NULL,NULL,'message_length: 1000 → 900');
CREATE TABLE "avatars" (
    "UserId" TEXT NOT NULL CONSTRAINT "PK_avatars" PRIMARY KEY,
    "Hash" TEXT NOT NULL,
    "Picture" BLOB NOT NULL,
    CONSTRAINT "FK_avatars_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);
CREATE TABLE "blocks" (
    "UserId" TEXT NOT NULL,
    "BlockedId" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "PK_blocks" PRIMARY KEY ("UserId", "BlockedId"),
    CONSTRAINT "FK_blocks_AspNetUsers_BlockedId" FOREIGN KEY ("BlockedId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_blocks_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);
CREATE TABLE "followers" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_followers" PRIMARY KEY,
    "Position" INTEGER NOT NULL
);
INSERT INTO "followers" VALUES('discarded_files',0);
CREATE TABLE "invites" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_invites" PRIMARY KEY,
    "Code" TEXT NOT NULL,
    "RoomId" TEXT NOT NULL,
    "CreatedById" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "ExpiresAt" INTEGER NOT NULL,
    "MaxUses" INTEGER NULL,
    "Uses" INTEGER NOT NULL,
    CONSTRAINT "FK_invites_AspNetUsers_CreatedById" FOREIGN KEY ("CreatedById") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_invites_rooms_RoomId" FOREIGN KEY ("RoomId") REFERENCES "rooms" ("Id") ON DELETE CASCADE
);
INSERT INTO "invites" VALUES('CRsU7hIYtxmeWOIqEe5xPg','ta2lOKwvnm_r4CcoG_3R_1wwJOPutv3KbigufUa5ZDY','z33KGBlud7k5hz8FLB3gjQ','e0dc3f72-cd05-4ff8-b0fc-8455216e0f5c',1795893821508,1796498621508,NULL,0);
CREATE TABLE "log" (
    "Position" INTEGER NOT NULL CONSTRAINT "PK_log" PRIMARY KEY,
    "Kind" INTEGER NOT NULL,
    "RoomId" TEXT NULL,
    "UserId" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Detail" TEXT NULL,
    "At" INTEGER NOT NULL
);
INSERT INTO "log" VALUES(1,5,'general','e0dc3f72-cd05-4ff8-b0fc-8455216e0f5c','e0dc3f72-cd05-4ff8-b0fc-8455216e0f5c',NULL,1795893820430);
INSERT INTO "log" VALUES(2,5,'general','a237e9f0-ceef-4b8c-9c50-dbd20b810ba7','a237e9f0-ceef-4b8c-9c50-dbd20b810ba7',NULL,1795893820654);
INSERT INTO "log" VALUES(3,5,'z33KGBlud7k5hz8FLB3gjQ','e0dc3f72-cd05-4ff8-b0fc-8455216e0f5c','e0dc3f72-cd05-4ff8-b0fc-8455216e0f5c',NULL,1795893820999);
INSERT INTO "log" VALUES(4,6,'z33KGBlud7k5hz8FLB3gjQ','e0dc3f72-cd05-4ff8-b0fc-8455216e0f5c','z33KGBlud7k5hz8FLB3gjQ',NULL,1795893820999);
INSERT INTO "log" VALUES(5,5,'z33KGBlud7k5hz8FLB3gjQ','e0dc3f72-cd05-4ff8-b0fc-8455216e0f5c','a237e9f0-ceef-4b8c-9c50-dbd20b810ba7',NULL,1795893821037);
INSERT INTO "log" VALUES(6,1,'z33KGBlud7k5hz8FLB3gjQ','e0dc3f72-cd05-4ff8-b0fc-8455216e0f5c','6',NULL,1795893821208);
INSERT INTO "log" VALUES(7,1,'z33KGBlud7k5hz8FLB3gjQ','a237e9f0-ceef-4b8c-9c50-dbd20b810ba7','7',NULL,1795893821278);
INSERT INTO "log" VALUES(8,1,'z33KGBlud7k5hz8FLB3gjQ','e0dc3f72-cd05-4ff8-b0fc-8455216e0f5c','8',NULL,1795893821334);
INSERT INTO "log" VALUES(9,1,'z33KGBlud7k5hz8FLB3gjQ','a237e9f0-ceef-4b8c-9c50-dbd20b810ba7','9',NULL,1795893821337);
INSERT INTO "log" VALUES(10,2,'z33KGBlud7k5hz8FLB3gjQ','e0dc3f72-cd05-4ff8-b0fc-8455216e0f5c','8',NULL,1795893821343);
INSERT INTO "log" VALUES(11,3,'z33KGBlud7k5hz8FLB3gjQ','a237e9f0-ceef-4b8c-9c50-dbd20b810ba7','9',NULL,1795893821417);
INSERT INTO "log" VALUES(12,4,'z33KGBlud7k5hz8FLB3gjQ','a237e9f0-ceef-4b8c-9c50-dbd20b810ba7','6','👍',1795893821440);
INSERT INTO "log" VALUES(13,60,'z33KGBlud7k5hz8FLB3gjQ','e0dc3f72-cd05-4ff8-b0fc-8455216e0f5c','7',NULL,1795893821481);
INSERT INTO "log" VALUES(14,1,'z33KGBlud7k5hz8FLB3gjQ','e0dc3f72-cd05-4ff8-b0fc-8455216e0f5c','14',NULL,1795893821501);
INSERT INTO "log" VALUES(15,5,'M8XnmNT2wQoFCjugTpJfDw','e0dc3f72-cd05-4ff8-b0fc-8455216e0f5c','a237e9f0-ceef-4b8c-9c50-dbd20b810ba7',NULL,1795893821549);
INSERT INTO "log" VALUES(16,5,'M8XnmNT2wQoFCjugTpJfDw','e0dc3f72-cd05-4ff8-b0fc-8455216e0f5c','e0dc3f72-cd05-4ff8-b0fc-8455216e0f5c',NULL,1795893821549);
INSERT INTO "log" VALUES(17,6,'M8XnmNT2wQoFCjugTpJfDw','e0dc3f72-cd05-4ff8-b0fc-8455216e0f5c','M8XnmNT2wQoFCjugTpJfDw',NULL,1795893821549);
INSERT INTO "log" VALUES(18,21,'z33KGBlud7k5hz8FLB3gjQ','a237e9f0-ceef-4b8c-9c50-dbd20b810ba7','6',NULL,1795893821633);
INSERT INTO "log" VALUES(19,31,NULL,'e0dc3f72-cd05-4ff8-b0fc-8455216e0f5c','message_length',NULL,1795893821665);
CREATE TABLE "log_state" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_log_state" PRIMARY KEY,
    "Head" INTEGER NOT NULL,
    "TrimmedTo" INTEGER NOT NULL,
    "Epoch" TEXT NOT NULL
);
INSERT INTO "log_state" VALUES(1,19,0,'bXCNg7Yq');
CREATE TABLE "memberships" (
    "RoomId" TEXT NOT NULL,
    "UserId" TEXT NOT NULL,
    "Role" INTEGER NOT NULL,
    "JoinedAt" INTEGER NOT NULL,
    "ReadNumber" INTEGER NOT NULL, "IsMuted" INTEGER NOT NULL DEFAULT 0, "IsPinned" INTEGER NOT NULL DEFAULT 0, "Notify" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "PK_memberships" PRIMARY KEY ("RoomId", "UserId"),
    CONSTRAINT "FK_memberships_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_memberships_rooms_RoomId" FOREIGN KEY ("RoomId") REFERENCES "rooms" ("Id") ON DELETE CASCADE
);
INSERT INTO "memberships" VALUES('general','e0dc3f72-cd05-4ff8-b0fc-8455216e0f5c',0,1795893820430,0,0,0,0);
INSERT INTO "memberships" VALUES('general','a237e9f0-ceef-4b8c-9c50-dbd20b810ba7',0,1795893820654,0,0,0,0);
INSERT INTO "memberships" VALUES('z33KGBlud7k5hz8FLB3gjQ','e0dc3f72-cd05-4ff8-b0fc-8455216e0f5c',2,1795893820999,5,0,0,0);
INSERT INTO "memberships" VALUES('z33KGBlud7k5hz8FLB3gjQ','a237e9f0-ceef-4b8c-9c50-dbd20b810ba7',1,1795893821037,4,0,0,0);
INSERT INTO "memberships" VALUES('M8XnmNT2wQoFCjugTpJfDw','a237e9f0-ceef-4b8c-9c50-dbd20b810ba7',0,1795893821549,0,0,0,0);
INSERT INTO "memberships" VALUES('M8XnmNT2wQoFCjugTpJfDw','e0dc3f72-cd05-4ff8-b0fc-8455216e0f5c',0,1795893821549,0,0,0,0);
CREATE TABLE "mentions" (
    "UserId" TEXT NOT NULL,
    "RoomId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "MessageId" INTEGER NOT NULL,
    "Name" TEXT NOT NULL,
    CONSTRAINT "PK_mentions" PRIMARY KEY ("UserId", "RoomId", "Number"),
    CONSTRAINT "FK_mentions_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_mentions_messages_MessageId" FOREIGN KEY ("MessageId") REFERENCES "messages" ("Id") ON DELETE CASCADE
);
INSERT INTO "mentions" VALUES('e0dc3f72-cd05-4ff8-b0fc-8455216e0f5c','z33KGBlud7k5hz8FLB3gjQ',2,7,'ada');
CREATE TABLE "messages" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_messages" PRIMARY KEY,
    "RoomId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "AuthorId" TEXT NOT NULL,
    "Text" TEXT NOT NULL,
    "Type" INTEGER NOT NULL,
    "PostedAt" INTEGER NOT NULL,
    "EditedAt" INTEGER NULL,
    "DeletedAt" INTEGER NULL,
    "ClientId" TEXT NULL,
    "ReplyToId" INTEGER NULL, "PinPosition" INTEGER NULL,
    CONSTRAINT "FK_messages_AspNetUsers_AuthorId" FOREIGN KEY ("AuthorId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_messages_rooms_RoomId" FOREIGN KEY ("RoomId") REFERENCES "rooms" ("Id") ON DELETE CASCADE
);
INSERT INTO "messages" VALUES(6,'z33KGBlud7k5hz8FLB3gjQ',1,'e0dc3f72-cd05-4ff8-b0fc-8455216e0f5c','Hello **there**',0,1795893821208,NULL,NULL,'c0',NULL,NULL);
INSERT INTO "messages" VALUES(7,'z33KGBlud7k5hz8FLB3gjQ',2,'a237e9f0-ceef-4b8c-9c50-dbd20b810ba7','Grüße 👋 @ada',0,1795893821278,NULL,NULL,'c1',NULL,13);
INSERT INTO "messages" VALUES(8,'z33KGBlud7k5hz8FLB3gjQ',3,'e0dc3f72-cd05-4ff8-b0fc-8455216e0f5c','Edited',0,1795893821334,1795893821343,NULL,'c2',NULL,NULL);
INSERT INTO "messages" VALUES(9,'z33KGBlud7k5hz8FLB3gjQ',4,'a237e9f0-ceef-4b8c-9c50-dbd20b810ba7','',0,1795893821337,NULL,1795893821417,'c3',NULL,NULL);
INSERT INTO "messages" VALUES(14,'z33KGBlud7k5hz8FLB3gjQ',5,'e0dc3f72-cd05-4ff8-b0fc-8455216e0f5c','An answer',0,1795893821501,NULL,NULL,NULL,6,NULL);
CREATE TABLE "reactions" (
    "MessageId" INTEGER NOT NULL,
    "UserId" TEXT NOT NULL,
    "Emoji" TEXT NOT NULL,
    "AddedAt" INTEGER NOT NULL,
    CONSTRAINT "PK_reactions" PRIMARY KEY ("MessageId", "Emoji", "UserId"),
    CONSTRAINT "FK_reactions_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_reactions_messages_MessageId" FOREIGN KEY ("MessageId") REFERENCES "messages" ("Id") ON DELETE CASCADE
);
INSERT INTO "reactions" VALUES(6,'a237e9f0-ceef-4b8c-9c50-dbd20b810ba7','👍',12);
CREATE TABLE "reports" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_reports" PRIMARY KEY AUTOINCREMENT,
    "RoomId" TEXT NOT NULL,
    "MessageId" INTEGER NOT NULL,
    "ReporterId" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "State" INTEGER NOT NULL,
    "SettledById" TEXT NULL,
    "SettledAt" INTEGER NULL,
    CONSTRAINT "FK_reports_AspNetUsers_ReporterId" FOREIGN KEY ("ReporterId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_reports_messages_MessageId" FOREIGN KEY ("MessageId") REFERENCES "messages" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_reports_rooms_RoomId" FOREIGN KEY ("RoomId") REFERENCES "rooms" ("Id") ON DELETE CASCADE
);
INSERT INTO "reports" VALUES(1,'z33KGBlud7k5hz8FLB3gjQ',6,'a237e9f0-ceef-4b8c-9c50-dbd20b810ba7','A test',1795893821633,0,NULL,NULL);
CREATE TABLE "rooms" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_rooms" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Topic" TEXT NOT NULL,
    "Kind" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "ArchivedAt" INTEGER NULL,
    "LastNumber" INTEGER NOT NULL,
    "LastMessageAt" INTEGER NULL
, "DirectKey" TEXT NULL, "Posting" INTEGER NOT NULL DEFAULT 0);
INSERT INTO "rooms" VALUES('general','General','Everyone is here',0,1795893819213,NULL,0,NULL,NULL,0);
INSERT INTO "rooms" VALUES('z33KGBlud7k5hz8FLB3gjQ','Before','',1,1795893820999,NULL,5,1795893821501,NULL,0);
INSERT INTO "rooms" VALUES('M8XnmNT2wQoFCjugTpJfDw','','',2,1795893821549,NULL,0,NULL,'a237e9f0-ceef-4b8c-9c50-dbd20b810ba7 e0dc3f72-cd05-4ff8-b0fc-8455216e0f5c',0);
CREATE TABLE "sessions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_sessions" PRIMARY KEY,
    "UserId" TEXT NOT NULL,
    "Stamp" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "ExpiresAt" INTEGER NOT NULL,
    "RefreshHash" BLOB NULL, "Address" TEXT NOT NULL DEFAULT '', "Device" TEXT NOT NULL DEFAULT '', "Name" TEXT NULL, "Scope" INTEGER NULL, "SeenAt" INTEGER NOT NULL DEFAULT 0, "TokenHash" BLOB NULL,
    CONSTRAINT "FK_sessions_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);
INSERT INTO "sessions" VALUES('S5I1i6koGFTzHA5t6vHsAA','e0dc3f72-cd05-4ff8-b0fc-8455216e0f5c','svYTUdu2O6tLlhpQmgoS7lUKk-ADmGYISP1d8f3AUCM',1795893820756,1798485820772,X'E2318A47C2912604B351F1C5D9EE165F6D8016F9D920210848D307438F9E54A8','127.0.0.1','Python-urllib',NULL,NULL,1795893820756,NULL);
INSERT INTO "sessions" VALUES('ZOT7tBo2k49VXhUrfd8Q1w','a237e9f0-ceef-4b8c-9c50-dbd20b810ba7','RRTwpjDcKZRbAGt0ZnSXq89WaWRU4mkjhZFM6hqfPRs',1795893820875,1798485820877,X'129F53AF00003D45FBC3E6B0A74D38A20000DC62667855E6AA8513698267D659','127.0.0.1','Python-urllib',NULL,NULL,1795893820875,NULL);
INSERT INTO "sessions" VALUES('YME6kBcnAlu6dtRvy0ZDYg','e0dc3f72-cd05-4ff8-b0fc-8455216e0f5c','svYTUdu2O6tLlhpQmgoS7lUKk-ADmGYISP1d8f3AUCM',1795893820956,9223372036854775807,NULL,'','','Robot',1,0,X'6392B8BD25B8886B3E226DC2640007630104A2B9F0FC1DF6E64FC0B35DB8716C');
CREATE TABLE "settings" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_settings" PRIMARY KEY,
    "Value" TEXT NOT NULL
);
INSERT INTO "settings" VALUES('message_length','900');
CREATE TABLE "silences" (
    "RoomId" TEXT NOT NULL,
    "UserId" TEXT NOT NULL,
    "Until" INTEGER NOT NULL,
    "ById" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    CONSTRAINT "PK_silences" PRIMARY KEY ("RoomId", "UserId"),
    CONSTRAINT "FK_silences_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_silences_rooms_RoomId" FOREIGN KEY ("RoomId") REFERENCES "rooms" ("Id") ON DELETE CASCADE
);
CREATE TABLE "uploads" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_uploads" PRIMARY KEY,
    "UserId" TEXT NOT NULL,
    "Size" INTEGER NOT NULL,
    "ExpiresAt" INTEGER NOT NULL
);
CREATE INDEX "IX_AspNetUserClaims_UserId" ON "AspNetUserClaims" ("UserId");
CREATE INDEX "IX_AspNetUserLogins_UserId" ON "AspNetUserLogins" ("UserId");
CREATE INDEX "IX_AspNetUserPasskeys_UserId" ON "AspNetUserPasskeys" ("UserId");
CREATE INDEX "EmailIndex" ON "AspNetUsers" ("NormalizedEmail");
CREATE UNIQUE INDEX "UserNameIndex" ON "AspNetUsers" ("NormalizedUserName");
CREATE INDEX "IX_log_RoomId_Position" ON "log" ("RoomId", "Position");
CREATE INDEX "IX_memberships_UserId" ON "memberships" ("UserId");
CREATE UNIQUE INDEX "IX_messages_AuthorId_ClientId" ON "messages" ("AuthorId", "ClientId") WHERE "ClientId" IS NOT NULL;
CREATE UNIQUE INDEX "IX_messages_RoomId_Number" ON "messages" ("RoomId", "Number");
CREATE INDEX "IX_reactions_UserId" ON "reactions" ("UserId");
CREATE INDEX "IX_sessions_UserId" ON "sessions" ("UserId");
CREATE INDEX "IX_audit_ActorId" ON "audit" ("ActorId");
CREATE INDEX "IX_audit_UserId" ON "audit" ("UserId");
CREATE UNIQUE INDEX "IX_rooms_DirectKey" ON "rooms" ("DirectKey");
CREATE INDEX "IX_blocks_BlockedId" ON "blocks" ("BlockedId");
CREATE UNIQUE INDEX "IX_invites_Code" ON "invites" ("Code");
CREATE INDEX "IX_invites_CreatedById" ON "invites" ("CreatedById");
CREATE INDEX "IX_invites_RoomId" ON "invites" ("RoomId");
CREATE INDEX "IX_mentions_MessageId" ON "mentions" ("MessageId");
CREATE UNIQUE INDEX "IX_reports_MessageId_ReporterId" ON "reports" ("MessageId", "ReporterId");
CREATE INDEX "IX_reports_ReporterId" ON "reports" ("ReporterId");
CREATE INDEX "IX_reports_RoomId_State" ON "reports" ("RoomId", "State");
CREATE INDEX "IX_silences_UserId" ON "silences" ("UserId");
CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
BEGIN SELECT RAISE(ABORT, 'The audit log cannot be changed.'); END;
CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
BEGIN SELECT RAISE(ABORT, 'The audit log cannot be changed.'); END;
CREATE TRIGGER audit_is_never_replaced BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE "Id" = NEW."Id")
BEGIN SELECT RAISE(ABORT, 'The audit log cannot be changed.'); END;
CREATE INDEX "IX_attachments_DiscardedAt" ON "attachments" ("DiscardedAt") WHERE "DiscardedAt" IS NOT NULL;
CREATE UNIQUE INDEX "IX_attachments_MessageId" ON "attachments" ("MessageId");
CREATE INDEX "IX_attachments_OriginalSha256" ON "attachments" ("OriginalSha256") WHERE "OriginalSha256" IS NOT NULL;
CREATE INDEX "IX_attachments_RoomId_MessageId" ON "attachments" ("RoomId", "MessageId");
CREATE INDEX "IX_attachments_SenderId" ON "attachments" ("SenderId");
CREATE INDEX "IX_attachments_Sha256" ON "attachments" ("Sha256");
CREATE INDEX "IX_uploads_UserId" ON "uploads" ("UserId");
CREATE INDEX "IX_messages_deleted" ON "messages" ("RoomId", "Number") WHERE "DeletedAt" IS NOT NULL;
CREATE INDEX "IX_messages_RoomId_PinPosition" ON "messages" ("RoomId", "PinPosition") WHERE "PinPosition" IS NOT NULL;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('audit',3);
INSERT INTO "sqlite_sequence" VALUES('reports',1);
COMMIT;
