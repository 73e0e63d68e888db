using QRCoder;

namespace BlazorChat.Web.Features.Account;

/// <summary>What an authenticator app has to be told.</summary>
/// <param name="Secret">To be typed in, base 32.</param>
/// <param name="Uri">The same and for what it is, to be scanned.</param>
public sealed record AuthenticatorSetup(string Secret, string Uri)
{
    private const string Issuer = "BlazorChat";

    // https://github.com/google/google-authenticator/wiki/Key-Uri-Format
    public static AuthenticatorSetup For(string username, string secret) => new(
        secret, $"otpauth://totp/{Issuer}:{System.Uri.EscapeDataString(username)}?secret={secret}&issuer={Issuer}");

    /// <summary>The address as a square to scan, for an image.</summary>
    public string Picture()
    {
        using var data = QRCodeGenerator.GenerateQrCode(Uri, QRCodeGenerator.ECCLevel.M);
        var svg = new SvgQRCode(data).GetGraphic(4);
        return "data:image/svg+xml;base64," + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(svg));
    }
}
