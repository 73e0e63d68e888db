using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace BlazorChat.Tests.Support;

/// <summary>What a browser does without scripts: keeps cookies, fills forms in, and says where its requests come from.</summary>
public sealed class Browser
{
    private readonly CookieContainer cookies = new();

    /// <param name="app">The chat.</param>
    /// <param name="below">The path of its host below which it is.</param>
    public Browser(ChatApp app, string below = "")
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = cookies };
        Client = new ChatClient(new HttpClient(new Below(below) { InnerHandler = handler })
        { BaseAddress = app.Address, Timeout = Patience.Limit });
        Client.Http.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
    }

    public CookieContainer Cookies => cookies;

    /// <summary>The API as the pages' scripts use it.</summary>
    public ChatClient Client { get; }

    /// <summary>Someone who has just registered.</summary>
    public static async Task<Browser> SignUpAsync(ChatApp app, string name)
    {
        var browser = new Browser(app);
        var answer = await browser.SubmitAsync("/account/register", "Input", ("Username", app.UniqueName(name)), ("Password", ChatApp.Password));
        Assert.Equal(302, answer.Status);
        await browser.Client.IntroduceAsync();
        return browser;
    }

    /// <summary>Signs in by the page and deletes the account there.</summary>
    public static async Task DeleteAccountAsync(ChatApp app, ChatClient who)
    {
        var browser = new Browser(app);
        await browser.SubmitAsync("/account/login", "Input", ("Username", who.Username), ("Password", ChatApp.Password));
        Assert.Equal(302, (await browser.SubmitAsync("/account/manage/delete", "Deletion", ("Password", ChatApp.Password))).Status);
    }

    public async Task<IHtmlDocument> OpenAsync(string path)
    {
        var page = await Client.GetAsync(path);
        Assert.Equal(200, page.Status);
        return Parse(page);
    }

    /// <summary>Opens a page, fills in the form that has these fields, and sends it.</summary>
    public async Task<Reply> SubmitAsync(string path, string prefix, params (string Name, string Value)[] fields)
    {
        var page = await Client.GetAsync(path);
        Assert.Equal(200, page.Status);
        return await SubmitAsync(page, path, prefix, fields);
    }

    /// <summary>The same on a page that is open already, such as the answer to another form.</summary>
    public async Task<Reply> SubmitAsync(Reply open, string path, string prefix, params (string Name, string Value)[] fields)
    {
        var page = Parse(open);
        var form = page.Forms.Single(form => form.QuerySelector($"[name='{prefix}.{fields[0].Name}']") is not null);
        var filled = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden][name]")
            .Select(input => KeyValuePair.Create(input.Name!, input.Value))
            .Concat(fields.Select(field => KeyValuePair.Create($"{prefix}.{field.Name}", field.Value)));
        return await Client.PostAsync(path, new FormUrlEncodedContent(filled));
    }

    public static IHtmlDocument Parse(Reply page) => new HtmlParser().ParseDocument(page.Text);

    // Tests say paths of the HTTP interface and of pages; what the server named is complete already.
    private sealed class Below(string path) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            if (!request.RequestUri!.AbsolutePath.StartsWith(path + "/", StringComparison.Ordinal))
                request.RequestUri = new Uri(request.RequestUri, path + request.RequestUri.PathAndQuery);
            return base.SendAsync(request, ct);
        }
    }
}
