using BlazorChat.E2E.Hosting;
using Microsoft.Playwright;

namespace BlazorChat.E2E.Pages;

/// <summary>Files in a room: chosen in the composer, on their way in the tray, shown in the timeline, and pictures at large.</summary>
public sealed class RoomAttachments(IPage page)
{
    public ILocator Previews => page.GetByRole(AriaRole.List, new() { Name = "Files to send" }).GetByRole(AriaRole.Listitem);

    public ILocator Uploads => page.GetByRole(AriaRole.List, new() { Name = "Files on their way" }).GetByRole(AriaRole.Listitem);

    public ILocator Shown => page.Locator("chat-timeline .attachment");

    public ILocator Pictures => Shown.Locator("a.picture");

    public ILocator Lightbox => page.GetByRole(AriaRole.Dialog, new() { Name = "Picture" });

    /// <summary>What the lightbox says of the picture: its name, and its place among the others.</summary>
    public ILocator LightboxAbout => Lightbox.Locator(".lightbox-about");

    public ILocator Overlay => page.Locator(".drop-overlay");

    public ILocator Attachment(string name) => page.Locator($"chat-timeline .attachment[data-name='{name}']");

    /// <summary>By the paper clip.</summary>
    internal async Task ChooseAsync(params MadeFile[] files)
    {
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Attach files" }).ClickAsync());
        await chooser.SetFilesAsync(files.Select(file => file.ForInput));
    }

    /// <summary>From the disk, which brings many bytes sooner to the browser; it reads them there piece by piece.</summary>
    internal async Task ChooseAsync(MadeFile file, DirectoryInfo folder)
    {
        var path = Path.Combine(folder.FullName, file.Name);
        await File.WriteAllBytesAsync(path, file.Bytes);
        await page.Locator("chat-composer input[type=file]").SetInputFilesAsync(path);
    }

    /// <summary>Holds files over the timeline.</summary>
    /// <returns>What is held, to be dropped.</returns>
    internal async Task<IJSHandle> DragAsync(params MadeFile[] files)
    {
        var held = await HoldAsync(files);
        foreach (var moment in new[] { "dragenter", "dragover" })
            await page.Locator("chat-timeline").DispatchEventAsync(moment, new { dataTransfer = held });
        return held;
    }

    public Task DropAsync(IJSHandle held) => page.Locator("chat-timeline").DispatchEventAsync("drop", new { dataTransfer = held });

    /// <summary>Into the textarea, as from the clipboard.</summary>
    internal async Task PasteAsync(params MadeFile[] files)
    {
        await using var held = await HoldAsync(files);
        var area = page.Locator("chat-composer textarea");
        await area.FocusAsync();
        await area.EvaluateAsync(
            "(area, clipboardData) => area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))", held);
    }

    public Task SendAsync() => page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }).ClickAsync();

    public Task CancelAsync(string name) => page.GetByRole(AriaRole.Button, new() { Name = "Cancel " + name, Exact = true }).ClickAsync();

    private Task<IJSHandle> HoldAsync(MadeFile[] files) => page.EvaluateHandleAsync(
        $$"""
        files => {
            const held = new DataTransfer();
            for (const file of files) held.items.add(({{MadeFile.InPage}})(file));
            return held;
        }
        """,
        files.Select(file => file.ForPage).ToArray());
}
