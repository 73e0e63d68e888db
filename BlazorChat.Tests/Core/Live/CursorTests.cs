using BlazorChat.Core.Live;

namespace BlazorChat.Tests.Core.Live;

public sealed class CursorTests
{
    [Theory]
    [InlineData("abcdefgh", 0)]
    [InlineData("a-b", 42)]
    [InlineData("x", long.MaxValue)]
    public void A_cursor_is_read_as_it_was_written(string epoch, long position)
    {
        var written = new Cursor(epoch, position);

        Assert.True(Cursor.TryParse(written.ToString(), out var read));
        Assert.Equal(written, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("-5")]
    [InlineData("epoch-")]
    [InlineData("epoch-x")]
    [InlineData("epoch- 5")]
    [InlineData("epoch-+5")]
    [InlineData("epoch-9223372036854775808")]
    public void Anything_else_is_none(string? text)
    {
        Assert.False(Cursor.TryParse(text, out _));
    }
}
