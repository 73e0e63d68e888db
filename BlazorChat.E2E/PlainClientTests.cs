using System.Text.Json;
using BlazorChat.E2E.Hosting;

namespace BlazorChat.E2E;

/// <summary>The plainest client there is: an EventSource and a fetch, as anyone would write them.</summary>
public sealed class PlainClientTests(Chat chat)
{
    [Fact]
    public async Task An_event_source_and_a_fetch_are_all_a_client_needs()
    {
        await using var ada = await chat.SignUpAsync("ada");
        var room = await ada.CreateRoomAsync("Plain");

        var heard = await ada.Page.EvaluateAsync<JsonElement>(
            """
            async ({ roomId, userId }) => {
                const eventSource = new EventSource(`/chat/room/${roomId}/events?user_id=${userId}`);
                const heard = new Promise(done => {
                    eventSource.onmessage = function(event) {
                        done(JSON.parse(event.data));
                    };
                });
                await new Promise(opened => eventSource.onopen = opened);

                async function sendMessage(text) {
                    await fetch('/chat/messages', {
                        method: 'POST',
                        headers: {
                            'Content-Type': 'application/json',
                            'User-ID': userId
                        },
                        body: JSON.stringify({
                            room_id: roomId,
                            message: text,
                            timestamp: Date.now()
                        })
                    });
                }
                await sendMessage('by hand');
                const message = await heard;
                eventSource.close();
                return message;
            }
            """,
            new { roomId = room, userId = ada.Name });

        Assert.Equal("by hand", heard.GetProperty("text").GetString());
        Assert.Equal(ada.Name, heard.GetProperty("username").GetString());
    }
}
