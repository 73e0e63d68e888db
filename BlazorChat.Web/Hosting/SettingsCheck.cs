using System.Globalization;

namespace BlazorChat.Web.Hosting;

/// <summary>
/// Compares the configuration with the settings that exist, before it is bound. It finds unknown names, invalid numbers, and
/// numbers in place of words, which binding would accept.
/// </summary>
internal sealed class SettingsCheck
{
    private readonly List<(string Path, Type Type)> settings;

    public SettingsCheck(IEnumerable<OptionsType> types) => settings =
        [.. types.SelectMany(type => type.Type.GetProperties().Select(property => ($"{type.Path}:{property.Name}", property.PropertyType)))];

    /// <exception cref="CannotStartException">
    /// A setting is wrong. Each wrong one is named, with the values it may have.
    /// </exception>
    public void Check(IConfigurationSection section)
    {
        var faults = Faults(section).ToList();
        if (faults.Count > 0)
            throw new CannotStartException(string.Join(Environment.NewLine, faults));
    }

    private IEnumerable<string> Faults(IConfigurationSection group)
    {
        if (!string.IsNullOrEmpty(group.Value))
            yield return $"{group.Path}: is a group of settings and has no value of its own. {Offer(group.Path)}";
        foreach (var one in group.GetChildren())
            foreach (var fault in FaultsBelow(group, one))
                yield return fault;
    }

    private IEnumerable<string> FaultsBelow(IConfigurationSection group, IConfigurationSection one) =>
        settings.Find(setting => setting.Path.Equals(one.Path, StringComparison.OrdinalIgnoreCase)) is (not null, var type)
            ? Expected(type, one.Value) is { } expected ? [$"{one.Path}: is to be {expected}."] : []
            : Names(one.Path).Any() ? Faults(one) : [$"{one.Path}: there is no such setting. {Offer(group.Path)}"];

    private static string? Expected(Type type, string? value) =>
        value is null ? null
        : Nullable.GetUnderlyingType(type) is { } mayBeAbsent ? value.Length == 0 ? null : ExpectedOf(mayBeAbsent, value)
        : ExpectedOf(type, value);

    // The value is not repeated: in the wrong place it may be a secret.
    private static string? ExpectedOf(Type type, string value) =>
        type == typeof(int) ? int.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _) ? null : "a whole number"
        : type == typeof(long) ? long.TryParse(value, NumberStyles.Integer, CultureInfo.InvariantCulture, out _) ? null : "a whole number"
        : type == typeof(Uri) ? Uri.TryCreate(value, UriKind.RelativeOrAbsolute, out _) ? null : "an address as https://chat.example.org"
        : type == typeof(bool) ? bool.TryParse(value, out _) ? null : "true or false"
        : type.IsArray ? string.IsNullOrEmpty(value) ? null : "a list: number its entries, :0, :1 and so on"
        : type.IsEnum ? Enum.GetNames(type).Contains(value, StringComparer.OrdinalIgnoreCase) ? null : string.Join(" or ", Enum.GetNames(type))
        : null;

    private string Offer(string path) => $"{path} has {string.Join(", ", Names(path))}.";

    // The settings of a group, and of the groups in it.
    private IEnumerable<string> Names(string path) => settings
        .Where(setting => setting.Path.StartsWith(path + ":", StringComparison.OrdinalIgnoreCase))
        .Select(setting => setting.Path[(path.Length + 1)..].Split(':')[0])
        .Distinct();
}

/// <param name="Path">The section, such as <c>Chat:Files:S3</c>.</param>
/// <param name="Type">The type whose properties are its settings.</param>
internal sealed record OptionsType(string Path, Type Type);
