using BlazorChat.Web.Data;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Features.AddedEmoji;

/// <summary>The custom emoji of this chat: seen by everyone, added and removed by those who may.</summary>
public partial class EmojiSettings
{
    private const string AddForm = "add";
    private const string RemoveForm = "remove";

    private IReadOnlyList<EmojiView> all = [];

    [Inject]
    private EmojiCommands Emoji { get; set; } = default!;

    [Inject]
    private IOptions<EmojiOptions> Options { get; set; } = default!;

    [Inject]
    private IDbContextFactory<ChatDb> Databases { get; set; } = default!;

    [SupplyParameterFromForm(FormName = AddForm)]
    private AddingForm Adding { get; set; } = default!;

    [SupplyParameterFromForm(FormName = RemoveForm)]
    private RemovingForm Removing { get; set; } = default!;

    private bool MayAdd => Me.IsAdministrator || Options.Value.AddedBy == EmojiAdders.Everyone;

    protected override Task LoadAsync()
    {
        Adding ??= new();
        Removing ??= new();
        return LookAsync();
    }

    private async Task AddAsync()
    {
        using var given = new MemoryStream();
        if (Adding.Picture is not null)
            await Adding.Picture.CopyToAsync(given, Http.RequestAborted);
        var added = await Emoji.PutAsync(Me, Adding.Name ?? "", given.ToArray(), Http.RequestAborted);
        Settle(AddForm, added.Refusal, "The emoji is there for everybody now.");
        await LookAsync();
    }

    private async Task RemoveAsync()
    {
        Settle(RemoveForm, (await Emoji.RemoveAsync(Me, Removing.Name ?? "")).Refusal, "The emoji is removed.");
        await LookAsync();
    }

    private async Task LookAsync()
    {
        await using var db = await Databases.CreateDbContextAsync(Http.RequestAborted);
        all = (await EmojiQueries.AllAsync(db, Http.RequestAborted)).Emoji;
    }

    private sealed class AddingForm
    {
        public string? Name { get; set; }

        public IFormFile? Picture { get; set; }
    }

    private sealed class RemovingForm
    {
        public string? Name { get; set; }
    }
}
