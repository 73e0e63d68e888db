using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace BlazorChat.Web.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class LinkPreviews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsWithoutPreviews",
                table: "rooms",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "linked_pages",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Url = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    UrlKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    State = table.Column<int>(type: "integer", nullable: false),
                    WantedAt = table.Column<long>(type: "bigint", nullable: false),
                    SettledAt = table.Column<long>(type: "bigint", nullable: true),
                    Title = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Description = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SiteName = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Picture = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    PictureWidth = table.Column<int>(type: "integer", nullable: true),
                    PictureHeight = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_linked_pages", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "link_previews",
                columns: table => new
                {
                    MessageId = table.Column<long>(type: "bigint", nullable: false),
                    UrlKey = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PageId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    State = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_link_previews", x => new { x.MessageId, x.UrlKey });
                    table.ForeignKey(
                        name: "FK_link_previews_linked_pages_PageId",
                        column: x => x.PageId,
                        principalTable: "linked_pages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_link_previews_messages_MessageId",
                        column: x => x.MessageId,
                        principalTable: "messages",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_link_previews_PageId",
                table: "link_previews",
                column: "PageId");

            migrationBuilder.CreateIndex(
                name: "IX_linked_pages_Picture",
                table: "linked_pages",
                column: "Picture",
                filter: "\"Picture\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_linked_pages_UrlKey",
                table: "linked_pages",
                column: "UrlKey");

            migrationBuilder.CreateIndex(
                name: "IX_linked_pages_waiting",
                table: "linked_pages",
                column: "WantedAt",
                filter: "\"State\" = 0");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "link_previews");

            migrationBuilder.DropTable(
                name: "linked_pages");

            migrationBuilder.DropColumn(
                name: "IsWithoutPreviews",
                table: "rooms");
        }
    }
}
