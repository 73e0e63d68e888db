namespace BlazorChat.Web.Data;

/// <summary>Someone's picture: WebP, 256 by 256 pixels, which the server made from the uploaded one.</summary>
public sealed class Avatar
{
    public string UserId { get; init; } = "";

    /// <summary>The hash of the picture. It is part of the address, so browsers may cache the picture forever.</summary>
    public string Hash { get; set; } = "";

    public byte[] Picture { get; set; } = [];
}
