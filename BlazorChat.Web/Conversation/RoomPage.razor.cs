namespace BlazorChat.Web.Conversation;

/// <summary>A room with everything around it, rendered once; scripts and islands keep it up to date.</summary>
public partial class RoomPage
{
    private protected override int Messages => RoomSnapshot.PageLength;
}
