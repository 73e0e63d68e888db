-- A chat as the version before threads left it: what sqlite3's .dump says of its chat.db.
-- room: rSXG2Ti6GPfxg8Rlrrmedw
-- cursor: mbbzAVaS-14
-- token: bc_pat_RAbH1tQOCsHwqGUmZ0HQug.wyzlx_c1EZ2bP0FXMxSXngcPXmW-CtBWF7j-QUdFzlM
BEGIN TRANSACTION;
CREATE TABLE IF NOT EXISTS "__EFMigrationsLock" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK___EFMigrationsLock" PRIMARY KEY,
    "Timestamp" TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS "__EFMigrationsHistory" (
    "MigrationId" TEXT NOT NULL CONSTRAINT "PK___EFMigrationsHistory" PRIMARY KEY,
    "ProductVersion" TEXT NOT NULL
);
INSERT INTO __EFMigrationsHistory VALUES('20261123212331_Foundation','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261125071621_Audit','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261125083836_PeopleAndOrder','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261125123807_Files','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261128082534_LookAlikesAndDeleted','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261128115447_Followers','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261128120453_Pins','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261128144924_Keys','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261128145944_Nodes','10.0.15');
CREATE TABLE IF NOT EXISTS "AspNetUsers" (
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
INSERT INTO AspNetUsers VALUES('7d4aaee8-36e4-4d66-ac96-51145997e831',1,1795962488521,NULL,'ada','ADA',NULL,NULL,0,'AQAAAAIAAYagAAAAEOIUjEgtqO0UYZjKVBNJPmQG/pa8ElToeLhXnzArUBEKTqbHcCrlRNbRQJCJrVZBVg==','cmmSqiOQ6-t59yQlyVXOM9mu3dazC5xfTo2IpYHi4M4','b7a75fd4-9f68-4285-a381-e758d149d381',NULL,0,0,NULL,1,0,NULL,NULL,NULL,NULL,NULL,0,'');
INSERT INTO AspNetUsers VALUES('14172ae3-7312-479c-ae68-2d417cb2ffcd',0,1795962489719,NULL,'grace','GRACE',NULL,NULL,0,'AQAAAAIAAYagAAAAENPdXEnkIma3CdA+/FuIkO4hi9iK1AFA1B3/crGwyBoYHKGBqU3rgxt0L9wbk+EoJg==','KsojFW2s6RxiR_Gv_twIjwsYDGX5FqumI_OVo3ixTpY','d47286f6-0e94-4e33-a5ec-9f4390f75127',NULL,0,0,NULL,1,0,NULL,NULL,NULL,NULL,NULL,0,'');
CREATE TABLE IF NOT EXISTS "log" (
    "Position" INTEGER NOT NULL CONSTRAINT "PK_log" PRIMARY KEY,
    "Kind" INTEGER NOT NULL,
    "RoomId" TEXT NULL,
    "UserId" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Detail" TEXT NULL,
    "At" INTEGER NOT NULL
);
INSERT INTO log VALUES(1,5,'general','7d4aaee8-36e4-4d66-ac96-51145997e831','7d4aaee8-36e4-4d66-ac96-51145997e831',NULL,1795962488521);
INSERT INTO log VALUES(2,5,'general','14172ae3-7312-479c-ae68-2d417cb2ffcd','14172ae3-7312-479c-ae68-2d417cb2ffcd',NULL,1795962489719);
INSERT INTO log VALUES(3,5,'rSXG2Ti6GPfxg8Rlrrmedw','7d4aaee8-36e4-4d66-ac96-51145997e831','7d4aaee8-36e4-4d66-ac96-51145997e831',NULL,1795962490044);
INSERT INTO log VALUES(4,6,'rSXG2Ti6GPfxg8Rlrrmedw','7d4aaee8-36e4-4d66-ac96-51145997e831','rSXG2Ti6GPfxg8Rlrrmedw',NULL,1795962490044);
INSERT INTO log VALUES(5,5,'rSXG2Ti6GPfxg8Rlrrmedw','7d4aaee8-36e4-4d66-ac96-51145997e831','14172ae3-7312-479c-ae68-2d417cb2ffcd',NULL,1795962490138);
INSERT INTO log VALUES(6,1,'rSXG2Ti6GPfxg8Rlrrmedw','7d4aaee8-36e4-4d66-ac96-51145997e831','6',NULL,1795962490257);
INSERT INTO log VALUES(7,1,'rSXG2Ti6GPfxg8Rlrrmedw','14172ae3-7312-479c-ae68-2d417cb2ffcd','7',NULL,1795962490541);
INSERT INTO log VALUES(8,4,'rSXG2Ti6GPfxg8Rlrrmedw','14172ae3-7312-479c-ae68-2d417cb2ffcd','6','👍',1795962490654);
INSERT INTO log VALUES(9,1,'rSXG2Ti6GPfxg8Rlrrmedw','7d4aaee8-36e4-4d66-ac96-51145997e831','9',NULL,1795962490856);
INSERT INTO log VALUES(10,2,'rSXG2Ti6GPfxg8Rlrrmedw','7d4aaee8-36e4-4d66-ac96-51145997e831','9',NULL,1795962490878);
INSERT INTO log VALUES(11,1,'rSXG2Ti6GPfxg8Rlrrmedw','7d4aaee8-36e4-4d66-ac96-51145997e831','11',NULL,1795962490948);
INSERT INTO log VALUES(12,3,'rSXG2Ti6GPfxg8Rlrrmedw','7d4aaee8-36e4-4d66-ac96-51145997e831','11',NULL,1795962490964);
INSERT INTO log VALUES(13,1,'rSXG2Ti6GPfxg8Rlrrmedw','14172ae3-7312-479c-ae68-2d417cb2ffcd','13',NULL,1795962491013);
INSERT INTO log VALUES(14,31,NULL,'7d4aaee8-36e4-4d66-ac96-51145997e831','message_length',NULL,1795962491059);
CREATE TABLE IF NOT EXISTS "log_state" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_log_state" PRIMARY KEY,
    "Head" INTEGER NOT NULL,
    "TrimmedTo" INTEGER NOT NULL,
    "Epoch" TEXT NOT NULL
);
INSERT INTO log_state VALUES(1,14,0,'mbbzAVaS');
CREATE TABLE IF NOT EXISTS "rooms" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_rooms" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Topic" TEXT NOT NULL,
    "Kind" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "ArchivedAt" INTEGER NULL,
    "LastNumber" INTEGER NOT NULL,
    "LastMessageAt" INTEGER NULL
, "DirectKey" TEXT NULL, "Posting" INTEGER NOT NULL DEFAULT 0);
INSERT INTO rooms VALUES('general','General','Everyone is here',0,1795962485562,NULL,0,NULL,NULL,0);
INSERT INTO rooms VALUES('rSXG2Ti6GPfxg8Rlrrmedw','Engine room','',1,1795962490044,NULL,5,1795962491013,NULL,0);
CREATE TABLE IF NOT EXISTS "AspNetUserClaims" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_AspNetUserClaims" PRIMARY KEY AUTOINCREMENT,
    "UserId" TEXT NOT NULL,
    "ClaimType" TEXT NULL,
    "ClaimValue" TEXT NULL,
    CONSTRAINT "FK_AspNetUserClaims_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "AspNetUserLogins" (
    "LoginProvider" TEXT NOT NULL,
    "ProviderKey" TEXT NOT NULL,
    "ProviderDisplayName" TEXT NULL,
    "UserId" TEXT NOT NULL,
    CONSTRAINT "PK_AspNetUserLogins" PRIMARY KEY ("LoginProvider", "ProviderKey"),
    CONSTRAINT "FK_AspNetUserLogins_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "AspNetUserPasskeys" (
    "CredentialId" BLOB NOT NULL CONSTRAINT "PK_AspNetUserPasskeys" PRIMARY KEY,
    "UserId" TEXT NOT NULL,
    "Data" TEXT NOT NULL,
    CONSTRAINT "FK_AspNetUserPasskeys_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "AspNetUserTokens" (
    "UserId" TEXT NOT NULL,
    "LoginProvider" TEXT NOT NULL,
    "Name" TEXT NOT NULL,
    "Value" TEXT NULL,
    CONSTRAINT "PK_AspNetUserTokens" PRIMARY KEY ("UserId", "LoginProvider", "Name"),
    CONSTRAINT "FK_AspNetUserTokens_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "sessions" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_sessions" PRIMARY KEY,
    "UserId" TEXT NOT NULL,
    "Stamp" TEXT NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "ExpiresAt" INTEGER NOT NULL,
    "RefreshHash" BLOB NULL, "Address" TEXT NOT NULL DEFAULT '', "Device" TEXT NOT NULL DEFAULT '', "Name" TEXT NULL, "Scope" INTEGER NULL, "SeenAt" INTEGER NOT NULL DEFAULT 0, "TokenHash" BLOB NULL,
    CONSTRAINT "FK_sessions_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);
INSERT INTO sessions VALUES('FxbyfJnNrGMVgnM4YfzUCw','7d4aaee8-36e4-4d66-ac96-51145997e831','cmmSqiOQ6-t59yQlyVXOM9mu3dazC5xfTo2IpYHi4M4',1795962489260,1798554489299,X'9505af22abfdb22b36309b6ae2663ffcf0328b7c95b001821f46579b13cd4fdc','127.0.0.1','node',NULL,NULL,1795962489260,NULL);
INSERT INTO sessions VALUES('V69ytIqsbgu9C1bezBHrCw','14172ae3-7312-479c-ae68-2d417cb2ffcd','KsojFW2s6RxiR_Gv_twIjwsYDGX5FqumI_OVo3ixTpY',1795962489935,1798554489941,X'1b579e8212736f5eddfabd696b5a05ff563bcc3f74a6a606df3f4922ee30300f','127.0.0.1','node',NULL,NULL,1795962489935,NULL);
INSERT INTO sessions VALUES('RAbH1tQOCsHwqGUmZ0HQug','7d4aaee8-36e4-4d66-ac96-51145997e831','cmmSqiOQ6-t59yQlyVXOM9mu3dazC5xfTo2IpYHi4M4',1795962489985,9223372036854775807,NULL,'','','upgrade',1,0,X'a0edda0a84f8c20f042361a4a7e3494d4a97871880f66023246114e519e502a2');
CREATE TABLE IF NOT EXISTS "memberships" (
    "RoomId" TEXT NOT NULL,
    "UserId" TEXT NOT NULL,
    "Role" INTEGER NOT NULL,
    "JoinedAt" INTEGER NOT NULL,
    "ReadNumber" INTEGER NOT NULL, "IsMuted" INTEGER NOT NULL DEFAULT 0, "IsPinned" INTEGER NOT NULL DEFAULT 0, "Notify" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "PK_memberships" PRIMARY KEY ("RoomId", "UserId"),
    CONSTRAINT "FK_memberships_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_memberships_rooms_RoomId" FOREIGN KEY ("RoomId") REFERENCES "rooms" ("Id") ON DELETE CASCADE
);
INSERT INTO memberships VALUES('general','7d4aaee8-36e4-4d66-ac96-51145997e831',0,1795962488521,0,0,0,0);
INSERT INTO memberships VALUES('general','14172ae3-7312-479c-ae68-2d417cb2ffcd',0,1795962489719,0,0,0,0);
INSERT INTO memberships VALUES('rSXG2Ti6GPfxg8Rlrrmedw','7d4aaee8-36e4-4d66-ac96-51145997e831',2,1795962490044,4,0,0,0);
INSERT INTO memberships VALUES('rSXG2Ti6GPfxg8Rlrrmedw','14172ae3-7312-479c-ae68-2d417cb2ffcd',0,1795962490138,5,0,0,0);
CREATE TABLE IF NOT EXISTS "messages" (
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
INSERT INTO messages VALUES(6,'rSXG2Ti6GPfxg8Rlrrmedw',1,'7d4aaee8-36e4-4d66-ac96-51145997e831','Hello **there**',0,1795962490257,NULL,NULL,'c0',NULL,NULL);
INSERT INTO messages VALUES(7,'rSXG2Ti6GPfxg8Rlrrmedw',2,'14172ae3-7312-479c-ae68-2d417cb2ffcd','Grüße 👋 @ada',0,1795962490541,NULL,NULL,NULL,NULL,NULL);
INSERT INTO messages VALUES(9,'rSXG2Ti6GPfxg8Rlrrmedw',3,'7d4aaee8-36e4-4d66-ac96-51145997e831','Edited',0,1795962490856,1795962490878,NULL,NULL,NULL,NULL);
INSERT INTO messages VALUES(11,'rSXG2Ti6GPfxg8Rlrrmedw',4,'7d4aaee8-36e4-4d66-ac96-51145997e831','',0,1795962490948,NULL,1795962490964,NULL,NULL,NULL);
INSERT INTO messages VALUES(13,'rSXG2Ti6GPfxg8Rlrrmedw',5,'14172ae3-7312-479c-ae68-2d417cb2ffcd','An answer',0,1795962491013,NULL,NULL,NULL,6,NULL);
CREATE TABLE IF NOT EXISTS "reactions" (
    "MessageId" INTEGER NOT NULL,
    "UserId" TEXT NOT NULL,
    "Emoji" TEXT NOT NULL,
    "AddedAt" INTEGER NOT NULL,
    CONSTRAINT "PK_reactions" PRIMARY KEY ("MessageId", "Emoji", "UserId"),
    CONSTRAINT "FK_reactions_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_reactions_messages_MessageId" FOREIGN KEY ("MessageId") REFERENCES "messages" ("Id") ON DELETE CASCADE
);
INSERT INTO reactions VALUES(6,'14172ae3-7312-479c-ae68-2d417cb2ffcd','👍',8);
CREATE TABLE IF NOT EXISTS "audit" (
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
INSERT INTO audit VALUES(1,1795962490138,'7d4aaee8-36e4-4d66-ac96-51145997e831','ada','member.add','14172ae3-7312-479c-ae68-2d417cb2ffcd','grace','rSXG2Ti6GPfxg8Rlrrmedw','Engine room','member');
INSERT INTO audit VALUES(2,1795962491059,'7d4aaee8-36e4-4d66-ac96-51145997e831','ada','settings.change',NULL,NULL,NULL,NULL,'message_length: 1000 → 900');
CREATE TABLE IF NOT EXISTS "avatars" (
    "UserId" TEXT NOT NULL CONSTRAINT "PK_avatars" PRIMARY KEY,
    "Hash" TEXT NOT NULL,
    "Picture" BLOB NOT NULL,
    CONSTRAINT "FK_avatars_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "blocks" (
    "UserId" TEXT NOT NULL,
    "BlockedId" TEXT NOT NULL,
    "At" INTEGER NOT NULL,
    CONSTRAINT "PK_blocks" PRIMARY KEY ("UserId", "BlockedId"),
    CONSTRAINT "FK_blocks_AspNetUsers_BlockedId" FOREIGN KEY ("BlockedId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_blocks_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "invites" (
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
CREATE TABLE IF NOT EXISTS "mentions" (
    "UserId" TEXT NOT NULL,
    "RoomId" TEXT NOT NULL,
    "Number" INTEGER NOT NULL,
    "MessageId" INTEGER NOT NULL,
    "Name" TEXT NOT NULL,
    CONSTRAINT "PK_mentions" PRIMARY KEY ("UserId", "RoomId", "Number"),
    CONSTRAINT "FK_mentions_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_mentions_messages_MessageId" FOREIGN KEY ("MessageId") REFERENCES "messages" ("Id") ON DELETE CASCADE
);
INSERT INTO mentions VALUES('7d4aaee8-36e4-4d66-ac96-51145997e831','rSXG2Ti6GPfxg8Rlrrmedw',2,7,'ada');
CREATE TABLE IF NOT EXISTS "reports" (
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
CREATE TABLE IF NOT EXISTS "settings" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_settings" PRIMARY KEY,
    "Value" TEXT NOT NULL
);
INSERT INTO settings VALUES('message_length','900');
CREATE TABLE IF NOT EXISTS "silences" (
    "RoomId" TEXT NOT NULL,
    "UserId" TEXT NOT NULL,
    "Until" INTEGER NOT NULL,
    "ById" TEXT NOT NULL,
    "Reason" TEXT NOT NULL,
    CONSTRAINT "PK_silences" PRIMARY KEY ("RoomId", "UserId"),
    CONSTRAINT "FK_silences_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_silences_rooms_RoomId" FOREIGN KEY ("RoomId") REFERENCES "rooms" ("Id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "attachments" (
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
CREATE TABLE IF NOT EXISTS "uploads" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_uploads" PRIMARY KEY,
    "UserId" TEXT NOT NULL,
    "Size" INTEGER NOT NULL,
    "ExpiresAt" INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS "followers" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_followers" PRIMARY KEY,
    "Position" INTEGER NOT NULL
);
INSERT INTO followers VALUES('discarded_files',0);
CREATE TABLE IF NOT EXISTS "data_protection_keys" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_data_protection_keys" PRIMARY KEY AUTOINCREMENT,
    "FriendlyName" TEXT NULL,
    "Xml" TEXT NULL
);
INSERT INTO data_protection_keys VALUES(1,'key-8c7c370b-1681-447e-afa1-ca273aecb3b3','<key id="8c7c370b-1681-447e-afa1-ca273aecb3b3" version="1"><creationDate>2026-11-29T14:28:05.976161Z</creationDate><activationDate>2026-11-29T14:28:05.976161Z</activationDate><expirationDate>2027-02-27T14:28:05.9761612Z</expirationDate><descriptor deserializerType="Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel.AuthenticatedEncryptorDescriptorDeserializer, Microsoft.AspNetCore.DataProtection, Version=10.0.0.0, Culture=neutral, PublicKeyToken=adb9793829ddae60"><descriptor><encryption algorithm="AES_256_CBC" /><validation algorithm="HMACSHA256" /><masterKey p4:requiresEncryption="true" xmlns:p4="http://schemas.asp.net/2015/03/dataProtection"><!-- Warning: the key below is in an unencrypted form. --><value>+myEdQRFn9uEj3h3syRTbfoPe2SHu5VwiPNW+SJv3n73Ru4YnRxQLfEHYD/46RjqnFFCtAQgIZInwOK4A7WW9Q==</value></masterKey></descriptor></descriptor></key>');
CREATE TABLE IF NOT EXISTS "secrets" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_secrets" PRIMARY KEY,
    "Value" BLOB NOT NULL
);
INSERT INTO secrets VALUES('token.key',X'62f6b3c9d951e290c1a92313842940ec276499eceb05fe3439bd762b2813ee6d7b8a2a85a8f67564c7284112a25a99eadaec66208e0542ad2a88087b5e4f6686');
CREATE TABLE IF NOT EXISTS "leases" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_leases" PRIMARY KEY,
    "Holder" TEXT NULL,
    "Until" TEXT NULL
);
CREATE TABLE IF NOT EXISTS "nodes" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_nodes" PRIMARY KEY,
    "HostName" TEXT NOT NULL,
    "Version" TEXT NOT NULL,
    "StartedAt" INTEGER NOT NULL,
    "SeenAt" TEXT NOT NULL,
    "Behind" INTEGER NOT NULL,
    "Streams" INTEGER NOT NULL,
    "StreamsWantedUntil" TEXT NULL,
    "OpenStreams" TEXT NULL
);
CREATE TABLE IF NOT EXISTS "upload_pieces" (
    "UploadId" TEXT NOT NULL,
    "Offset" INTEGER NOT NULL,
    "Length" INTEGER NOT NULL,
    "Name" TEXT NOT NULL,
    CONSTRAINT "PK_upload_pieces" PRIMARY KEY ("UploadId", "Offset"),
    CONSTRAINT "FK_upload_pieces_uploads_UploadId" FOREIGN KEY ("UploadId") REFERENCES "uploads" ("Id") ON DELETE CASCADE
);
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('data_protection_keys',1);
INSERT INTO sqlite_sequence VALUES('audit',2);
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
COMMIT;
