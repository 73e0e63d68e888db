using BlazorChat.Core;
using BlazorChat.Web.Hosting;

namespace BlazorChat.Web.Features.Admin;

/// <summary>Results as HTTP answers.</summary>
internal static class Answers
{
    public static IResult Ok<T>(Result<T> result) =>
        result.Refusal is { } why ? Problems.For(why) : TypedResults.Ok(result.Value);

    public static IResult NoContent(Result<Done> done) =>
        done.Refusal is { } why ? Problems.For(why) : TypedResults.NoContent();
}
