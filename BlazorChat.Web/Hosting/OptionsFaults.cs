using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Hosting;

/// <summary>Validates options by sentences that each name a setting.</summary>
/// <typeparam name="T">The options.</typeparam>
internal abstract class OptionsFaults<T> : IValidateOptions<T> where T : class
{
    public ValidateOptionsResult Validate(string? name, T options) =>
        Find(options).ToList() is { Count: > 0 } faults ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;

    /// <returns>Nothing if all values are valid.</returns>
    protected abstract IEnumerable<string> Find(T options);
}
