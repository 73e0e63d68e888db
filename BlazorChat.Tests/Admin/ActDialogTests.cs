using BlazorChat.Core;
using BlazorChat.Web.Admin;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;

namespace BlazorChat.Tests.Admin;

public sealed class ActDialogTests : IslandTests
{
    private readonly List<string> reasons = [];
    private Refusal? answer;

    [Fact]
    public async Task What_needs_a_reason_waits_for_one()
    {
        var dialogs = await ShowAsync(ReasonWanted.Required);

        Assert.True(Verb(dialogs).HasAttribute("disabled"));
        dialogs.Find("input").Input("Shouting");
        await Verb(dialogs).ClickAsync();

        Assert.Equal(["Shouting"], reasons);
        dialogs.WaitForAssertion(() => Assert.Empty(dialogs.FindAll(".mud-dialog")));
    }

    [Fact]
    public async Task What_needs_none_asks_for_none()
    {
        var dialogs = await ShowAsync(ReasonWanted.No);

        Assert.Empty(dialogs.FindAll("input"));
        Assert.False(Verb(dialogs).HasAttribute("disabled"));
    }

    [Fact]
    public async Task A_refusal_stays_and_says_why()
    {
        answer = Refusal.Conflict("last_administrator", "There would be no administrator left.");
        var dialogs = await ShowAsync(ReasonWanted.Welcome);

        await Verb(dialogs).ClickAsync();

        Assert.Equal("There would be no administrator left.", dialogs.Find("[role=alert]").TextContent);
    }

    private static AngleSharp.Dom.IElement Verb(IRenderedComponent<MudDialogProvider> dialogs) =>
        dialogs.FindAll("button").Single(button => button.TextContent.Trim() == "Ban");

    private async Task<IRenderedComponent<MudDialogProvider>> ShowAsync(ReasonWanted reason)
    {
        var dialogs = Render<MudDialogProvider>();
        var service = Services.GetService<IDialogService>()!;
        await dialogs.InvokeAsync(() => service.ShowAsync<ActDialog>("Ban ada?", new DialogParameters<ActDialog>
        {
            { d => d.Question, "Really?" }, { d => d.Verb, "Ban" }, { d => d.Reason, reason },
            { d => d.Act, given => { reasons.Add(given); return Task.FromResult(answer); } },
        }));
        return dialogs;
    }
}
