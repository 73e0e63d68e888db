using BlazorChat.Core;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Features.Account;

/// <summary>Someone must wait before they try again. Programs get a 429, people a sentence that says how long.</summary>
public sealed class TooManyAttempts(TimeSpan wait) : IResult
{
    private string Sentence => $"Too many attempts. Try again in {InWords(wait)}.";

    /// <summary>The same for a page.</summary>
    public Refusal Why => Refusal.Unavailable(Sentence);

    public Task ExecuteAsync(HttpContext httpContext) => Problems.TooMany(Sentence, wait).ExecuteAsync(httpContext);

    /// <returns>Rounded up, so that waiting that long is enough: "a minute", "5 minutes".</returns>
    internal static string InWords(TimeSpan wait) => (int)Math.Ceiling(wait.TotalMinutes) switch
    {
        <= 1 => "a minute",
        <= 60 and var minutes => $"{minutes} minutes",
        var minutes => $"{(int)Math.Ceiling(minutes / 60.0)} hours",
    };
}
