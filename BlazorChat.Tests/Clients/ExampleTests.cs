using System.Reflection;
using System.Text.Json;

namespace BlazorChat.Tests.Clients;

/// <summary>The programs in <c>clients/examples</c>: each talks, and goes on where it was when its stream is cut.</summary>
public sealed class ExampleTests(ChatApp app) : IClassFixture<ChatApp>
{
    private static readonly string examples = Path.Combine(Repository.Root, "clients/examples");

    private static readonly string csharp = typeof(ExampleTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(a => a.Key == "CSharpExample").Value!;

    [Fact]
    public async Task The_shell_script_listens_and_goes_on_after_its_stream_was_cut()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await grace.CreateRoomAsync("private", ada);
        await using var witness = await grace.OpenStreamAsync();
        await using var listening = Shell(ada, "listen", room);
        await IsListeningAsync(ada, witness);

        await TalkAsync(ada, grace, room, async () => JsonElement.Parse(await listening.NextLineAsync()).GetProperty("text").GetString()!);
    }

    [Fact]
    public async Task The_shell_script_posts_whatever_text_it_is_given()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        const string Text = "\"Quoted\" \\ back\tslash\n'two' $lines `here` 👍";

        await using var saying = Shell(ada, "say", room, Text);

        Assert.Equal((0, ""), await saying.ToEndAsync());
        Assert.Equal([Text], (await ada.HistoryAsync(room)).Texts);
    }

    [Fact]
    public async Task The_shell_script_says_why_it_is_refused()
    {
        var ada = await app.SignUpAsync("ada");

        await using var strange = new ExampleProcess("bash", [Path.Combine(examples, "shell/chat.sh"), "say", "general", "Hello"],
            ("CHAT", Origin), ("CHAT_USER", ada.Username), ("CHAT_PASSWORD", "not hers"));

        var (exitCode, error) = await strange.ToEndAsync();
        Assert.Equal(1, exitCode);
        Assert.Contains("do not match", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_CSharp_program_talks_and_goes_on_after_its_stream_was_cut()
    {
        var (ada, grace) = (await app.SignUpAsync("ada"), await app.SignUpAsync("grace"));
        var room = await grace.CreateRoomAsync("private", ada);
        await using var witness = await grace.OpenStreamAsync();
        await using var program = CSharp(ada, room, ChatApp.Password);
        await IsListeningAsync(ada, witness);

        await TalkAsync(ada, grace, room, async () => (await program.NextLineAsync()).Replace($"{grace.Username}: ", "", StringComparison.Ordinal));
        await program.SayAsync("Loud and clear");

        Assert.Equal($"{ada.Username}: Loud and clear", await program.NextLineAsync());
    }

    [Fact]
    public async Task The_CSharp_program_says_why_it_is_refused()
    {
        await using var program = CSharp(await app.SignUpAsync("ada"), "general", "not hers");

        var (exitCode, error) = await program.ToEndAsync();

        Assert.Equal(1, exitCode);
        Assert.Contains("do not match", error, StringComparison.Ordinal);
    }

    private string Origin => app.Address.GetLeftPart(UriPartial.Authority).Replace("localhost", "127.0.0.1", StringComparison.Ordinal);

    private ExampleProcess Shell(ChatClient who, params string[] arguments) => new(
        "bash", [Path.Combine(examples, "shell/chat.sh"), .. arguments], ("CHAT", Origin), ("CHAT_USER", who.Username), ("CHAT_PASSWORD", ChatApp.Password));

    private ExampleProcess CSharp(ChatClient who, string room, string password) =>
        new("dotnet", [csharp, Origin, who.Username, room], ("CHAT_PASSWORD", password));

    /// <summary>Grace speaks before, while and after the other one's stream is cut. Everything is heard, once and in order.</summary>
    private async Task TalkAsync(ChatClient ada, ChatClient grace, string room, Func<Task<string>> nextAsync)
    {
        await grace.SayAsync(room, "One");
        Assert.Equal("One", await nextAsync());

        Assert.Equal(204, (await app.Admin.DeleteAsync($"/chat/admin/streams/{await StreamOfAsync(ada)}")).Status);
        await grace.SayAsync(room, "Two");
        Assert.Equal("Two", await nextAsync());

        await grace.SayAsync(room, "Three");
        Assert.Equal("Three", await nextAsync());
    }

    private async Task<string> StreamOfAsync(ChatClient who) =>
        (await app.Admin.GetAsync("/chat/admin/streams"))["streams"].EnumerateArray()
            .Single(stream => stream.GetProperty("user_id").GetString() == who.UserId).GetProperty("stream_id").GetString()!;

    // Its stream makes its user present.
    private static async Task IsListeningAsync(ChatClient who, Listener witness) => await witness.UntilAsync(
        e => e.Name == "presence" && e["user_id"].GetString() == who.UserId && e["status"].GetString() == "online");
}
