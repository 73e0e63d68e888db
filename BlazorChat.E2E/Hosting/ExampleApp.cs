using System.Reflection;

namespace BlazorChat.E2E.Hosting;

/// <summary>The apps in <c>clients/examples</c>, as they are built for production.</summary>
internal static class ExampleApp
{
    /// <param name="name"><c>react</c> or <c>vue</c>.</param>
    /// <returns>The folder of what its build made: <c>npm install &amp;&amp; npm run build</c>.</returns>
    public static string Built(string name)
    {
        var program = typeof(ExampleApp).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == "WebProgram").Value!;
        var app = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(program)!, "../../../../clients/examples", name));
        return Path.Combine(app, "dist");
    }
}
