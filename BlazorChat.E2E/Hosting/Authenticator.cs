using System.Text.Json;
using Microsoft.Playwright;

namespace BlazorChat.E2E.Hosting;

/// <summary>A device with passkeys, as Chromium pretends to have one.</summary>
internal sealed class Authenticator
{
    private readonly ICDPSession devtools;
    private readonly string id;

    private Authenticator(ICDPSession devtools, string id) => (this.devtools, this.id) = (devtools, id);

    public static async Task<Authenticator> PlugInAsync(Person person)
    {
        var devtools = await person.Context.NewCDPSessionAsync(person.Page);
        await devtools.SendAsync("WebAuthn.enable");
        var added = await devtools.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
        return new Authenticator(devtools, added!.Value.GetProperty("authenticatorId").GetString()!);
    }

    /// <summary>Whether its owner touches it when it asks.</summary>
    public Task<JsonElement?> TouchAsync(bool touched) => devtools.SendAsync("WebAuthn.setAutomaticPresenceSimulation", new()
    {
        ["authenticatorId"] = id,
        ["enabled"] = touched,
    });
}
