using System.Text.Json;

namespace BlazorChat.Tests.Support;

/// <summary>Tables of cases that the tests of the scripts read as well, so that both sides keep to the same.</summary>
internal static class SharedCases
{
    /// <param name="file">Its name in <c>BlazorChat.Tests/Shared</c>.</param>
    public static JsonElement[] In(string file) =>
        [.. JsonElement.Parse(File.ReadAllText(Path.Combine(Repository.Root, "BlazorChat.Tests/Shared", file))).GetProperty("cases").EnumerateArray()];
}
