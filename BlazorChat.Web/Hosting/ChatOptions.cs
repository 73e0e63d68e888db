using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace BlazorChat.Web.Hosting;

/// <summary>
/// The section <c>Chat</c> of the configuration. Each feature has a type for what is its own in it, and adds it here; what is
/// wrong anywhere stops the program at the start.
/// </summary>
internal static class ChatOptions
{
    public const string Section = "Chat";

    /// <typeparam name="T">The settings, as its properties are called. Several types may share a section.</typeparam>
    /// <param name="services">What is added to.</param>
    /// <param name="section">Below <c>Chat</c>, as <c>Files:S3</c>; null: <c>Chat</c> itself.</param>
    public static void AddChatOptions<T>(this IServiceCollection services, string? section = null) where T : class
    {
        var path = section is null ? Section : Section + ":" + section;
        services.AddSingleton(new OptionsType(path, typeof(T)));
        services.AddSingleton<IValidateOptions<T>>(new AnnotationFaults<T>(path));
        services.AddOptions<T>().BindConfiguration(path).ValidateOnStart();
    }

    /// <summary>Before anything is done with them, the data folder above all.</summary>
    /// <exception cref="CannotStartException">A setting does not exist, or its value is of another kind.</exception>
    /// <exception cref="OptionsValidationException">A value is wrong; an <see cref="AggregateException"/> of those where several types have such.</exception>
    public static void CheckOptions(this WebApplication app)
    {
        new SettingsCheck(app.Services.GetServices<OptionsType>()).Check(app.Configuration.GetSection(Section));
        app.Services.GetRequiredService<IStartupValidator>().Validate();
    }

    // Names each wrong setting as it is written in the configuration.
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
