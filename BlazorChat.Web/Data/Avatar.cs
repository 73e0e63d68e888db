namespace BlazorChat.Web.Data;

/// <summary>The picture of someone: 256 by 256 pixels, WebP, made by ourselves from what they gave.</summary>
public sealed class Avatar
{
    public string UserId { get; init; } = "";

    /// <summary>Of the picture: names it in its address, which may so be kept for ever.</summary>
    public string Hash { get; set; } = "";

    public byte[] Picture { get; set; } = [];
}
