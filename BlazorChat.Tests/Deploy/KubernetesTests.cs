using System.Diagnostics;
using k8s;
using k8s.Models;

namespace BlazorChat.Tests.Deploy;

/// <summary>The manifests, read strictly: a field that Kubernetes does not know, or at the wrong place, is a failure.</summary>
public sealed class KubernetesTests(ChatApp app) : IClassFixture<ChatApp>
{
    private const string Folder = "deploy/kubernetes";

    public static TheoryData<string> Resources => [.. DeployFiles.Below(Folder, "*.yaml").Where(file => !file.EndsWith("kustomization.yaml", StringComparison.Ordinal))];

    public static TheoryData<string> Overlays => [.. DeployFiles.Below(Folder, "kustomization.yaml").Select(file => Path.GetDirectoryName(file)!)];

    [Theory]
    [MemberData(nameof(Resources))]
    public void Every_file_is_as_the_schemas_say(string file) => Assert.NotEmpty(Read(DeployFiles.Read(file)));

    [Theory]
    [MemberData(nameof(Overlays))]
    public void Every_file_is_used_and_every_used_one_is_there(string folder)
    {
        var kustomization = DeployFiles.Yaml(Path.Combine(folder, "kustomization.yaml"));
        List<string> named =
        [
            .. ((List<object>)kustomization["resources"]).Cast<string>(),
            .. kustomization.TryGetValue("patches", out var patches) ? ((List<object>)patches).Select(patch => (string)((Dictionary<object, object>)patch)["path"]) : [],
        ];

        Assert.All(named, path => Assert.True(Path.Exists(Path.Combine(Repository.Root, folder, path)), path));
        Assert.Equal(
            Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "*.yaml").Select(Path.GetFileName).Where(name => name != "kustomization.yaml").Order(),
            named.Where(path => path.EndsWith(".yaml", StringComparison.Ordinal)).Order());
    }

    [Theory]
    [MemberData(nameof(Overlays))]
    public async Task What_an_overlay_makes_is_as_the_schemas_say_and_names_what_is_there(string folder)
    {
        var objects = Read(await RenderAsync(folder));
        var chat = Chat(objects);

        Assert.Equal(3, chat.Spec.Replicas);
        foreach (var map in chat.Spec.Template.Spec.Containers[0].EnvFrom)
            Assert.Contains(objects.OfType<V1ConfigMap>(), one => one.Metadata.Name == map.ConfigMapRef.Name);
        foreach (var claim in objects.OfType<V1Service>())
            Assert.Contains(Workloads(objects), labels => claim.Spec.Selector.All(wanted => labels.TryGetValue(wanted.Key, out var value) && value == wanted.Value));
    }

    [Fact]
    public async Task The_probes_ask_addresses_that_the_chat_answers()
    {
        var container = Chat(Read(DeployFiles.Read(Folder + "/base/deployment.yaml"))).Spec.Template.Spec.Containers[0];

        foreach (var probe in new[] { container.StartupProbe, container.ReadinessProbe, container.LivenessProbe })
            Assert.Equal(200, (await app.Anonymous.GetAsync(probe.HttpGet.Path)).Status);
    }

    [Fact]
    public void The_chat_is_not_root_and_writes_to_its_data_alone()
    {
        var pod = Chat(Read(DeployFiles.Read(Folder + "/base/deployment.yaml"))).Spec.Template.Spec;

        Assert.Equal((true, 1654, 1654), (pod.SecurityContext.RunAsNonRoot, pod.SecurityContext.RunAsUser, pod.SecurityContext.FsGroup));
        Assert.True(pod.Containers[0].SecurityContext.ReadOnlyRootFilesystem);
        Assert.Equal(["ALL"], pod.Containers[0].SecurityContext.Capabilities.Drop);
        Assert.Equal(["/data"], pod.Containers[0].VolumeMounts.Select(mount => mount.MountPath));
        Assert.Contains(pod.Containers[0].Env, variable => variable.Name == "REDIS_URL");
    }

    private static V1Deployment Chat(IEnumerable<object> objects) => objects.OfType<V1Deployment>().Single(one => one.Metadata.Name == "chat-server");

    private static IEnumerable<IDictionary<string, string>> Workloads(IReadOnlyCollection<object> objects) =>
    [
        .. objects.OfType<V1Deployment>().Select(one => one.Spec.Template.Metadata.Labels),
        .. objects.OfType<V1StatefulSet>().Select(one => one.Spec.Template.Metadata.Labels),
    ];

    private static List<object> Read(string yaml) => KubernetesYaml.LoadAllFromString(yaml, strict: true);

    private static async Task<string> RenderAsync(string folder)
    {
        if (!IsThere("kubectl"))
            return string.Join("\n---\n", Parts(folder));
        using var kubectl = Process.Start(new ProcessStartInfo("kubectl", ["kustomize", Path.Combine(Repository.Root, folder)])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (kubectl.StandardOutput.ReadToEndAsync(), kubectl.StandardError.ReadToEndAsync());
        await kubectl.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(kubectl.ExitCode == 0, await errors);
        return await output;
    }

    // What kubectl would put together, without the patches.
    private static IEnumerable<string> Parts(string folder)
    {
        var kustomization = DeployFiles.Yaml(Path.Combine(folder, "kustomization.yaml"));
        foreach (var path in ((List<object>)kustomization["resources"]).Select(resource => Path.Combine(folder, (string)resource)))
            foreach (var part in path.EndsWith(".yaml", StringComparison.Ordinal) ? [DeployFiles.Read(path)] : Parts(path))
                yield return part;
        if (kustomization.TryGetValue("configMapGenerator", out var maps))
            foreach (var map in ((List<object>)maps).Cast<Dictionary<object, object>>())
                yield return $"apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {map["name"]}";
    }

    private static bool IsThere(string program) => Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));
}
