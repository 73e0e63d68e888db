using System.Collections.Concurrent;
using System.Text.Json;
using BlazorChat.E2E.Pages;
using Microsoft.Playwright;

namespace BlazorChat.E2E.Hosting;

/// <summary>A person at a browser of their own. Leaving complains about every error that their console showed.</summary>
public sealed class Person : IAsyncDisposable
{
    public const string Password = "correct horse battery";

    private static readonly string[] BlazorsOwn =
    [
        "WebSocket closed", "Circuit host not initialized", "Failed to complete negotiation",
        "Cannot send data if the connection",
    ];

    private readonly IBrowserContext context;
    private readonly ConcurrentQueue<string> errors = new();

    public Person(IBrowserContext context, IPage page, string name)
    {
        (this.context, Page, Name) = (context, page, name);
        Watch(page);
    }

    public string Name { get; }

    public IPage Page { get; }

    public IBrowserContext Context => context;

    /// <summary>The room on their screen.</summary>
    public RoomPage Room => new(Page);

    /// <summary>Files in the room on their screen.</summary>
    public SharingPage Files => new(Page);

    /// <summary>The test cuts the line, so the browser reports that in the console. Uncaught exceptions still count.</summary>
    public bool LosesConnection { get; set; }

    public async Task<RoomPage> OpenAsync(string roomId)
    {
        await Page.GotoAsync("room/" + roomId);
        await Room.IsReadyAsync();
        return Room;
    }

    /// <summary>Makes a room and goes there.</summary>
    public async Task<string> CreateRoomAsync(string name, string kind = "public")
    {
        var room = await MakeRoomAsync(name, kind);
        await OpenAsync(room);
        return room;
    }

    /// <summary>Makes a room, and stays on the page that is open.</summary>
    public async Task<string> MakeRoomAsync(string name, string kind = "public") =>
        (await Api("POST", "/chat/rooms", new { name = $"{name} {Guid.NewGuid().ToString("N")[..6]}", kind })).GetProperty("id").GetString()!;

    /// <summary>As many as make a list longer than the window.</summary>
    public async Task<List<string>> MakeRoomsAsync(int count)
    {
        var rooms = new List<string>();
        for (var i = 0; i < count; i++)
            rooms.Add(await MakeRoomAsync($"Room {10 + i}"));
        return rooms;
    }

    public Task PostAsync(string room, string message) => Api("POST", "/chat/messages", new { room_id = room, message });

    public async Task<string> UserIdAsync() => (await Api("GET", "/auth/me")).GetProperty("user_id").GetString()!;

    /// <summary>Begins a direct conversation through the page's own endpoint and goes there.</summary>
    public async Task<string> StartDirectAsync(Person other)
    {
        var room = await Api("POST", "/chat/direct", new { user_id = await other.UserIdAsync() });
        var id = room.GetProperty("id").GetString()!;
        await OpenAsync(id);
        return id;
    }

    /// <summary>A request as the page's scripts make it, with the same cookie, whatever page is open.</summary>
    public async Task<JsonElement> Api(string method, string url, object? body = null) =>
        await RequestAsync(url, new() { Method = method, DataObject = body });

    /// <summary>Shares a file as a program would, in one request.</summary>
    /// <returns>The message's id.</returns>
    public async Task<string> ShareAsync(string room, FilePayload file, string caption = "")
    {
        var form = context.APIRequest.CreateFormData();
        form.Set("room_id", room);
        form.Set("file", file);
        form.Set("message", caption);
        var shared = await RequestAsync("/chat/files", new() { Method = "POST", Multipart = form });
        return shared.GetProperty("message").GetProperty("id").GetString()!;
    }

    /// <summary>Another tab of the same browser.</summary>
    public async Task<IPage> NewTabAsync()
    {
        var tab = await context.NewPageAsync();
        Watch(tab);
        return tab;
    }

    public async ValueTask DisposeAsync()
    {
        await context.DisposeAsync();
        Assert.True(errors.IsEmpty, string.Join(Environment.NewLine, errors));
    }

    private async Task<JsonElement> RequestAsync(string url, APIRequestContextOptions options)
    {
        options.Headers = [KeyValuePair.Create("Sec-Fetch-Site", "same-origin")];
        options.Timeout = Patience.Milliseconds;
        // Relative to where the chat is, which may be below a path.
        var answer = await context.APIRequest.FetchAsync(url.TrimStart('/'), options);
        Assert.True(answer.Ok, $"{options.Method} {url}: {answer.Status} {await answer.TextAsync()}");
        return answer.Status == 204 ? default : (await answer.JsonAsync())!.Value;
    }

    private void Watch(IPage page)
    {
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning" && !LosesConnection)
                errors.Enqueue($"{message.Type}: {message.Text} ({message.Location})");
        };
        page.PageError += (_, error) =>
        {
            // Blazor's own script lets what it was just sending fail unheard when its connection is cut.
            if (!(LosesConnection && BlazorsOwn.Any(own => error.Contains(own, StringComparison.Ordinal))))
                errors.Enqueue(error);
        };
    }
}
