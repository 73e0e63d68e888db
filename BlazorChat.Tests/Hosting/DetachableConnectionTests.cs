using System.IO.Pipelines;
using System.Text;
using BlazorChat.Web.Hosting;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;

namespace BlazorChat.Tests.Hosting;

public sealed class DetachableConnectionTests : IAsyncDisposable
{
    private readonly Pipe fromClient = new(), toClient = new();
    private readonly Line line;
    private readonly DetachableConnection connection;

    public DetachableConnectionTests()
    {
        line = new Line { Transport = new Duplex(fromClient.Reader, toClient.Writer) };
        connection = new DetachableConnection(line);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await connection.DisposeAsync();
        await line.DisposeAsync();
    }

    [Fact]
    public async Task The_server_reads_and_writes_as_on_any_connection()
    {
        await fromClient.Writer.WriteAsync("ask"u8.ToArray(), Token);
        var asked = await connection.Transport.Input.ReadAsync(Token);
        Assert.Equal("ask", Encoding.UTF8.GetString(asked.Buffer));
        connection.Transport.Input.AdvanceTo(asked.Buffer.End);

        Write("answer"u8);
        await connection.Transport.Output.FlushAsync(Token);
        Assert.Equal("answer", await SentAsync());

        await connection.DisposeAsync();
        Assert.True(line.IsDisposed);
    }

    [Fact]
    public async Task Once_it_was_taken_away_the_server_reads_its_end_and_what_it_writes_and_closes_changes_nothing()
    {
        Assert.Same(line, connection.Detach());

        var read = await connection.Transport.Input.ReadAsync(Token);
        Assert.True(read is { IsCompleted: true, Buffer.IsEmpty: true });
        connection.Transport.Input.AdvanceTo(read.Buffer.End);
        Write("end"u8);
        Assert.True((await connection.Transport.Output.FlushAsync(Token)).IsCompleted);
        await connection.Transport.Output.WriteAsync("end"u8.ToArray(), Token);
        await connection.Transport.Input.CompleteAsync();
        await connection.Transport.Output.CompleteAsync();
        connection.Abort(new ConnectionAbortedException());
        await connection.DisposeAsync();

        Assert.False(line.IsDisposed || line.IsAborted);
        await line.Transport.Output.WriteAsync("event"u8.ToArray(), Token);
        Assert.Equal("event", await SentAsync());
    }

    [Fact]
    public void What_the_server_adds_to_the_connection_does_not_stay_with_the_one_that_was_taken()
    {
        connection.Features.Set<ITlsConnectionFeature>(new TlsConnectionFeature());

        Assert.Null(connection.Detach().Features.Get<ITlsConnectionFeature>());
    }

    private async Task<string> SentAsync() => Encoding.UTF8.GetString((await toClient.Reader.ReadAsync(Token)).Buffer);

    private void Write(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(connection.Transport.Output.GetSpan(bytes.Length));
        connection.Transport.Output.Advance(bytes.Length);
    }

    private sealed class Line : DefaultConnectionContext
    {
        public bool IsAborted { get; private set; }

        public bool IsDisposed { get; private set; }

        public override void Abort(ConnectionAbortedException abortReason) => IsAborted = true;

        public override ValueTask DisposeAsync()
        {
            IsDisposed = true;
            return base.DisposeAsync();
        }
    }

    private sealed record Duplex(PipeReader Input, PipeWriter Output) : IDuplexPipe;
}
