using Microsoft.AspNetCore.Components;

namespace BlazorChat.Web.Features.People;

/// <summary>My profile: display name, status text, picture.</summary>
public partial class ProfileSettings
{
    private const string TextForm = "profile";
    private const string PictureForm = "picture";
    private const string RemoveForm = "remove-picture";

    private ProfileView profile = default!;

    [Inject]
    private ProfileCommands Profiles { get; set; } = default!;

    [SupplyParameterFromForm(FormName = TextForm)]
    private ProfileText Text { get; set; } = default!;

    [SupplyParameterFromForm(FormName = PictureForm)]
    private IFormFile? Picture { get; set; }

    protected override async Task LoadAsync()
    {
        profile = await Profiles.LookAsync(Me.UserId, Http.RequestAborted);
        Text ??= new() { DisplayName = profile.DisplayName, StatusText = profile.StatusText };
    }

    private async Task SaveAsync()
    {
        var changed = await Profiles.ChangeAsync(
            Me, new ChangeProfile(Text.DisplayName ?? "", Text.StatusText ?? ""), Http.RequestAborted);
        if (Settle(TextForm, changed.Refusal, "Your profile is saved."))
            profile = changed.Value;
    }

    private async Task SetPictureAsync()
    {
        using var given = new MemoryStream();
        if (Picture is not null)
            await Picture.CopyToAsync(given, Http.RequestAborted);
        var changed = await Profiles.SetAvatarAsync(Me, given.ToArray(), Http.RequestAborted);
        if (Settle(PictureForm, changed.Refusal, "Your picture is changed."))
            profile = changed.Value;
    }

    private async Task RemovePictureAsync()
    {
        var changed = await Profiles.RemoveAvatarAsync(Me, Http.RequestAborted);
        if (Settle(RemoveForm, changed.Refusal, "Your picture is removed."))
            profile = changed.Value;
    }

    private sealed class ProfileText
    {
        public string? DisplayName { get; set; }

        public string? StatusText { get; set; }
    }
}
