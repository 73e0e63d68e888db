using BlazorChat.Core;

namespace BlazorChat.Web.Hosting;

/// <summary>Turns results into HTTP responses.</summary>
internal static class Answers
{
    public static IResult Ok<T>(Result<T> result) =>
        result.Refusal is { } why ? Problems.For(why) : TypedResults.Ok(result.Value);

    public static IResult NoContent<T>(Result<T> done) =>
        done.Refusal is { } why ? Problems.For(why) : TypedResults.NoContent();
}
