using System.Threading.Channels;

namespace BlazorChat.Web.Data;

/// <summary>Says that the log has grown, and nothing else: whoever hears it reads the log. Rings that coincide are one.</summary>
public sealed class Doorbell
{
    private readonly Channel<bool> rings = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => rings.Writer.TryWrite(true);

    public ValueTask<bool> WaitAsync(CancellationToken ct) => rings.Reader.ReadAsync(ct);
}
