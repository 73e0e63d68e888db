using System.Text;
using Microsoft.Playwright;

namespace BlazorChat.E2E.Hosting;

/// <summary>Files to share.</summary>
internal static class Samples
{
    public static FilePayload File(string name, byte[] bytes, string type = "application/octet-stream") =>
        new() { Name = name, MimeType = type, Buffer = bytes };

    public static FilePayload Text(string name, string text = "Hello") => File(name, Encoding.UTF8.GetBytes(text), "text/plain");

    /// <summary>Noise, which nothing on the way makes smaller.</summary>
    public static FilePayload Noise(string name, int bytes)
    {
        var noise = new byte[bytes];
        new Random(bytes).NextBytes(noise);
        return File(name, noise);
    }

    /// <summary>So many bytes, all of them zero.</summary>
    public static FilePayload Nothing(string name, int bytes) => File(name, new byte[bytes]);

    /// <summary>A second of a tone.</summary>
    public static FilePayload Sound(string name)
    {
        const int rate = 8000;
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write("RIFF"u8);
        writer.Write(36 + rate);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)1);
        writer.Write((short)1);
        writer.Write(rate);
        writer.Write(rate);
        writer.Write((short)1);
        writer.Write((short)8);
        writer.Write("data"u8);
        writer.Write(rate);
        for (var i = 0; i < rate; i++)
            writer.Write((byte)(128 + 60 * Math.Sin(i / 3.0)));
        return File(name, bytes.ToArray(), "audio/wav");
    }

    /// <summary>A picture that the person's own browser draws.</summary>
    public static async Task<FilePayload> PictureAsync(Person person, string name, int width = 800, int height = 600, string type = "image/png")
    {
        var drawn = await person.Page.EvaluateAsync<string>(
            """
            ([width, height, type]) => {
                const canvas = Object.assign(document.createElement('canvas'), { width, height });
                const context = canvas.getContext('2d');
                const colours = context.createLinearGradient(0, 0, width, height);
                colours.addColorStop(0, 'teal');
                colours.addColorStop(1, 'orange');
                context.fillStyle = colours;
                context.fillRect(0, 0, width, height);
                return canvas.toDataURL(type).split(',')[1];
            }
            """,
            new object[] { width, height, type });
        return File(name, Convert.FromBase64String(drawn), type);
    }
}
