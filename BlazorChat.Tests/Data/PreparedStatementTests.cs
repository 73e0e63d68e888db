using BlazorChat.Web.Data.Sqlite;
using Microsoft.Data.Sqlite;

namespace BlazorChat.Tests.Data;

public sealed class PreparedStatementTests : IDisposable
{
    private readonly SqliteConnection connection = new("Data Source=:memory:");

    public PreparedStatementTests()
    {
        connection.Open();
        using var create = new PreparedStatement(connection, "CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT, more TEXT)");
        create.Run();
    }

    public void Dispose() => connection.Dispose();

    [Fact]
    public void Texts_of_any_script_numbers_and_nulls_are_stored_as_they_are()
    {
        using var insert = new PreparedStatement(connection, "INSERT INTO things (id, name, more) VALUES (?1, ?2, ?3)");
        using var texts = new PreparedStatement(connection, "SELECT name, more FROM things WHERE id = ?1");
        insert.Run(long.MaxValue, "šħ 你好 👩‍🚀", null);
        insert.Run(1, "", "'; DROP TABLE things");

        Assert.Equal(("šħ 你好 👩‍🚀", null), texts.ReadTexts(long.MaxValue));
        Assert.Equal(("", "'; DROP TABLE things"), texts.ReadTexts(1));
        Assert.Equal((null, null), texts.ReadTexts(2));
    }

    [Fact]
    public void A_number_is_read_and_null_if_there_is_no_row()
    {
        using var count = new PreparedStatement(connection, "SELECT id FROM things WHERE name = ?1");
        using var insert = new PreparedStatement(connection, "INSERT INTO things (id, name) VALUES (?1, ?2)");
        insert.Run(7, "seven");

        Assert.Equal(7, count.ReadNumber("seven"));
        Assert.Null(count.ReadNumber("eight"));
    }

    [Fact]
    public void A_run_that_fails_says_why_and_the_next_one_works()
    {
        using var insert = new PreparedStatement(connection, "INSERT INTO things (id, name) VALUES (?1, ?2)");
        insert.Run(1, "first");

        var failure = Assert.Throws<SqliteException>(() => insert.Run(1, "second"));

        Assert.Equal(19, failure.SqliteErrorCode);
        Assert.Contains("UNIQUE constraint failed: things.id", failure.Message, StringComparison.Ordinal);
        insert.Run(2, "second");
    }
}
