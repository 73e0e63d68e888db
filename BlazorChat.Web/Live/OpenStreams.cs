using System.Collections.Concurrent;

namespace BlazorChat.Web.Live;

/// <summary>The streams that go on without their requests. The server does not know of them: when the chat stops, it waits for them here.</summary>
internal sealed class OpenStreams
{
    private readonly ConcurrentDictionary<Task, bool> streams = new();

    public void Add(Task stream)
    {
        streams[stream] = true;
        stream.ContinueWith(
            ended => streams.TryRemove(ended, out _), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    }

    public Task EndedAsync(CancellationToken ct) => Task.WhenAll(streams.Keys).WaitAsync(ct);
}
