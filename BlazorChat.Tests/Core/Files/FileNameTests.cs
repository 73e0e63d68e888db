using System.Text;
using BlazorChat.Core.Files;
using CsCheck;

namespace BlazorChat.Tests.Core.Files;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("report.pdf", "report.pdf")]
    [InlineData("  two  words .txt ", "two  words .txt")]
    [InlineData("/etc/passwd", "passwd")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\Users\ada\report.pdf", "report.pdf")]
    [InlineData(@"a/b\c", "c")]
    [InlineData("Grüße 世界 😀.png", "Grüße 世界 😀.png")]
    [InlineData("<script>.html", "<script>.html")]
    public void It_is_the_last_part_of_a_path(string given, string name)
    {
        Assert.Equal(name, FileName.Clean(given).Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("...")]
    [InlineData(". . .")]
    [InlineData("folder/")]
    [InlineData("folder/..")]
    [InlineData("\0\u0001\u007f\u0085")]
    [InlineData("\u202e\u200b\u2066")]
    [InlineData("\ud83d")]
    public void What_names_nothing_is_called_file(string? given)
    {
        Assert.Equal("file", FileName.Clean(given).Value);
        Assert.Equal("file", default(FileName).Value);
    }

    [Theory]
    [InlineData("a\0b\u0007c\u001b[31m.txt", "abc[31m.txt")]
    [InlineData("a\r\nb\u2028c\u2029d.txt", "abcd.txt")]
    [InlineData("exe\u202egpj.exe", "exegpj.exe")]
    [InlineData("\u2066a\u2069\u200e\u200f\u061c.txt", "a.txt")]
    [InlineData("a\u200bb\ufeffc\u00add.txt", "abcd.txt")]
    [InlineData("a\ud83db\udc00c.txt", "abc.txt")]
    [InlineData("\ud83d/u\u0308.txt", "u\u0308.txt")]
    [InlineData("a\ue000b\uffffc.txt", "abc.txt")]
    public void What_cannot_be_seen_or_turns_the_direction_is_taken_out(string given, string name)
    {
        Assert.Equal(name, FileName.Clean(given).Value);
    }

    [Theory]
    [InlineData("name.", "name")]
    [InlineData("name. . .", "name")]
    [InlineData("name.txt...", "name.txt")]
    [InlineData("name.\u00a0.\u3000", "name")]
    public void It_does_not_end_in_what_windows_drops(string given, string name)
    {
        Assert.Equal(name, FileName.Clean(given).Value);
    }

    [Theory]
    [InlineData(".bashrc")]
    [InlineData("..twice")]
    [InlineData("CON")]
    [InlineData("a:b")]
    public void What_only_matters_on_a_disk_stays_because_it_never_names_anything_on_ours(string given)
    {
        Assert.Equal(given, FileName.Clean(given).Value);
    }

    [Theory]
    [InlineData("thumbnail")]
    [InlineData("Thumbnail")]
    [InlineData("folder/thumbnail.")]
    public void It_is_not_the_address_of_the_small_picture(string given)
    {
        Assert.Equal("thumbnail_", FileName.Clean(given).Value, ignoreCase: true);
    }

    [Fact]
    public void What_is_too_long_keeps_its_ending()
    {
        Assert.Equal(new string('a', 196) + ".png", FileName.Clean(new string('a', 10_000) + ".png").Value);
        Assert.Equal(new string('a', 200), FileName.Clean(new string('a', 300) + "." + new string('b', 17)).Value);
        Assert.Equal("." + new string('b', 199), FileName.Clean("." + new string('b', 300)).Value);
    }

    [Fact]
    public void What_is_too_long_is_cut_between_code_points()
    {
        var name = FileName.Clean("a" + string.Concat(Enumerable.Repeat("😀", 5_000)) + ".png").Value;

        Assert.Equal("a" + string.Concat(Enumerable.Repeat("😀", 48)) + ".png", name);
        Assert.Equal(197, Encoding.UTF8.GetByteCount(name));
    }

    [Theory]
    [InlineData(' ')]
    [InlineData('.')]
    public void A_cut_leaves_no_end_that_would_have_been_taken_off(char last)
    {
        Assert.Equal(new string('a', 199), FileName.Clean(new string('a', 199) + last + new string('b', 100)).Value);
    }

    [Fact]
    public void Whatever_is_given_a_name_comes_of_it_that_stays_as_it_is()
    {
        var characters = Gen.OneOf(
            Gen.Char, Gen.Char['\u0000', '\u007f'], Gen.Char['\ud800', '\udfff'], Gen.Char['\u2000', '\u2070'], Gen.OneOf('.', ' ', '/', '\\'));

        characters.Array[0, 400].Sample(
            given =>
            {
                var name = FileName.Clean(new string(given)).Value;
                Assert.InRange(Encoding.UTF8.GetByteCount(name), 1, FileName.MaxBytes);
                Assert.DoesNotContain('/', name);
                Assert.DoesNotContain('\\', name);
                Assert.DoesNotContain(name, char.IsControl);
                Assert.NotEqual('.', name[^1]);
                Assert.Equal(name, FileName.Clean(name).Value);
            },
            iter: 5_000);
    }
}
