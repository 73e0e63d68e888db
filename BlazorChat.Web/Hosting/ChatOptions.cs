using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Hosting;

/// <summary>
/// The section <c>Chat</c> of the configuration. Each feature has a type for its own settings and registers it here. Any
/// invalid setting stops the program at the start.
/// </summary>
internal static class ChatOptions
{
    public const string Section = "Chat";

    /// <typeparam name="T">The settings, named like its properties. Several types may share a section.</typeparam>
    /// <param name="services">The services to add them to.</param>
    /// <param name="section">The section below <c>Chat</c>, such as <c>Files:S3</c>; null for <c>Chat</c> itself.</param>
    public static void AddChatOptions<T>(this IServiceCollection services, string? section = null) where T : class
    {
        var path = section is null ? Section : Section + ":" + section;
        services.AddSingleton(new OptionsType(path, typeof(T)));
        services.AddSingleton<IValidateOptions<T>>(new AnnotationFaults<T>(path));
        services.AddOptions<T>().BindConfiguration(path).ValidateOnStart();
    }

    /// <summary>Checks all settings before anything uses them, above all before the data folder is used.</summary>
    /// <exception cref="CannotStartException">A setting does not exist, or its value is of another kind.</exception>
    /// <exception cref="OptionsValidationException">
    /// A value is invalid; an <see cref="AggregateException"/> of these if several types have invalid values.
    /// </exception>
    public static void CheckOptions(this WebApplication app)
    {
        new SettingsCheck(app.Services.GetServices<OptionsType>()).Check(app.Configuration.GetSection(Section));
        app.Services.GetRequiredService<IStartupValidator>().Validate();
    }

    // Names each wrong setting the way the configuration writes it.
    private sealed class AnnotationFaults<T>(string path) : OptionsFaults<T> where T : class
    {
        protected override IEnumerable<string> Find(T options)
        {
            List<ValidationResult> results = [];
            Validator.TryValidateObject(options, new ValidationContext(options), results, validateAllProperties: true);
            return results.Select(result => $"{path}:{result.MemberNames.First()}: {result.ErrorMessage}");
        }
    }
}
