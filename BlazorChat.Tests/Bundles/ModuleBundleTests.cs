using System.Diagnostics;
using BlazorChat.Web.Bundles;

namespace BlazorChat.Tests.Bundles;

public sealed class ModuleBundleTests
{
    [Fact]
    public async Task A_bundle_does_what_its_modules_do_each_once_and_after_those_that_it_imports() => Assert.Equal(
        "base, first of Ada, second of Ada",
        await RunAsync(
            """
            import { Person as Someone, name } from './people/person.js';
            import { said as lines } from './base/said.js';
            export { said } from './base/said.js';
            const $ = 'first';
            const hidden = lines[0] === 'base' && name;
            export function first() { return `${$} of ${new Someone(hidden)}`; }
            """,
            "import { said, first } from './bundle.mjs'; said.push(first()); import { second } from './bundle.mjs'; said.push(second()); console.log(said.join(', '));",
            ("other.js", "import { name } from './people/person.js';\nconst hidden = 'second';\nexport const second = () => `${hidden} of ${name}`;"),
            ("base/said.js", "export const said = ['base'];"),
            ("people/person.js", "import { said } from '../base/said.js';\nexport const name = said.length === 1 ? 'Ada' : 'twice';\nexport class Person {\n    #name;\n    constructor(name) { this.#name = name; }\n    toString() { return this.#name; }\n}")));

    [Theory]
    [InlineData("import './other.js';")]
    [InlineData("import all from './other.js';")]
    [InlineData("import * as all from './other.js';")]
    [InlineData("export default 1;")]
    [InlineData("export let changing = 1;")]
    [InlineData("export * from './other.js';")]
    [InlineData("await nothing;")]
    [InlineData("    const lazy = await import('./other.js');")]
    [InlineData("const here = import.meta.url;")]
    public void A_form_that_would_mean_something_else_is_refused(string text) =>
        Assert.Contains(text.Trim(), Assert.Throws<FormatException>(() => ModuleBundle.Of(["one.js"], _ => text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Types_in_comments_are_no_imports() =>
        Assert.Contains("import('./x.js')", ModuleBundle.Of(["one.js"], _ => "/** @type {import('./x.js').X} */\nconst x = null;\n *   @param {import('./x.js').X} x"), StringComparison.Ordinal);

    [Fact]
    public void A_circle_is_refused() =>
        Assert.Throws<FormatException>(() => ModuleBundle.Of(["one.js"], module => module == "one.js" ? "import { a } from './two.js';" : "import { b } from './one.js';"));

    private static async Task<string> RunAsync(string entry, string main, params (string Name, string Text)[] modules)
    {
        var folder = Directory.CreateTempSubdirectory("bundle-");
        try
        {
            var texts = modules.Append((Name: "entry.js", Text: entry)).ToDictionary(module => module.Name, module => module.Text);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "bundle.mjs"), ModuleBundle.Of(["entry.js", "other.js"], module => texts[module]));
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "main.mjs"), main);
            using var node = Process.Start(new ProcessStartInfo("node", [Path.Combine(folder.FullName, "main.mjs")]) { RedirectStandardOutput = true })!;
            var said = await node.StandardOutput.ReadToEndAsync();
            await node.WaitForExitAsync();
            return said.Trim();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
