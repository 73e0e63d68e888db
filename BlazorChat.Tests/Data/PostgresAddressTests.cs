using BlazorChat.Web.Data.Postgres;
using Npgsql;

namespace BlazorChat.Tests.Data;

public sealed class PostgresAddressTests
{
    [Theory]
    [InlineData("postgres://ada:pw@db.example:6432/chat", "db.example", 6432, "ada", "pw", "chat")]
    [InlineData("postgresql://db.example/chat", "db.example", 5432, null, null, "chat")]
    [InlineData("postgres://ada:p%40s%3As%2F@[::1]:5433/my%20chat", "::1", 5433, "ada", "p@s:s/", "my chat")]
    [InlineData("postgres:///chat?host=/var/run/postgresql&user=ada", "/var/run/postgresql", 5432, "ada", null, "chat")]
    [InlineData("Host=db.example;Port=7;Username=ada;Password=pw;Database=chat", "db.example", 7, "ada", "pw", "chat")]
    public void An_address_is_read(string text, string host, int port, string? user, string? password, string database)
    {
        var read = new NpgsqlConnectionStringBuilder(PostgresAddress.Parse(text));

        Assert.Equal((host, port, user, password, database), (read.Host, read.Port, read.Username, read.Password, read.Database));
    }

    [Theory]
    [InlineData("require", SslMode.Require)]
    [InlineData("verify-full", SslMode.VerifyFull)]
    [InlineData("disable", SslMode.Disable)]
    public void The_mode_of_TLS_is_read(string mode, SslMode expected) =>
        Assert.Equal(expected, new NpgsqlConnectionStringBuilder(PostgresAddress.Parse($"postgres://db/chat?sslmode={mode}")).SslMode);

    [Fact]
    public void What_is_said_counts_and_the_rest_fits_several_nodes()
    {
        var read = new NpgsqlConnectionStringBuilder(PostgresAddress.Parse("Host=db;Maximum Pool Size=7"));

        Assert.Equal((7, 5), (read.MaxPoolSize, read.Timeout));
        Assert.True(read.MaxAutoPrepare > 0);
    }

    [Theory]
    [InlineData("postgres://ada:secret@db:port/chat")]
    [InlineData("postgres://ada:secret@db/chat?sslmod=require")]
    [InlineData("postgres://ada:secret@db/chat?sslmode=sometimes")]
    [InlineData("postgres://ada:sec/ret@db/chat")]
    [InlineData("Host=db;Nonsense=1;Password=secret")]
    [InlineData("Database=chat;Host=;Password=secret")]
    public void What_is_wrong_is_said_without_the_password(string text)
    {
        var wrong = Assert.Throws<FormatException>(() => PostgresAddress.Parse(text));

        Assert.DoesNotContain("secret", wrong.Message, StringComparison.Ordinal);
    }
}
