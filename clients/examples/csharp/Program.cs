using Chat;

if (args is not [var address, var username, var room] || Environment.GetEnvironmentVariable("CHAT_PASSWORD") is not { } password)
{
    Console.Error.WriteLine("Usage: CHAT_PASSWORD=... dotnet run -- http://localhost:5080 USERNAME ROOM");
    return 64;
}

using var end = new CancellationTokenSource();
Console.CancelKeyPress += (_, key) =>
{
    key.Cancel = true;
    end.Cancel();
};
using var chat = new ChatClient(new Uri(address), username, password);
try
{
    await chat.SignInAsync(end.Token);
    var listening = ListenAsync();
    while (await Console.In.ReadLineAsync(end.Token) is { } line)
        if (line.Trim().Length > 0)
            await chat.SayAsync(room, line, end.Token);
    // Nothing more to say: what was said meanwhile is still shown, until Ctrl+C.
    await listening;
}
catch (OperationCanceledException) when (end.IsCancellationRequested)
{
    // Ctrl+C.
}
catch (ChatException refused)
{
    Console.Error.WriteLine(refused.Message);
    return 1;
}
return 0;

async Task ListenAsync()
{
    await foreach (var message in chat.ListenAsync(room, end.Token))
        Console.WriteLine($"{message.Username}: {message.Text}");
}
