namespace BlazorChat.Tests.Hosting;

public sealed class ConfigurationTests
{
    [Theory]
    [InlineData("Chat:Limits:MessageLength", "0")]
    [InlineData("Chat:Limits:MessageLength", "many")]
    [InlineData("Chat:Limits:StreamsPerUser", "-1")]
    [InlineData("Chat:RateLimits:MessagesPerSecond", "0")]
    [InlineData("Chat:RateLimits:Burst", "0")]
    [InlineData("Chat:RateLimits:SignInsPerMinute", "0")]
    [InlineData("Chat:RateLimits:RegistrationsPerHour", "0")]
    [InlineData("Chat:AccessTokenMinutes", "0")]
    [InlineData("Chat:RetentionDays", "0")]
    [InlineData("Chat:Registration", "Perhaps")]
    [InlineData("Chat:DataDirectory", "")]
    [InlineData("Chat:PathBase", "chat-app")]
    [InlineData("Chat:PathBase", "/chat-app/")]
    [InlineData("Chat:PathBase", "/")]
    [InlineData("Chat:PathBase", "/chat app")]
    [InlineData("Chat:PathBase", "/../chat")]
    [InlineData("Chat:PublicUrl", "chat.example.org")]
    [InlineData("Chat:PublicUrl", "ftp://chat.example.org")]
    [InlineData("Chat:PublicUrl", "https://ada:secret@chat.example.org")]
    [InlineData("Chat:PublicUrl", "https://example.org/elsewhere")]
    [InlineData("Chat:TrustedProxies:0", "proxy.example.org")]
    [InlineData("Chat:TrustedProxies:0", "10.0.0.0/99")]
    [InlineData("Chat:AllowedOrigins:0", "*")]
    [InlineData("Chat:AllowedOrigins:0", "null")]
    [InlineData("Chat:AllowedOrigins:0", "app.example.org")]
    [InlineData("Chat:AllowedOrigins:0", "ftp://app.example.org")]
    [InlineData("Chat:AllowedOrigins:0", "https://app.example.org/")]
    [InlineData("Chat:AllowedOrigins:0", "https://app.example.org/page")]
    [InlineData("Chat:AllowedOrigins:0", "https://*.example.org")]
    [InlineData("Chat:AllowedOrigins:0", "https://ada@app.example.org")]
    [InlineData("Chat:AllowedOrigins:0", "https://app.example.org:port")]
    [InlineData("Chat:AllowedOrigins:0", "https://a.example.org, https://b.example.org")]
    [InlineData("Chat:AllowedOrigins", "https://app.example.org")]
    [InlineData("Chat:Files:S3:TimeoutSeconds", "0")]
    [InlineData("Chat:Files:ClamAv:Port", "70000")]
    [InlineData("Chat:Files:ClamAv:TimeoutSeconds", "0")]
    [InlineData("Chat:Smtp:Port", "0")]
    [InlineData("Chat:Smtp:Security", "Perhaps")]
    public async Task A_wrong_value_stops_the_start_and_names_the_setting(string setting, string value)
    {
        await using var app = new ChatApp([(setting, value)]);

        var failure = Assert.ThrowsAny<Exception>(app.StartServer);

        Assert.Contains(setting, failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_server_needs_a_sender_and_the_address_of_the_chat()
    {
        await using var app = new ChatApp([("Chat:Smtp:Host", "mail.example.org")]);

        var failure = Assert.ThrowsAny<Exception>(app.StartServer).ToString();

        Assert.Contains("Chat:Smtp:From", failure, StringComparison.Ordinal);
        Assert.Contains("Chat:PublicUrl", failure, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Chat:Files:S3:Region", "Bucket=files")]
    [InlineData("Chat:Files:S3:Endpoint", "Bucket=files", "Endpoint=store.example.org")]
    [InlineData("Chat:Files:S3:Endpoint", "Bucket=files", "Endpoint=ftp://store.example.org")]
    [InlineData("Chat:Files:S3:Endpoint", "Bucket=files", "Endpoint=https://ada:hidden@store.example.org")]
    [InlineData("Chat:Files:S3:SecretKey", "Bucket=files", "Region=eu-west-1", "AccessKey=hidden")]
    [InlineData("Chat:Files:S3:AccessKey", "Bucket=files", "Region=eu-west-1", "SecretKey=hidden")]
    [InlineData("Chat:Files:S3:Bucket", "Endpoint=https://store.example.org")]
    [InlineData("Chat:Files:S3:Bucket", "SecretKey=hidden")]
    public async Task What_is_missing_to_reach_an_object_store_is_named_and_no_secret_is(string setting, params string[] given)
    {
        await using var app = new ChatApp([.. given.Select(each => each.Split('=')).Select(each => ("Chat:Files:S3:" + each[0], each[1]))]);

        var failure = Assert.ThrowsAny<Exception>(app.StartServer).ToString();

        Assert.Contains(setting + ":", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_wrong_value_is_named_at_once()
    {
        await using var app = new ChatApp([("Chat:Limits:MessageLength", "0"), ("Chat:RateLimits:Burst", "0")]);

        var failure = Assert.ThrowsAny<Exception>(app.StartServer).ToString();

        Assert.Contains("Chat:Limits:MessageLength", failure, StringComparison.Ordinal);
        Assert.Contains("Chat:RateLimits:Burst", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_made_in_the_data_folder_while_any_value_is_wrong()
    {
        await using var app = new ChatApp([("Chat:Files:ClamAv:Port", "0")]);

        Assert.ThrowsAny<Exception>(app.StartServer);

        Assert.False(Directory.Exists(app.Data));
    }

    [Theory]
    [InlineData("Chat:Limits:MesageLength", "Chat:Limits has MessageLength, StreamsPerUser, RoomMentionPeople, UploadBytes, UploadBytesPerUser.")]
    [InlineData("Chat:RateLimits:Bursts", "Chat:RateLimits has MessagesPerSecond, Burst, SignInsPerMinute, SignInsPerMinuteAndAddress, RegistrationsPerHour.")]
    [InlineData("Chat:Files:ClamAV:Hosts", "Chat:Files:ClamAV has Host, Port, TimeoutSeconds.")]
    [InlineData("Chat:Files:S4:Bucket", "Chat:Files has KeepOriginals, S3, ClamAv.")]
    public async Task A_misspelt_setting_stops_the_start_and_those_that_there_are_are_named(string setting, string offer)
    {
        await using var app = new ChatApp([(setting, "5")]);

        Assert.Contains(offer, Assert.ThrowsAny<Exception>(app.StartServer).ToString(), StringComparison.Ordinal);
    }
}
