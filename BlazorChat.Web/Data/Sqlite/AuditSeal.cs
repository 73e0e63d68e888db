using Microsoft.EntityFrameworkCore.Migrations;

namespace BlazorChat.Web.Data.Sqlite;

/// <summary>Triggers with which the database itself refuses to change or delete an entry of the audit log.</summary>
internal static class AuditSeal
{
    public static void Seal(MigrationBuilder migration)
    {
        migration.Sql(
            """
            CREATE TRIGGER audit_is_never_changed BEFORE UPDATE ON audit
            BEGIN SELECT RAISE(ABORT, 'The audit log cannot be changed.'); END
            """);
        migration.Sql(
            """
            CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
            BEGIN SELECT RAISE(ABORT, 'The audit log cannot be changed.'); END
            """);
        // INSERT OR REPLACE deletes rows without running the trigger above.
        migration.Sql(
            """
            CREATE TRIGGER audit_is_never_replaced BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE "Id" = NEW."Id")
            BEGIN SELECT RAISE(ABORT, 'The audit log cannot be changed.'); END
            """);
    }
}
