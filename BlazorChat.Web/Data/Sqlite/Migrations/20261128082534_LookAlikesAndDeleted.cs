using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BlazorChat.Web.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class LookAlikesAndDeleted : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_messages_deleted",
                table: "messages",
                columns: new[] { "RoomId", "Number" },
                filter: "\"DeletedAt\" IS NOT NULL");

            migrationBuilder.Sql(LookAlikes.Fold);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_messages_deleted",
                table: "messages");
        }
    }
}
