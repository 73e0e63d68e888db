namespace BlazorChat.Web.Redis;

/// <summary>Where there is no Redis: nobody hears, nobody tells.</summary>
internal sealed class NoBus : IBus
{
    public BusCounts? Counts => null;

    public event Action? Restored
    {
        add { }
        remove { }
    }

    public void Publish(string topic, Func<byte[]> message)
    {
    }

    public void Subscribe(string topic, Action<ReadOnlyMemory<byte>> hear)
    {
    }

    public Task<BusHealth> AskAsync() => Task.FromResult(BusHealth.None);
}
