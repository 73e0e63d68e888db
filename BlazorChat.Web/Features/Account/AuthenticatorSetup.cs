using QRCoder;

namespace BlazorChat.Web.Features.Account;

/// <summary>What someone enters into an authenticator app.</summary>
/// <param name="Secret">The secret to type in, in base 32.</param>
/// <param name="Uri">The secret and the name of the account, as an address to scan.</param>
public sealed record AuthenticatorSetup(string Secret, string Uri)
{
    private const string Issuer = "BlazorChat";

    // https://github.com/google/google-authenticator/wiki/Key-Uri-Format
    public static AuthenticatorSetup For(string username, string secret) => new(
        secret, $"otpauth://totp/{Issuer}:{System.Uri.EscapeDataString(username)}?secret={secret}&issuer={Issuer}");

    /// <summary>The address as a QR code, for an image.</summary>
    public string Picture()
    {
        using var data = QRCodeGenerator.GenerateQrCode(Uri, QRCodeGenerator.ECCLevel.M);
        var svg = new SvgQRCode(data).GetGraphic(4);
        return "data:image/svg+xml;base64," + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(svg));
    }
}
