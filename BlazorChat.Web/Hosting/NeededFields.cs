using System.Reflection;

namespace BlazorChat.Web.Hosting;

/// <summary>Marks a field of a request body that must be there.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class NeededAttribute : Attribute;

/// <summary>Refuses a body that lacks required fields, and names all of them, before anything is looked up.</summary>
internal static class NeededFields
{
    public static void RequireNeededFields(this RouteGroupBuilder routes) => routes.AddEndpointFilterFactory((endpoint, next) =>
    {
        var parameters = endpoint.MethodInfo.GetParameters();
        var body = Array.FindIndex(parameters, parameter => FieldsOf(parameter.ParameterType).Length > 0);
        if (body < 0)
            return next;
        var fields = FieldsOf(parameters[body].ParameterType);
        return asked => Array.FindAll(fields, field => field.GetValue(asked.Arguments[body]) is null) is { Length: > 0 } missing
            ? ValueTask.FromResult<object?>(Problems.Missing([.. missing.Select(NameOf)]))
            : next(asked);
    });

    /// <summary>The fields of a body that must be there, by their names on the wire.</summary>
    public static IEnumerable<string> NamesIn(Type body) => FieldsOf(body).Select(NameOf);

    // A record's fields are its constructor's parameters.
    private static PropertyInfo[] FieldsOf(Type type) =>
    [
        .. type.GetConstructors().SelectMany(constructor => constructor.GetParameters())
            .Where(parameter => parameter.IsDefined(typeof(NeededAttribute)))
            .Select(parameter => type.GetProperty(parameter.Name!)!),
    ];

    private static string NameOf(PropertyInfo field) => ChatJson.Options.PropertyNamingPolicy!.ConvertName(field.Name);
}
