namespace BlazorChat.Tests.Support;

/// <summary>One more node of a chat on PostgreSQL: another process would share the database, and here it is another host.</summary>
/// <param name="first">The node whose database and files it shares.</param>
/// <param name="settings">What differs from the generous configuration.</param>
public sealed class NodeApp(ChatApp first, params (string Key, string Value)[] settings) : ChatApp(settings, first.Data, isOnPostgres: true)
{
    protected override bool HasAdmin => false;

    /// <summary>The same sign-in, at this node.</summary>
    public async Task<ChatClient> MeetAsync(ChatClient client)
    {
        var here = Showing(client.AccessToken);
        await here.IntroduceAsync();
        return here;
    }
}
