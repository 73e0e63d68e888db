using System.Diagnostics.Metrics;
using BlazorChat.Tests.Fire;
using Microsoft.Extensions.DependencyInjection;

namespace BlazorChat.Tests.Live;

/// <summary>A stream over plain HTTP/1.1 takes its connection over, and its request ends.</summary>
public sealed class TakenConnectionTests(ChatApp app) : IClassFixture<ChatApp>
{
    [Fact]
    public async Task The_request_of_a_stream_ends_and_the_stream_goes_on()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        using var requests = new Requests(app.Services.GetRequiredService<IMeterFactory>());
        await using var stream = await ada.OpenStreamAtAsync($"/chat/room/{room}/events");
        await requests.AllEnded.InPatienceAsync();

        var said = await ada.SayAsync(room, "Still there?");

        Assert.Equal(said.Id, (await stream.NextMessageAsync()).Id);
    }

    [Fact]
    public async Task A_stream_that_ends_is_whole_for_its_reader_and_its_connection_is_closed()
    {
        var ada = await app.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync();
        using var reader = await RawReader.OpenAsync(app.Address, ada, room);

        await ada.PostAsync("/auth/revoke");
        await reader.ReadToEndAsync().InPatienceAsync();

        Assert.Contains("\r\nConnection: close\r\n", reader.Received, StringComparison.Ordinal);
        Assert.EndsWith("\r\n0\r\n\r\n", reader.Received, StringComparison.Ordinal);
    }

    /// <summary>Counts the requests that one app is serving.</summary>
    private sealed class Requests : IDisposable
    {
        private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly MeterListener listener = new();
        private long open;

        public Requests(IMeterFactory meters)
        {
            listener.InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "http.server.active_requests" && instrument.Meter.Scope == meters)
                    self.EnableMeasurementEvents(instrument);
            };
            listener.SetMeasurementEventCallback<long>((_, change, _, _) =>
            {
                if (Interlocked.Add(ref open, change) == 0)
                    ended.TrySetResult();
            });
            listener.Start();
        }

        public Task AllEnded => ended.Task;

        public void Dispose() => listener.Dispose();
    }
}
