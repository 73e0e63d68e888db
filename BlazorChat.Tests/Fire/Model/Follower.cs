using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace BlazorChat.Tests.Fire.Model;

/// <summary>A reader who comes and goes: by a stream or by polls, with one cursor for both.</summary>
public sealed class Follower(string name, ChatClient client, string? roomId, ConcurrentDictionary<string, bool> roots) : IAsyncDisposable
{
    private readonly string path = roomId is null ? "/chat" : "/chat/room/" + roomId;
    private readonly SemaphoreSlim turn = new(1);
    private ReaderCopy? copy;
    private CancellationTokenSource? leaving;
    private Task following = Task.CompletedTask;
    private TaskCompletionSource moved = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public string Name => name;

    public Task ComeAsync() => InTurnAsync(async () =>
    {
        copy = await ReaderCopy.LoadAsync(client, roomId, roots);
        Open();
    });

    /// <summary>Goes in the middle of whatever is being told.</summary>
    public Task GoAsync() => InTurnAsync(CloseAsync);

    public Task ReturnAsync(bool byPoll) => InTurnAsync(async () =>
    {
        if (copy is null)
            return;
        if (byPoll || following.IsCompleted)
            await CloseAsync();
        // A reader who could no longer see the room and is let in again starts from a fresh load.
        if (copy.IsGone)
            copy = await ReaderCopy.LoadAsync(client, roomId, roots);
        if (byPoll)
            await PollAsync();
        else if (following.IsCompleted)
            Open();
    });

    /// <summary>Waits until all that there is to tell has been told.</summary>
    /// <returns>How what this reader knows differs from a fresh load; null if it does not.</returns>
    public async Task<string?> CompareAsync()
    {
        await ReturnAsync(byPoll: false);
        if (copy is null)
            return null;
        await ToldUpToAsync(await LastToBeToldAsync());
        await GoAsync();
        if (await PollAsync() is { } more)
            return $"{name}: a poll after the stream still tells {more}";
        var (known, fresh) = (copy.Describe(), (await ReaderCopy.LoadAsync(client, roomId, roots)).Describe());
        return known.SequenceEqual(fresh) ? null : string.Join(Environment.NewLine,
            [name + " alone knows:", .. known.Except(fresh), "and does not know:", .. fresh.Except(known)]);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync(throwing: false);
        turn.Dispose();
        leaving?.Dispose();
    }

    private void Open()
    {
        leaving = new CancellationTokenSource();
        following = FollowAsync(leaving.Token);
    }

    private async Task CloseAsync() => await CloseAsync(throwing: true);

    private async Task CloseAsync(bool throwing)
    {
        if (leaving is not null)
            await leaving.CancelAsync();
        await following.ConfigureAwait(throwing ? ConfigureAwaitOptions.None : ConfigureAwaitOptions.SuppressThrowing);
        following = Task.CompletedTask;
    }

    private async Task FollowAsync(CancellationToken ct)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"{path}/events?cursor={copy!.Cursor}");
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
            using var response = await client.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            if (IsGone(response.StatusCode))
                return;
            response.EnsureSuccessStatusCode();
            var events = SseParser.Create(await response.Content.ReadAsStreamAsync(ct)).EnumerateAsync(ct);
            await foreach (var item in events)
            {
                await copy.ApplyAsync(item.EventType, item.EventId, JsonElement.Parse(item.Data));
                Interlocked.Exchange(ref moved, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
            }
        }
        catch (Exception left) when (ct.IsCancellationRequested && left is OperationCanceledException or IOException or HttpRequestException)
        {
        }
    }

    /// <returns>The last durable thing that it told, if anything.</returns>
    private async Task<string?> PollAsync()
    {
        string? last = null;
        while (true)
        {
            var page = await client.GetAsync($"{path}/poll?wait=0&cursor={copy!.Cursor}");
            if (IsGone((HttpStatusCode)page.Status))
                return null;
            Assert.Equal(200, page.Status);
            foreach (var told in page["events"].EnumerateArray())
            {
                // Who is here passes by at any time.
                if (told.GetProperty("id").ValueKind != JsonValueKind.Null)
                    last = told.GetRawText();
                await copy.ApplyAsync(told.GetProperty("event").GetString()!, told.GetProperty("id").GetString(), told.GetProperty("data"));
            }
            if (!page["has_more"].GetBoolean())
                return last;
        }
    }

    private async Task<long> LastToBeToldAsync()
    {
        long last = 0;
        for (var cursor = copy!.Cursor; ;)
        {
            var page = await client.GetAsync($"{path}/poll?wait=0&cursor={cursor}");
            if (IsGone((HttpStatusCode)page.Status))
                return 0;
            foreach (var told in page["events"].EnumerateArray())
                last = told.GetProperty("id").GetString() is { } id ? RoomCopy.PositionOf(id) : last;
            if (!page["has_more"].GetBoolean())
                return last;
            cursor = page["cursor"].GetString()!;
        }
    }

    private async Task ToldUpToAsync(long position)
    {
        using var patience = Patience.Begin();
        while (true)
        {
            var next = Volatile.Read(ref moved).Task;
            if (RoomCopy.PositionOf(copy!.Cursor) >= position || following.IsCompleted)
                return;
            try
            {
                await (await Task.WhenAny(next, following)).WaitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"{name} was told up to {copy.Cursor}, and {position} did not come.");
            }
        }
    }

    // Told by the answer, whatever the stream said before it ended.
    private bool IsGone(HttpStatusCode status)
    {
        if (status != HttpStatusCode.NotFound)
            return false;
        copy!.Gone();
        return true;
    }

    private async Task InTurnAsync(Func<Task> act)
    {
        await turn.WaitAsync();
        try
        {
            await act();
        }
        finally
        {
            turn.Release();
        }
    }
}
