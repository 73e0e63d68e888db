namespace BlazorChat.Tests.Safety;

/// <summary>A chat with somebody of every kind, by token and by cookie.</summary>
public sealed class Cast : ChatApp
{
    private readonly Dictionary<Who, ChatClient> programs = [];
    private readonly Dictionary<Who, Browser> browsers = [];

    /// <summary>A plain member of the room, to whom things are done.</summary>
    public ChatClient Target { get; private set; } = null!;

    /// <summary>Somebody to be added to the room.</summary>
    public ChatClient Newcomer { get; private set; } = null!;

    public ChatClient this[Who who] => programs[who];

    /// <summary>The same person, by cookie.</summary>
    public ChatClient AtBrowser(Who who) => browsers[who].Client;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        foreach (var who in Enum.GetValues<Who>())
            await EnterAsync(who);
        (Target, Newcomer) = (await SignUpAsync("target"), await SignUpAsync("newcomer"));
        await Admin.PatchAsync($"/chat/admin/users/{this[Who.Deactivated].UserId}", new { deactivated = true });
    }

    /// <summary>Somebody new who administers the chat.</summary>
    public async Task<ChatClient> SignUpAdministratorAsync()
    {
        var person = await SignUpAsync("administrator");
        Assert.Equal(200, (await Admin.PatchAsync($"/chat/admin/users/{person.UserId}", new { role = "administrator" })).Status);
        return person;
    }

    private async Task EnterAsync(Who who)
    {
        programs[who] = who switch
        {
            Who.Nobody => Anonymous,
            Who.Administrator => Admin,
            _ => await SignUpAsync(who.ToString()),
        };
        var browser = browsers[who] = new Browser(this);
        if (who != Who.Nobody)
            await browser.SubmitAsync("/account/login", "Input", ("Username", this[who].Username), ("Password", Password));
    }
}
