using System.Globalization;
using System.Reflection;

namespace BlazorChat.Web.Hosting;

/// <summary>
/// Holds what is configured against the settings that there are, before it is bound: names that do not exist, numbers that
/// are none, and numbers where a word is meant, which binding would take.
/// </summary>
internal static class SettingsCheck
{
    /// <exception cref="CannotStartException">Something is wrong: each setting is named, with what it may be.</exception>
    public static void Check(IConfigurationSection section)
    {
        var faults = Faults(section, typeof(ChatOptions)).ToList();
        if (faults.Count > 0)
            throw new CannotStartException(string.Join(Environment.NewLine, faults));
    }

    private static IEnumerable<string> Faults(IConfigurationSection section, Type options)
    {
        if (!string.IsNullOrEmpty(section.Value))
            yield return $"{section.Path}: is a group of settings and has no value of its own. {Offer(options, section.Path)}";
        foreach (var setting in section.GetChildren())
        {
            var property = options.GetProperties().FirstOrDefault(one => one.Name.Equals(setting.Key, StringComparison.OrdinalIgnoreCase));
            if (property is null)
                yield return $"{setting.Path}: there is no such setting. {Offer(options, section.Path)}";
            else
                foreach (var fault in Faults(setting, property))
                    yield return fault;
        }
    }

    private static IEnumerable<string> Faults(IConfigurationSection setting, PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type.Namespace == typeof(ChatOptions).Namespace && type.IsClass)
            return Faults(setting, type);
        var isAbsent = setting.Value is "" && type != property.PropertyType;
        return !isAbsent && setting.Value is { } value && Expected(type, value) is { } expected ? [$"{setting.Path}: is to be {expected}."] : [];
    }

    // The value is not repeated: in the wrong place it may be a secret.
    private static string? Expected(Type type, string value) =>
        type == typeof(int) ? int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _) ? null : "a whole number"
        : type == typeof(long) ? long.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _) ? null : "a whole number"
        : type == typeof(Uri) ? Uri.TryCreate(value, UriKind.RelativeOrAbsolute, out _) ? null : "an address as https://chat.example.org"
        : type == typeof(bool) ? bool.TryParse(value, out _) ? null : "true or false"
        : type.IsArray ? string.IsNullOrEmpty(value) ? null : "a list: number its entries, :0, :1 and so on"
        : type.IsEnum ? Enum.GetNames(type).Contains(value, StringComparer.OrdinalIgnoreCase) ? null : string.Join(" or ", Enum.GetNames(type))
        : null;

    private static string Offer(Type options, string path) =>
        $"{path} has {string.Join(", ", options.GetProperties().Select(property => property.Name))}.";
}
