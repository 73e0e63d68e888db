using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BlazorChat.Web.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Threads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "ThreadId",
                table: "messages",
                type: "bigint",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "thread_follows",
                columns: table => new
                {
                    RootId = table.Column<long>(type: "bigint", nullable: false),
                    UserId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Follows = table.Column<bool>(type: "boolean", nullable: false),
                    ReadUpToId = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_thread_follows", x => new { x.UserId, x.RootId });
                    table.ForeignKey(
                        name: "FK_thread_follows_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_thread_follows_messages_RootId",
                        column: x => x.RootId,
                        principalTable: "messages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "threads",
                columns: table => new
                {
                    RootId = table.Column<long>(type: "bigint", nullable: false),
                    RoomId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Replies = table.Column<int>(type: "integer", nullable: false),
                    LastReplyId = table.Column<long>(type: "bigint", nullable: false),
                    LastReplyAt = table.Column<long>(type: "bigint", nullable: false),
                    People = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_threads", x => x.RootId);
                    table.ForeignKey(
                        name: "FK_threads_messages_RootId",
                        column: x => x.RootId,
                        principalTable: "messages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_messages_ThreadId_Id",
                table: "messages",
                columns: new[] { "ThreadId", "Id" },
                filter: "\"ThreadId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_thread_follows_RootId",
                table: "thread_follows",
                column: "RootId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "thread_follows");

            migrationBuilder.DropTable(
                name: "threads");

            migrationBuilder.DropIndex(
                name: "IX_messages_ThreadId_Id",
                table: "messages");

            migrationBuilder.DropColumn(
                name: "ThreadId",
                table: "messages");
        }
    }
}
