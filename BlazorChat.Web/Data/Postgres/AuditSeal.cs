using Microsoft.EntityFrameworkCore.Migrations;

namespace BlazorChat.Web.Data.Postgres;

/// <summary>Triggers with which the database itself refuses to change or delete an entry of the audit log.</summary>
internal static class AuditSeal
{
    public static void Seal(MigrationBuilder migration) => migration.Sql(
        """
        CREATE FUNCTION refuse_change_of_audit() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'The audit log cannot be changed.' USING ERRCODE = 'integrity_constraint_violation'; END $$;
        CREATE TRIGGER audit_is_never_changed BEFORE UPDATE OR DELETE ON audit
            FOR EACH ROW EXECUTE FUNCTION refuse_change_of_audit();
        CREATE TRIGGER audit_is_never_emptied BEFORE TRUNCATE ON audit
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit();
        """);
}
