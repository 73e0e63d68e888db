using BlazorChat.Web.Features.Files.Stores;
using BlazorChat.Web.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;

namespace BlazorChat.Tests.Features.Files.Stores;

public sealed class DiskFileStoreTests : FileStoreTests
{
    private readonly DataFolder data = new(
        Options.Create(new HostingOptions { DataDirectory = Directory.CreateTempSubdirectory("blazorchat-").FullName }), new HostingEnvironment { ContentRootPath = "/" });

    public DiskFileStoreTests() => Store = new DiskFileStore(data);

    public override IFileStore Store { get; }

    [Theory]
    [InlineData("files/../../chat.db")]
    [InlineData("secrets/0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")]
    [InlineData("files/0123")]
    [InlineData("")]
    public async Task No_name_leads_elsewhere_on_the_disk(string key)
    {
        var path = Stage([1]);

        await Assert.ThrowsAsync<ArgumentException>(() => Store.PutAsync(key, path, Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.OpenAsync(key, Ct));
        await Assert.ThrowsAsync<ArgumentException>(() => Store.DeleteAsync(key, Ct));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Directory.Delete(data.Root, recursive: true);
    }
}
