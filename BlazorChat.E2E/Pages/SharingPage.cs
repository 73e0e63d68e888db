using Microsoft.Playwright;

namespace BlazorChat.E2E.Pages;

/// <summary>Files in a room: those that wait in the composer, those on their way, those that came, and one seen large.</summary>
public sealed class SharingPage(IPage page)
{
    public ILocator Previews => page.Locator("chat-composer .preview");

    public ILocator Rows => page.Locator("upload-tray .upload");

    public ILocator Attachments => page.Locator("chat-timeline .attachment");

    public ILocator Pictures => Attachments.Locator("a.picture");

    public ILocator Lightbox => page.GetByRole(AriaRole.Dialog, new() { Name = "Picture" });

    public ILocator Overlay => page.Locator(".drop-overlay");

    public ILocator Send => page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true });

    public ILocator Attachment(string name) => page.Locator($"chat-timeline .attachment[data-name='{name}']");

    public ILocator Row(string name) => Rows.Filter(new() { HasText = name });

    public ILocator Progress(string name) => page.GetByRole(AriaRole.Progressbar, new() { Name = "Uploading " + name });

    public ILocator Button(string act, string name) => page.GetByRole(AriaRole.Button, new() { Name = $"{act} {name}", Exact = true });

    /// <summary>As if chosen after a click on the paper clip.</summary>
    public async Task ChooseAsync(params FilePayload[] files)
    {
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Attach files" }).ClickAsync());
        await chooser.SetFilesAsync(files);
    }

    public async Task ShareAsync(params FilePayload[] files)
    {
        await ChooseAsync(files);
        await Send.ClickAsync();
    }

    /// <summary>Drags files from outside over the timeline.</summary>
    public Task DragAsync(params FilePayload[] files) => OnTimelineAsync("dragenter", files);

    public Task DropAsync(params FilePayload[] files) => OnTimelineAsync("drop", files);

    /// <summary>Pastes into the composer what the clipboard holds.</summary>
    public Task PasteAsync(params FilePayload[] files) => DispatchAsync(
        "chat-composer textarea", "data => new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })", files);

    private Task OnTimelineAsync(string name, FilePayload[] files) => DispatchAsync(
        "chat-timeline", $"data => new DragEvent('{name}', {{ dataTransfer: data, bubbles: true, cancelable: true }})", files);

    private Task DispatchAsync(string target, string makeEvent, FilePayload[] files) => page.EvaluateAsync(
        $$"""
        files => {
            const data = new DataTransfer();
            for (const { name, type, bytes, size } of files) {
                const content = new Uint8Array(size);
                content.set(Uint8Array.from(atob(bytes), one => one.charCodeAt(0)));
                data.items.add(new File([content], name, { type }));
            }
            document.querySelector('{{target}}').dispatchEvent(({{makeEvent}})(data));
        }
        """,
        files.Select(file => new
        {
            name = file.Name,
            type = file.MimeType,
            size = file.Buffer.Length,
            // Megabytes of nothing would take Playwright seconds.
            bytes = Convert.ToBase64String(file.Buffer.AsSpan().TrimEnd((byte)0)),
        }).ToArray());
}
