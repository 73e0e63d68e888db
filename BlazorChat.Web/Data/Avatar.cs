namespace BlazorChat.Web.Data;

/// <summary>The picture of someone: 256 by 256 pixels, WebP, made by ourselves from what they gave.</summary>
public sealed class Avatar
{
    public string UserId { get; init; } = "";

    /// <summary>The hash of the picture. It is part of the address, so browsers may cache the picture for ever.</summary>
    public string Hash { get; set; } = "";

    public byte[] Picture { get; set; } = [];
}
