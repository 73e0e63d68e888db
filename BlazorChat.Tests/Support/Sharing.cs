using System.Net.Http.Headers;

namespace BlazorChat.Tests.Support;

/// <summary>Files in messages, as a program shares them.</summary>
public static class Sharing
{
    /// <summary>Shares a file that is to be accepted.</summary>
    public static async Task<MessageJson> ShareAsync(
        this ChatClient client, string room, string name, byte[] bytes, string? message = null, string? clientId = null)
    {
        var shared = await client.TryShareAsync(room, name, bytes, message, clientId);
        Assert.True(shared.Status == 201, shared.ToString());
        return shared.Message();
    }

    public static Task<Reply> TryShareAsync(
        this ChatClient client, string room, string name, byte[] bytes, string? message = null, string? clientId = null) =>
        client.PostAsync("/chat/files", Form(room, name, bytes, message, clientId));

    public static MultipartFormDataContent Form(
        string room, string name, byte[] bytes, string? message = null, string? clientId = null)
    {
        var form = new MultipartFormDataContent { { new StringContent(room), "room_id" } };
        if (message is not null)
            form.Add(new StringContent(message), "message");
        if (clientId is not null)
            form.Add(new StringContent(clientId), "client_id");
        form.Add(FilePart(bytes, name));
        return form;
    }

    /// <summary>A part that says it is a program, whatever it is.</summary>
    public static ByteArrayContent FilePart(byte[] bytes, string name)
    {
        var part = new ByteArrayContent(bytes);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/x-msdownload");
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = "file", FileNameStar = name };
        return part;
    }
}
