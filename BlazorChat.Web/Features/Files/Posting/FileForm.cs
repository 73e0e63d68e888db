using BlazorChat.Core;
using BlazorChat.Core.Files;
using BlazorChat.Web.Features.Files.Staging;
using BlazorChat.Web.Features.Messages;

namespace BlazorChat.Web.Features.Files.Posting;

/// <summary>The parsed form of <c>POST /chat/files</c>: its fields, and the file's bytes in the staging area.</summary>
internal sealed class FileForm(StagedFile file) : IAsyncDisposable
{
    public StagedFile File => file;

    /// <summary>Whether the form contains a file. If not, it must name an upload.</summary>
    public bool HasFile { get; set; }

    /// <summary>The part of the sender's quota that is reserved for the file until it is stored.</summary>
    public IAsyncDisposable? Reservation { get; set; }

    /// <summary>
    /// The message of an earlier identical request, if there is no quota left for the file: the rest of the form is not read
    /// then.
    /// </summary>
    public PostResult? Already { get; set; }

    /// <summary>Bytes.</summary>
    public long Size { get; set; }

    public string? GivenName { get; set; }

    public string? UploadId { get; private set; }

    public FileName Name => FileName.Clean(GivenName);

    private string? RoomId { get; set; }

    private string? Caption { get; set; }

    private string? ClientId { get; set; }

    private string? ReplyTo { get; set; }

    private string? ThreadId { get; set; }

    private bool? AlsoInRoom { get; set; }

    public PostMessage Post => new(RoomId, Caption, ClientId, ReplyTo, ThreadId, AlsoInRoom);

    public Refusal? Set(string field, string value)
    {
        switch (field)
        {
            case "room_id":
                RoomId = value;
                break;
            case "message":
                Caption = value;
                break;
            case "client_id":
                ClientId = value;
                break;
            case "reply_to":
                ReplyTo = value;
                break;
            case "thread_id":
                ThreadId = value;
                break;
            case "also_in_room":
                if (value is not ("true" or "false"))
                    return Refusal.Invalid("also_in_room", "Say true or false.");
                AlsoInRoom = value == "true";
                break;
            case "upload_id":
                UploadId = value;
                break;
            case "file_name":
                GivenName = value;
                break;
            case "file":
                return Refusal.Invalid("file", "Send the file as a file: its part of the form needs a filename.");
        }
        return null; // unknown fields are ignored
    }

    public async ValueTask DisposeAsync()
    {
        file.Dispose();
        if (Reservation is not null)
            await Reservation.DisposeAsync();
    }
}
