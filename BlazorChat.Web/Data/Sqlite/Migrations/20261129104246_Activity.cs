using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BlazorChat.Web.Data.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Activity : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "GivenAt",
                table: "reactions",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ToUserId",
                table: "reactions",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "answers",
                columns: table => new
                {
                    UserId = table.Column<string>(type: "TEXT", nullable: false),
                    MessageId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_answers", x => new { x.UserId, x.MessageId });
                    table.ForeignKey(
                        name: "FK_answers_AspNetUsers_UserId",
                        column: x => x.UserId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_answers_messages_MessageId",
                        column: x => x.MessageId,
                        principalTable: "messages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_reactions_ToUserId_AddedAt",
                table: "reactions",
                columns: new[] { "ToUserId", "AddedAt" },
                filter: "\"ToUserId\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_answers_MessageId",
                table: "answers",
                column: "MessageId");

            // What was said and given before.
            migrationBuilder.Sql(
                """
                INSERT INTO answers ("UserId", "MessageId")
                SELECT original."AuthorId", answer."Id" FROM messages answer JOIN messages original ON original."Id" = answer."ReplyToId"
                WHERE answer."ReplyToId" IS NOT NULL AND answer."DeletedAt" IS NULL AND original."AuthorId" <> answer."AuthorId"
                UNION
                SELECT original."AuthorId", answer."Id" FROM messages answer JOIN messages original ON original."Id" = answer."ThreadId"
                WHERE answer."ThreadId" IS NOT NULL AND answer."DeletedAt" IS NULL AND original."AuthorId" <> answer."AuthorId"
                """);
            migrationBuilder.Sql(
                """
                UPDATE reactions SET
                    "ToUserId" = (SELECT "AuthorId" FROM messages WHERE messages."Id" = reactions."MessageId" AND messages."AuthorId" <> reactions."UserId"),
                    "GivenAt" = (SELECT "At" FROM log WHERE log."Position" = reactions."AddedAt")
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "answers");

            migrationBuilder.DropIndex(
                name: "IX_reactions_ToUserId_AddedAt",
                table: "reactions");

            migrationBuilder.DropColumn(
                name: "GivenAt",
                table: "reactions");

            migrationBuilder.DropColumn(
                name: "ToUserId",
                table: "reactions");
        }
    }
}
