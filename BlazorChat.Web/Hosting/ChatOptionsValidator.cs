using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Hosting;

/// <summary>Names every wrong setting at once, as it is written in the configuration.</summary>
internal sealed class ChatOptionsValidator : IValidateOptions<ChatOptions>
{
    public ValidateOptionsResult Validate(string? name, ChatOptions options)
    {
        List<string> failures =
        [
            .. Check(ChatOptions.Section, options),
            .. Check(ChatOptions.Section + ":Limits", options.Limits),
            .. Check(ChatOptions.Section + ":RateLimits", options.RateLimits),
        ];
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> Check(string section, object options)
    {
        List<ValidationResult> results = [];
        Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
        return results.Select(result => $"{section}:{result.MemberNames.First()}: {result.ErrorMessage}");
    }
}
