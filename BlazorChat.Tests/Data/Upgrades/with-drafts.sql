-- A chat as the version with drafts left it: what sqlite3's .dump says of its chat.db.
-- room: 7QbdYF5gxKHPEyEqHE-aTA
-- cursor: t3KTQO4b-21
-- token: bc_pat_pR1_Jo-1o8YT7tcWU_5Brg.iKc8zvEMqGXnt5rH-Z4VoL9W1vJ8uFOfRTtLacAA5KU
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
INSERT INTO __EFMigrationsHistory VALUES('20261129022346_Threads','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261129070650_Saved','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261129104246_Activity','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261129105241_LinkPreviews','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261129110300_NoticeSettings','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261129110500_Drafts','10.0.15');
INSERT INTO __EFMigrationsHistory VALUES('20261129113000_CustomEmoji','10.0.15');
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
INSERT INTO AspNetUsers VALUES('c404288f-fd11-4179-a3ff-032f7b853ccc',1,1795962566542,NULL,'ada','ADA',NULL,NULL,0,'AQAAAAIAAYagAAAAEHIuo9KA0i9CWAtgOVu1m9G2DDtrZdL9VtS6nJPyivqeBZK+43SmNWDw/MJuvPZrlA==','12UAir0iYDg5aZnfn7kOpWjwGckNZPb-TXeY-0pyNso','da34faac-c16a-4385-b827-1fab0372b3b7',NULL,0,0,NULL,1,0,NULL,NULL,NULL,NULL,NULL,0,'');
INSERT INTO AspNetUsers VALUES('27214bba-38e5-4ca0-841f-5b7b7f41b341',0,1795962567831,NULL,'grace','GRACE',NULL,NULL,0,'AQAAAAIAAYagAAAAEJaeUT4NyFG1OvLOU7psQsLPSw8JW4pGqqyPFMRbV/6wDTe5C6XJ9V81yfZtPtSroA==','lO-TMFXeKSqJ6lScL-wwKi_-HuQXsRfrXO18pyP6Rf0','06c2f448-7f62-4237-88e0-c25468a01126',NULL,0,0,NULL,1,0,NULL,NULL,NULL,NULL,NULL,0,'');
CREATE TABLE IF NOT EXISTS "log" (
    "Position" INTEGER NOT NULL CONSTRAINT "PK_log" PRIMARY KEY,
    "Kind" INTEGER NOT NULL,
    "RoomId" TEXT NULL,
    "UserId" TEXT NOT NULL,
    "Subject" TEXT NOT NULL,
    "Detail" TEXT NULL,
    "At" INTEGER NOT NULL
);
INSERT INTO log VALUES(1,5,'general','c404288f-fd11-4179-a3ff-032f7b853ccc','c404288f-fd11-4179-a3ff-032f7b853ccc',NULL,1795962566542);
INSERT INTO log VALUES(2,5,'general','27214bba-38e5-4ca0-841f-5b7b7f41b341','27214bba-38e5-4ca0-841f-5b7b7f41b341',NULL,1795962567831);
INSERT INTO log VALUES(3,5,'7QbdYF5gxKHPEyEqHE-aTA','c404288f-fd11-4179-a3ff-032f7b853ccc','c404288f-fd11-4179-a3ff-032f7b853ccc',NULL,1795962568177);
INSERT INTO log VALUES(4,6,'7QbdYF5gxKHPEyEqHE-aTA','c404288f-fd11-4179-a3ff-032f7b853ccc','7QbdYF5gxKHPEyEqHE-aTA',NULL,1795962568177);
INSERT INTO log VALUES(5,5,'7QbdYF5gxKHPEyEqHE-aTA','c404288f-fd11-4179-a3ff-032f7b853ccc','27214bba-38e5-4ca0-841f-5b7b7f41b341',NULL,1795962568280);
INSERT INTO log VALUES(6,1,'7QbdYF5gxKHPEyEqHE-aTA','c404288f-fd11-4179-a3ff-032f7b853ccc','6',NULL,1795962568420);
INSERT INTO log VALUES(7,1,'7QbdYF5gxKHPEyEqHE-aTA','27214bba-38e5-4ca0-841f-5b7b7f41b341','7',NULL,1795962568610);
INSERT INTO log VALUES(8,4,'7QbdYF5gxKHPEyEqHE-aTA','27214bba-38e5-4ca0-841f-5b7b7f41b341','6','👍',1795962568714);
INSERT INTO log VALUES(9,1,'7QbdYF5gxKHPEyEqHE-aTA','c404288f-fd11-4179-a3ff-032f7b853ccc','9',NULL,1795962569029);
INSERT INTO log VALUES(10,2,'7QbdYF5gxKHPEyEqHE-aTA','c404288f-fd11-4179-a3ff-032f7b853ccc','9',NULL,1795962569065);
INSERT INTO log VALUES(11,1,'7QbdYF5gxKHPEyEqHE-aTA','c404288f-fd11-4179-a3ff-032f7b853ccc','11',NULL,1795962569135);
INSERT INTO log VALUES(12,3,'7QbdYF5gxKHPEyEqHE-aTA','c404288f-fd11-4179-a3ff-032f7b853ccc','11',NULL,1795962569145);
INSERT INTO log VALUES(13,1,'7QbdYF5gxKHPEyEqHE-aTA','27214bba-38e5-4ca0-841f-5b7b7f41b341','13',NULL,1795962569206);
INSERT INTO log VALUES(14,31,NULL,'c404288f-fd11-4179-a3ff-032f7b853ccc','message_length',NULL,1795962569282);
INSERT INTO log VALUES(15,1,'7QbdYF5gxKHPEyEqHE-aTA','27214bba-38e5-4ca0-841f-5b7b7f41b341','15',NULL,1795962569357);
INSERT INTO log VALUES(16,90,'7QbdYF5gxKHPEyEqHE-aTA','27214bba-38e5-4ca0-841f-5b7b7f41b341','6',NULL,1795962569357);
INSERT INTO log VALUES(17,91,'7QbdYF5gxKHPEyEqHE-aTA','27214bba-38e5-4ca0-841f-5b7b7f41b341','27214bba-38e5-4ca0-841f-5b7b7f41b341','6',1795962569357);
INSERT INTO log VALUES(18,91,'7QbdYF5gxKHPEyEqHE-aTA','27214bba-38e5-4ca0-841f-5b7b7f41b341','c404288f-fd11-4179-a3ff-032f7b853ccc','6',1795962569357);
INSERT INTO log VALUES(19,100,'7QbdYF5gxKHPEyEqHE-aTA','c404288f-fd11-4179-a3ff-032f7b853ccc','c404288f-fd11-4179-a3ff-032f7b853ccc','7',1795962569495);
INSERT INTO log VALUES(20,140,'7QbdYF5gxKHPEyEqHE-aTA','c404288f-fd11-4179-a3ff-032f7b853ccc','c404288f-fd11-4179-a3ff-032f7b853ccc','0',1795962569634);
INSERT INTO log VALUES(21,130,NULL,'c404288f-fd11-4179-a3ff-032f7b853ccc','c404288f-fd11-4179-a3ff-032f7b853ccc',NULL,1795962569780);
CREATE TABLE IF NOT EXISTS "log_state" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_log_state" PRIMARY KEY,
    "Head" INTEGER NOT NULL,
    "TrimmedTo" INTEGER NOT NULL,
    "Epoch" TEXT NOT NULL
);
INSERT INTO log_state VALUES(1,21,0,'t3KTQO4b');
CREATE TABLE IF NOT EXISTS "rooms" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_rooms" PRIMARY KEY,
    "Name" TEXT NOT NULL,
    "Topic" TEXT NOT NULL,
    "Kind" INTEGER NOT NULL,
    "CreatedAt" INTEGER NOT NULL,
    "ArchivedAt" INTEGER NULL,
    "LastNumber" INTEGER NOT NULL,
    "LastMessageAt" INTEGER NULL
, "DirectKey" TEXT NULL, "Posting" INTEGER NOT NULL DEFAULT 0, "IsWithoutPreviews" INTEGER NOT NULL DEFAULT 0);
INSERT INTO rooms VALUES('general','General','Everyone is here',0,1795962563000,NULL,0,NULL,NULL,0,0);
INSERT INTO rooms VALUES('7QbdYF5gxKHPEyEqHE-aTA','Engine room','',1,1795962568177,NULL,5,1795962569206,NULL,0,0);
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
INSERT INTO sessions VALUES('bbY45UNmBc2JEu2gKb7yYg','c404288f-fd11-4179-a3ff-032f7b853ccc','12UAir0iYDg5aZnfn7kOpWjwGckNZPb-TXeY-0pyNso',1795962567392,1798554567432,X'82005fb5aab62a1813bf3418438068c0234e855abf8b15e0215569698f0515d0','127.0.0.1','node',NULL,NULL,1795962567392,NULL);
INSERT INTO sessions VALUES('Aj9KTRH-pTWiJtJJtY_KYA','27214bba-38e5-4ca0-841f-5b7b7f41b341','lO-TMFXeKSqJ6lScL-wwKi_-HuQXsRfrXO18pyP6Rf0',1795962568061,1798554568063,X'b980d7e0bdd88f7a626abd3d9cc4993cbe99678b27d11f544cf57d89c22ffbf5','127.0.0.1','node',NULL,NULL,1795962568061,NULL);
INSERT INTO sessions VALUES('pR1_Jo-1o8YT7tcWU_5Brg','c404288f-fd11-4179-a3ff-032f7b853ccc','12UAir0iYDg5aZnfn7kOpWjwGckNZPb-TXeY-0pyNso',1795962568107,9223372036854775807,NULL,'','','upgrade',1,0,X'8c8a3e97f4bcabec54b093819e9fcdb78c6840af946fd918017de963db18e670');
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
INSERT INTO memberships VALUES('general','c404288f-fd11-4179-a3ff-032f7b853ccc',0,1795962566542,0,0,0,0);
INSERT INTO memberships VALUES('general','27214bba-38e5-4ca0-841f-5b7b7f41b341',0,1795962567831,0,0,0,0);
INSERT INTO memberships VALUES('7QbdYF5gxKHPEyEqHE-aTA','c404288f-fd11-4179-a3ff-032f7b853ccc',2,1795962568177,4,0,0,0);
INSERT INTO memberships VALUES('7QbdYF5gxKHPEyEqHE-aTA','27214bba-38e5-4ca0-841f-5b7b7f41b341',0,1795962568280,5,0,0,0);
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
    "ReplyToId" INTEGER NULL, "PinPosition" INTEGER NULL, "ThreadId" INTEGER NULL,
    CONSTRAINT "FK_messages_AspNetUsers_AuthorId" FOREIGN KEY ("AuthorId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_messages_rooms_RoomId" FOREIGN KEY ("RoomId") REFERENCES "rooms" ("Id") ON DELETE CASCADE
);
INSERT INTO messages VALUES(6,'7QbdYF5gxKHPEyEqHE-aTA',1,'c404288f-fd11-4179-a3ff-032f7b853ccc','Hello **there**',0,1795962568420,NULL,NULL,'c0',NULL,NULL,NULL);
INSERT INTO messages VALUES(7,'7QbdYF5gxKHPEyEqHE-aTA',2,'27214bba-38e5-4ca0-841f-5b7b7f41b341','Grüße 👋 @ada',0,1795962568610,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO messages VALUES(9,'7QbdYF5gxKHPEyEqHE-aTA',3,'c404288f-fd11-4179-a3ff-032f7b853ccc','Edited',0,1795962569029,1795962569065,NULL,NULL,NULL,NULL,NULL);
INSERT INTO messages VALUES(11,'7QbdYF5gxKHPEyEqHE-aTA',4,'c404288f-fd11-4179-a3ff-032f7b853ccc','',0,1795962569135,NULL,1795962569145,NULL,NULL,NULL,NULL);
INSERT INTO messages VALUES(13,'7QbdYF5gxKHPEyEqHE-aTA',5,'27214bba-38e5-4ca0-841f-5b7b7f41b341','An answer',0,1795962569206,NULL,NULL,NULL,6,NULL,NULL);
INSERT INTO messages VALUES(15,'7QbdYF5gxKHPEyEqHE-aTA',-15,'27214bba-38e5-4ca0-841f-5b7b7f41b341','In the thread',0,1795962569357,NULL,NULL,NULL,NULL,NULL,6);
CREATE TABLE IF NOT EXISTS "reactions" (
    "MessageId" INTEGER NOT NULL,
    "UserId" TEXT NOT NULL,
    "Emoji" TEXT NOT NULL,
    "AddedAt" INTEGER NOT NULL, "GivenAt" INTEGER NULL, "ToUserId" TEXT NULL,
    CONSTRAINT "PK_reactions" PRIMARY KEY ("MessageId", "Emoji", "UserId"),
    CONSTRAINT "FK_reactions_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_reactions_messages_MessageId" FOREIGN KEY ("MessageId") REFERENCES "messages" ("Id") ON DELETE CASCADE
);
INSERT INTO reactions VALUES(6,'27214bba-38e5-4ca0-841f-5b7b7f41b341','👍',8,1795962568714,'c404288f-fd11-4179-a3ff-032f7b853ccc');
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
INSERT INTO audit VALUES(1,1795962568280,'c404288f-fd11-4179-a3ff-032f7b853ccc','ada','member.add','27214bba-38e5-4ca0-841f-5b7b7f41b341','grace','7QbdYF5gxKHPEyEqHE-aTA','Engine room','member');
INSERT INTO audit VALUES(2,1795962569282,'c404288f-fd11-4179-a3ff-032f7b853ccc','ada','settings.change',NULL,NULL,NULL,NULL,'message_length: 1000 → 900');
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
INSERT INTO mentions VALUES('c404288f-fd11-4179-a3ff-032f7b853ccc','7QbdYF5gxKHPEyEqHE-aTA',2,7,'ada');
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
INSERT INTO followers VALUES('link_previews',18);
INSERT INTO followers VALUES('discarded_files',0);
INSERT INTO followers VALUES('search',19);
CREATE TABLE IF NOT EXISTS "data_protection_keys" (
    "Id" INTEGER NOT NULL CONSTRAINT "PK_data_protection_keys" PRIMARY KEY AUTOINCREMENT,
    "FriendlyName" TEXT NULL,
    "Xml" TEXT NULL
);
INSERT INTO data_protection_keys VALUES(1,'key-5781aa1c-c820-4154-9b0f-f0ebf20395df','<key id="5781aa1c-c820-4154-9b0f-f0ebf20395df" version="1"><creationDate>2026-11-29T14:29:23.3416823Z</creationDate><activationDate>2026-11-29T14:29:23.3416823Z</activationDate><expirationDate>2027-02-27T14:29:23.3416824Z</expirationDate><descriptor deserializerType="Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel.AuthenticatedEncryptorDescriptorDeserializer, Microsoft.AspNetCore.DataProtection, Version=10.0.0.0, Culture=neutral, PublicKeyToken=adb9793829ddae60"><descriptor><encryption algorithm="AES_256_CBC" /><validation algorithm="HMACSHA256" /><masterKey p4:requiresEncryption="true" xmlns:p4="http://schemas.asp.net/2015/03/dataProtection"><!-- Warning: the key below is in an unencrypted form. --><value>hp6QSKGyBJK+O/Oa44WZF4sZvZe+E5B1OyeUOMEpcTchM5wpdGn704iEj1LIzRl58L+hWzc8swL800IC84VIgw==</value></masterKey></descriptor></descriptor></key>');
CREATE TABLE IF NOT EXISTS "secrets" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_secrets" PRIMARY KEY,
    "Value" BLOB NOT NULL
);
INSERT INTO secrets VALUES('token.key',X'e5cae9341e4d7bfadd94a130d5ac1c08ece619549f7c27b94dfead31df62bdd9af88d83f09307c9def169cb6f0b6653996eb58df124834e03647173087252588');
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
CREATE TABLE IF NOT EXISTS "thread_follows" (
    "RootId" INTEGER NOT NULL,
    "UserId" TEXT NOT NULL,
    "Follows" INTEGER NOT NULL,
    "ReadUpToId" INTEGER NOT NULL,
    CONSTRAINT "PK_thread_follows" PRIMARY KEY ("UserId", "RootId"),
    CONSTRAINT "FK_thread_follows_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_thread_follows_messages_RootId" FOREIGN KEY ("RootId") REFERENCES "messages" ("Id") ON DELETE CASCADE
);
INSERT INTO thread_follows VALUES(6,'27214bba-38e5-4ca0-841f-5b7b7f41b341',1,15);
INSERT INTO thread_follows VALUES(6,'c404288f-fd11-4179-a3ff-032f7b853ccc',1,6);
CREATE TABLE IF NOT EXISTS "threads" (
    "RootId" INTEGER NOT NULL CONSTRAINT "PK_threads" PRIMARY KEY,
    "RoomId" TEXT NOT NULL,
    "Replies" INTEGER NOT NULL,
    "LastReplyId" INTEGER NOT NULL,
    "LastReplyAt" INTEGER NOT NULL,
    "People" TEXT NOT NULL,
    CONSTRAINT "FK_threads_messages_RootId" FOREIGN KEY ("RootId") REFERENCES "messages" ("Id") ON DELETE CASCADE
);
INSERT INTO threads VALUES(6,'7QbdYF5gxKHPEyEqHE-aTA',1,15,1795962569357,'27214bba-38e5-4ca0-841f-5b7b7f41b341');
CREATE TABLE IF NOT EXISTS "saved_messages" (
    "UserId" TEXT NOT NULL,
    "MessageId" INTEGER NOT NULL,
    "Position" INTEGER NOT NULL,
    CONSTRAINT "PK_saved_messages" PRIMARY KEY ("UserId", "MessageId"),
    CONSTRAINT "FK_saved_messages_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_saved_messages_messages_MessageId" FOREIGN KEY ("MessageId") REFERENCES "messages" ("Id") ON DELETE CASCADE
);
INSERT INTO saved_messages VALUES('c404288f-fd11-4179-a3ff-032f7b853ccc',7,19);
CREATE TABLE IF NOT EXISTS "answers" (
    "UserId" TEXT NOT NULL,
    "MessageId" INTEGER NOT NULL,
    CONSTRAINT "PK_answers" PRIMARY KEY ("UserId", "MessageId"),
    CONSTRAINT "FK_answers_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_answers_messages_MessageId" FOREIGN KEY ("MessageId") REFERENCES "messages" ("Id") ON DELETE CASCADE
);
INSERT INTO answers VALUES('c404288f-fd11-4179-a3ff-032f7b853ccc',13);
INSERT INTO answers VALUES('c404288f-fd11-4179-a3ff-032f7b853ccc',15);
CREATE TABLE IF NOT EXISTS "linked_pages" (
    "Id" TEXT NOT NULL CONSTRAINT "PK_linked_pages" PRIMARY KEY,
    "Url" TEXT NOT NULL,
    "UrlKey" TEXT NOT NULL,
    "State" INTEGER NOT NULL,
    "WantedAt" INTEGER NOT NULL,
    "SettledAt" INTEGER NULL,
    "Title" TEXT NOT NULL,
    "Description" TEXT NOT NULL,
    "SiteName" TEXT NOT NULL,
    "Picture" TEXT NULL,
    "PictureWidth" INTEGER NULL,
    "PictureHeight" INTEGER NULL
);
CREATE TABLE IF NOT EXISTS "link_previews" (
    "MessageId" INTEGER NOT NULL,
    "UrlKey" TEXT NOT NULL,
    "PageId" TEXT NULL,
    "State" INTEGER NOT NULL,
    CONSTRAINT "PK_link_previews" PRIMARY KEY ("MessageId", "UrlKey"),
    CONSTRAINT "FK_link_previews_linked_pages_PageId" FOREIGN KEY ("PageId") REFERENCES "linked_pages" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_link_previews_messages_MessageId" FOREIGN KEY ("MessageId") REFERENCES "messages" ("Id") ON DELETE CASCADE
);
CREATE TABLE IF NOT EXISTS "notice_settings" (
    "UserId" TEXT NOT NULL CONSTRAINT "PK_notice_settings" PRIMARY KEY,
    "Sound" TEXT NOT NULL,
    "QuietFrom" TEXT NULL,
    "QuietTo" TEXT NULL,
    "PausedUntil" INTEGER NULL,
    CONSTRAINT "FK_notice_settings_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE
);
INSERT INTO notice_settings VALUES('c404288f-fd11-4179-a3ff-032f7b853ccc','none',NULL,NULL,NULL);
CREATE TABLE IF NOT EXISTS "drafts" (
    "UserId" TEXT NOT NULL,
    "RoomId" TEXT NOT NULL,
    "ThreadId" INTEGER NOT NULL,
    "Text" TEXT NOT NULL,
    "Position" INTEGER NOT NULL,
    CONSTRAINT "PK_drafts" PRIMARY KEY ("UserId", "RoomId", "ThreadId"),
    CONSTRAINT "FK_drafts_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE CASCADE,
    CONSTRAINT "FK_drafts_rooms_RoomId" FOREIGN KEY ("RoomId") REFERENCES "rooms" ("Id") ON DELETE CASCADE
);
INSERT INTO drafts VALUES('c404288f-fd11-4179-a3ff-032f7b853ccc','7QbdYF5gxKHPEyEqHE-aTA',0,'Half a thought',20);
CREATE TABLE IF NOT EXISTS "custom_emoji" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_custom_emoji" PRIMARY KEY,
    "UserId" TEXT NULL,
    "Hash" TEXT NOT NULL,
    "ContentType" TEXT NOT NULL,
    "Picture" BLOB NOT NULL,
    CONSTRAINT "FK_custom_emoji_AspNetUsers_UserId" FOREIGN KEY ("UserId") REFERENCES "AspNetUsers" ("Id") ON DELETE SET NULL
);
CREATE TABLE search_state (version integer NOT NULL, unread bigint, removed bigint NOT NULL);
INSERT INTO search_state VALUES(2,0,0);
CREATE TABLE search_days (day bigint PRIMARY KEY, first bigint NOT NULL, last bigint NOT NULL);
INSERT INTO search_days VALUES(20786,6,15);
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','message_search','message_search',0,'CREATE VIRTUAL TABLE message_search USING fts5(
    terms, content = '''', contentless_delete = 1, detail = none, tokenize = "ascii tokenchars ''-_''")');
CREATE TABLE IF NOT EXISTS 'message_search_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO message_search_data VALUES(1,X'051a');
INSERT INTO message_search_data VALUES(10,X'00000000ff00000101010100010101010101000005');
INSERT INTO message_search_data VALUES(137438953473,X'000000e205302d31706a06020335336a0f020337396d0f02036670670d01036164610702016e0d0304737765720d010665646974656409010667727573736507010568656c6c6f060102696e0f01037468650f04027265060304726561640f011aee8080723771626479663567786b68706579657168652d617461060102040204067468726561640f04257532373231346262612d333865352d346361302d383431662d356237623766343162333431070602052463343034323838662d666431312d343137392d613366662d30333266376238353363636306030104f09f918b0704070606060604070909080506050721092a28');
CREATE TABLE IF NOT EXISTS 'message_search_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO message_search_idx VALUES(1,X'',2);
CREATE TABLE IF NOT EXISTS 'message_search_docsize'(id INTEGER PRIMARY KEY, sz BLOB, origin INTEGER);
INSERT INTO message_search_docsize VALUES(6,X'05',1);
INSERT INTO message_search_docsize VALUES(7,X'05',1);
INSERT INTO message_search_docsize VALUES(9,X'03',1);
INSERT INTO message_search_docsize VALUES(13,X'05',1);
INSERT INTO message_search_docsize VALUES(15,X'08',1);
CREATE TABLE IF NOT EXISTS 'message_search_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO message_search_config VALUES('version',4);
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
CREATE INDEX "IX_messages_ThreadId_Id" ON "messages" ("ThreadId", "Id") WHERE "ThreadId" IS NOT NULL;
CREATE INDEX "IX_thread_follows_RootId" ON "thread_follows" ("RootId");
CREATE INDEX "IX_mentions_UserId_MessageId" ON "mentions" ("UserId", "MessageId");
CREATE INDEX "IX_saved_messages_MessageId" ON "saved_messages" ("MessageId");
CREATE INDEX "IX_saved_messages_UserId_Position" ON "saved_messages" ("UserId", "Position");
CREATE INDEX "IX_reactions_ToUserId_AddedAt" ON "reactions" ("ToUserId", "AddedAt") WHERE "ToUserId" IS NOT NULL;
CREATE INDEX "IX_answers_MessageId" ON "answers" ("MessageId");
CREATE INDEX "IX_link_previews_PageId" ON "link_previews" ("PageId");
CREATE INDEX "IX_linked_pages_Picture" ON "linked_pages" ("Picture") WHERE "Picture" IS NOT NULL;
CREATE INDEX "IX_linked_pages_UrlKey" ON "linked_pages" ("UrlKey");
CREATE INDEX "IX_linked_pages_waiting" ON "linked_pages" ("WantedAt") WHERE "State" = 0;
CREATE INDEX "IX_drafts_RoomId" ON "drafts" ("RoomId");
CREATE INDEX "IX_custom_emoji_UserId" ON "custom_emoji" ("UserId");
PRAGMA writable_schema=OFF;
COMMIT;
